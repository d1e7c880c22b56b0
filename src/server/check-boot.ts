import { PolicyError, type Policy } from '#authorization/policy.ts';
import { databaseFaults } from '#authorization/check-database.ts';
import { roleOf } from '#authorization/row-policies.ts';
import { logins } from '#authorization/policy.ts';
import { readCatalogue } from '#database/catalogue.ts';
import { migrationsTable } from '#database/orm.ts';
import { roleName, withClient, type LoginName } from '#database/logins.ts';
import { StartupError } from '#platform/errors.ts';
import { openSchemaOrm } from './schema-orm.ts';

const oldestServer = 15;

/** The first release of each version that shows nothing of hidden rows by statistics or kept plans (CVE-2025-8713, CVE-2024-10976). */
const soundReleases: ReadonlyMap<number, number> = new Map([
  [15, 14],
  [16, 10],
  [17, 6],
]);

const replicaSetting = 'DATABASE_REPLICA_URL';

/** Logins whose URLs the settings name. The owner's is no setting: it migrates and serves nothing. */
type Served = Exclude<LoginName, 'owner'>;
const settings: readonly (readonly [url: Served | 'listen', setting: string, login: Served])[] = [
  ['app', 'DATABASE_URL', 'app'],
  ['identity', 'DATABASE_IDENTITY_URL', 'identity'],
  ['staff', 'DATABASE_STAFF_URL', 'staff'],
  ['system', 'DATABASE_SYSTEM_URL', 'system'],
  ['listen', 'DATABASE_LISTEN_URL', 'app'],
];

/**
 * Asks each URL who it connects as, and where. Row policies and grants hold for the login they name: under any other
 * one, such as a superuser's, nothing would stand between the owners.
 * @throws StartupError for a URL that leads nowhere, PolicyError for those that lead astray
 */
export async function checkLogins(
  urls: Readonly<Record<Served, string>> & Readonly<Partial<Record<'replica' | 'listen', string | undefined>>>,
): Promise<void> {
  const faults: string[] = [];
  const first = await whoIs(urls.app, 'DATABASE_URL');
  const faultsOfRole = (found: Found, login: Served, setting: string): string[] => {
    const due = roleName(login);
    const other = [found.session, found.current].find((name) => name !== due);
    return other === undefined ? [] : [`${setting}: connects as ${other}; write the URL of ${due}`];
  };
  if (urls.replica !== undefined)
    faults.push(...faultsOfRole(await whoIs(urls.replica, replicaSetting), 'app', replicaSetting));
  for (const [name, setting, login] of settings) {
    const url = urls[name];
    if (url === undefined) continue;
    const found = name === 'app' ? first : await whoIs(url, setting);
    faults.push(...faultsOfRole(found, login, setting));
    if (found.place !== first.place) faults.push(`${setting}: leads to another database than DATABASE_URL; correct it`);
  }
  if (faults.length > 0) throw new PolicyError(faults);
}

// Any login may read these. A copy of a server has its name and identifier, but starts in a microsecond of its own.
const identify = `
  select session_user::text as session, current_user::text as current,
         concat_ws(' ', extract(epoch from pg_postmaster_start_time()), oid) as place
  from pg_database where datname = current_database()`;

interface Found {
  readonly session: string;
  readonly current: string;
  readonly place: string;
}

async function whoIs(url: string, setting: string): Promise<Found> {
  const [found] = await reach(url, setting, async (client) => (await client.query(identify)).rows);
  return found;
}

const reach = <R>(url: string, setting: string, work: Parameters<typeof withClient<R>>[1]): Promise<R> =>
  withClient(url, work).catch((error: unknown) => {
    throw new StartupError(
      `The database cannot be reached (${error instanceof Error ? error.message : String(error)}). Start it, or correct ${setting}.`,
    );
  });

/**
 * Holds a database against the schema before anything is served from it: its age, pending migrations, and every
 * policy, grant, key and role to the letter.
 * @param url the app login's
 * @throws StartupError or PolicyError saying what to do
 */
export async function checkDatabase(url: string, policy: Policy): Promise<void> {
  const catalogue = await reach(url, 'DATABASE_URL', (client) => readCatalogue(client, logins.map(roleOf)));
  assertSound(catalogue.serverVersion);
  const orm = await openSchemaOrm(url, policy);
  try {
    if (!catalogue.tables.some(({ table }) => table === migrationsTable))
      throw new StartupError('The database is empty. Run: npm run migrate');
    const pending = await orm.migrator.getPending();
    if (pending.length > 0)
      throw new StartupError(
        `Migrations are pending (${pending.map(({ name }) => name).join(', ')}). Run: npm run migrate`,
      );
    const faults = databaseFaults(policy, orm.getMetadata().getAll().values(), catalogue);
    if (faults.length > 0) throw new PolicyError(faults);
  } finally {
    await orm.close();
  }
}

function assertSound(serverVersion: number): void {
  const [version, release] = [Math.floor(serverVersion / 10_000), serverVersion % 10_000];
  if (version < oldestServer)
    throw new StartupError(`PostgreSQL ${version} is too old: ${oldestServer} or newer is needed.`);
  const sound = soundReleases.get(version) ?? 0;
  if (release < sound)
    throw new StartupError(
      `PostgreSQL ${version}.${release} has known holes in row security: ${version}.${sound} or newer is needed.`,
    );
}
