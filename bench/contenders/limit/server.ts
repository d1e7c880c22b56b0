// The practical limit: no framework, SQL by hand, one flight for each request, rows to JSON text without objects between.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'pg';
import { listen, readOptions } from '../serve.ts';
import { isLive, tokenVerifier, type Claims } from '../verify-token.ts';
import { fly, type Statement } from './flight.ts';
import { limitOperations, type LimitOperation } from './operations.ts';

interface Request {
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const options = readOptions();
const verify = tokenVerifier(options);
const pool = new Pool({ connectionString: options.urls.app, max: options.poolSize });
// A database that ends before its clients is no fault of theirs.
pool.on('error', () => undefined);

const beginRead: Statement = { name: 'begin-read', text: 'begin isolation level repeatable read read only' };
const beginWrite: Statement = { name: 'begin-write', text: 'begin' };
const setOwner: Statement = { name: 'set-owner', text: `select set_config('app.owner_id', $1, true)` };
const session: Statement = {
  name: 'session',
  text: 'select expires_at, revoked_at from sessions where id = $1',
};
const commit: Statement = { name: 'commit', text: 'commit' };

listen(createServer((request, response) => void answer(request, response)));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const body = JSON.parse(await textOf(request)) as Request;
    const claims = verify(request.headers.authorization);
    end(response, 200, `{"data":${await dataOf(body, claims)}}`);
  } catch (error) {
    end(response, 500, JSON.stringify({ errors: [{ message: String(error) }] }));
  }
}

async function dataOf({ operationName, variables }: Request, claims: Claims | null): Promise<string> {
  const operation = limitOperations[operationName];
  if (!operation) return '{"__typename":"Query"}';
  if (!claims) throw new Error('Sign in.');
  return run(operation, variables, claims);
}

async function run(
  { isWrite, statements, write }: LimitOperation,
  variables: Request['variables'],
  { ownerId, sessionId }: Claims,
): Promise<string> {
  const [, , sessions, ...results] = await fly(pool, [
    [isWrite ? beginWrite : beginRead],
    [setOwner, ownerId],
    [session, sessionId],
    ...statements(variables, sessionId),
    [commit],
  ]);
  const [expiresAt, revokedAt] = sessions?.[0] ?? [];
  if (!expiresAt || !isLive(expiresAt, revokedAt ?? null)) throw new Error('The session is over.');
  return write(results);
}

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => (text += piece));
    request.on('end', () => resolve(text));
    request.on('error', reject);
  });
}

function end(response: ServerResponse, status: number, json: string): void {
  const bytes = Buffer.from(json);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length });
  response.end(bytes);
}
