import { isEnumType, type GraphQLSchema } from 'graphql';
import { explainAccess } from '#authorization/explain-access.ts';
import { explanationLines, type AskedViewer } from '#authorization/explanation.ts';
import { findCoordinate, rowTypeAt } from '#authorization/find-coordinate.ts';
import type { Policy } from '#authorization/policy.ts';
import { indexSdl } from '#authorization/sdl-directives.ts';
import { tableShapes, type TableShape } from '#authorization/table-shapes.ts';
import { traceOwner, type TracedRow } from '#authorization/trace-owner.ts';
import { anonymous, roles, type SignedIn } from '#authorization/viewer.ts';
import { openOrm } from '#database/orm.ts';
import { derivedPasswords, loginUrls } from '#database/logins.ts';
import { readPastRowSecurity } from '#database/read-past-row-security.ts';
import { findEmailAddress } from '#identity/email-address.ts';
import { standingOf } from '#identity/identity-services.ts';
import { User } from '#identity/user.entity.ts';
import { StartupError } from '#platform/errors.ts';
import { isUuid, toUuid } from '#platform/ids.ts';
import type { Config } from '#config.ts';
import type { CompiledSchema } from './build-schema.ts';
import { checkDatabase, checkLogins } from './check-boot.ts';
import { joinDatabase, type OpenDatabase } from './databases.ts';
import { entities } from './entities.ts';
import { tableMetadata } from './schema-orm.ts';
import { sdlFiles } from './type-definitions.ts';

export interface AskedAccess {
  /** `anonymous`, a role, or an account's e-mail or id. */
  readonly viewer: string;
  readonly coordinate: string;
  /** A row's id. */
  readonly id: string | undefined;
  /** Those of a narrow token that the viewer comes by; left out for a session of their own. */
  readonly scopes?: readonly string[] | undefined;
}

/**
 * Explains a decision to whoever runs the installation. A database is opened for an account or a row alone.
 * @throws StartupError for what there is not: viewer, coordinate, account
 */
export async function replayAccess(
  { source, policy }: CompiledSchema,
  asked: AskedAccess,
  { config, say }: { readonly config: Config; readonly say: (line: string) => void },
): Promise<void> {
  const coordinate = findCoordinate(source, policy, asked.coordinate);
  const row = asked.id === undefined ? null : { type: rowTypeAt(policy, coordinate), id: asked.id };
  const known = knownViewer(asked.viewer, policy);
  if (row && known && known.viewer.kind === 'SignedIn')
    throw new StartupError(`A role owns no rows: name an account to ask about ${row.type} ${row.id}.`);
  const shapes = tableShapes(policy, tableMetadata());
  const scopes = asked.scopes && knownScopes(source, asked.scopes);
  const explain = (whole: AskedViewer, trail: readonly TracedRow[] | null): void => {
    const viewer = scopes ? narrowed(whole, scopes) : whole;
    const title = [coordinate.text, ...(row ? [`${row.type} ${row.id}`] : []), viewer.name].join(', ');
    const explanation = explainAccess({
      schema: source,
      policy,
      sdl: indexSdl(sdlFiles()),
      shapes,
      viewer,
      coordinate,
      trail,
    });
    say([title, ...explanationLines(explanation)].join('\n'));
  };
  if (known && !row) return explain(known, null);
  await withUnchangedDatabase(config, policy, async (database) => {
    const viewer = known ?? (await accountViewer(asked.viewer, policy, database));
    explain(viewer, row && (await trailOf(row, { policy, shapes, ownerUrl: ownerUrlOf(config, database) })));
  });
}

/** @throws StartupError for what is no scope */
function knownScopes(schema: GraphQLSchema, names: readonly string[]): ReadonlySet<string> {
  const type = schema.getType('Scope');
  const all = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new StartupError(`There is no scope ${unknown}: write some of ${all.join(', ')}.`);
  return new Set(names);
}

/** The same account, by a narrow token of its own. @throws StartupError for who can have none */
function narrowed({ name, viewer, accountId }: AskedViewer, scopes: ReadonlySet<string>): AskedViewer {
  if (viewer.kind === 'Anonymous') throw new StartupError('Who is signed out has no scopes: leave --scopes out.');
  const held: SignedIn['roles'] = new Set(['SIGNED_IN', 'USER']);
  return { name, viewer: { ...viewer, roles: held.intersection(viewer.roles), scopes }, accountId };
}

function knownViewer(name: string, policy: Policy): AskedViewer | null {
  if (name === 'anonymous') return { name, viewer: anonymous, accountId: null };
  const role = roles.find((each) => each === name);
  if (role === undefined && !isUuid(name) && findEmailAddress(name) === null)
    throw new StartupError(
      `There is no viewer ${name}: write anonymous, a role (${roles.join(', ')}), or the e-mail or id of an account.`,
    );
  if (role === undefined) return null;
  const viewer = signedIn('', standingOf({ roles: [role], mustChangePassword: false }, policy));
  return { name, viewer, accountId: null };
}

const signedIn = (userId: string, held: SignedIn['roles']): SignedIn => ({
  kind: 'SignedIn',
  userId,
  sessionId: '',
  roles: held,
  authenticatedAt: new Date(0),
});

/** Unlike the commands that work on a database, it migrates none: to look changes nothing. */
async function withUnchangedDatabase(
  config: Config,
  policy: Policy,
  work: (database: OpenDatabase) => Promise<void>,
): Promise<void> {
  const database = await joinDatabase(config, () => undefined);
  try {
    await checkLogins(database.urls);
    // What is explained is the schema; a database that differs from it would decide otherwise.
    await checkDatabase(database.urls.app, policy);
    await work(database);
  } finally {
    await database.stop();
  }
}

/** Looked up as IDENTITY, who knows accounts before there is a viewer. A session keeps the roles of its sign-in. */
async function accountViewer(name: string, policy: Policy, { urls }: OpenDatabase): Promise<AskedViewer> {
  const orm = await openOrm({ url: urls.identity, entities, poolSize: 1 });
  try {
    const where = isUuid(name) ? { id: name } : { email: findEmailAddress(name) ?? '' };
    const user = await orm.em.fork().findOne(User, where);
    if (!user) throw new StartupError(`There is no account ${name}.`);
    const { id, email, mustChangePassword } = user;
    const said = [...user.roles, ...(mustChangePassword ? ['has to change the password'] : [])].join(', ');
    return { name: `${email} (${said})`, viewer: signedIn(id, standingOf(user, policy)), accountId: id };
  } finally {
    await orm.close();
  }
}

/** The login that owns the tables: no other may see the rows of all, and what another account's row says is the question. */
function ownerUrlOf({ database, databaseLoginSecret }: Config, { urls }: OpenDatabase): string {
  if (urls.owner !== undefined) return urls.owner;
  if (!database || databaseLoginSecret === null)
    throw new StartupError(
      'To look at a row on your own server, DATABASE_LOGIN_SECRET is needed: npm run migrate keeps it beside the URLs.',
    );
  const name = new URL(database.app).pathname.slice(1);
  return loginUrls(database.app, name, derivedPasswords(databaseLoginSecret)).owner;
}

interface Lookup {
  readonly policy: Policy;
  readonly shapes: ReadonlyMap<string, TableShape>;
  readonly ownerUrl: string;
}

const trailOf = (
  row: { type: string; id: string },
  { policy, shapes, ownerUrl }: Lookup,
): Promise<readonly TracedRow[]> =>
  traceOwner({ policy, shapes }, row, ({ type, id }, columns) =>
    readPastRowSecurity(ownerUrl, {
      table: shapes.get(type)?.table ?? '',
      columns,
      id: toUuid(id),
      isForced: policy.owned.has(type),
    }),
  );
