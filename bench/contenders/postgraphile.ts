import { createServer } from 'node:http';
import { Pool } from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { listen, readOptions } from './serve.ts';
import { isLive, tokenVerifier } from './verify-token.ts';

// PostGraphile as its documentation has it: the amber preset, the viewer in pgSettings, row policies for the rest.
const options = readOptions();
const verify = tokenVerifier(options);
// Sessions are looked up as in Graphile's own starter: by a login that may read them all, in one prepared statement.
const sessions = new Pool({ connectionString: options.urls.identity, max: options.poolSize });
// A database that ends before its clients is no fault of theirs.
sessions.on('error', () => undefined);

async function viewerOf(authorization: string | undefined): Promise<string> {
  const claims = verify(authorization);
  if (!claims) return '';
  const { rows } = await sessions.query<{ expires_at: Date; revoked_at: Date | null }>({
    name: 'session',
    text: 'select expires_at, revoked_at from sessions where id = $1 and owner_id = $2',
    values: [claims.sessionId, claims.ownerId],
  });
  return rows[0] && isLive(rows[0].expires_at, rows[0].revoked_at) ? claims.ownerId : '';
}

const service = postgraphile({
  extends: [PostGraphileAmberPreset],
  // Else only columns that an index begins with could be filtered and sorted by, and the operations need others.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: options.urls.app,
      schemas: ['public'],
      poolConfig: { max: options.poolSize },
    }),
  ],
  schema: { pgOrderByNullsLast: true },
  grafserv: { watch: false, graphiql: false },
  grafast: {
    context: async ({ node }) => ({
      pgSettings: { 'app.owner_id': await viewerOf(node?.req.headers.authorization) },
    }),
  },
});

const server = createServer();
await service.createServ(grafserv).addTo(server);
listen(server);
