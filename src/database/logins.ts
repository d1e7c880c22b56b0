import { createHmac } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** The database logins: OWNER migrates, the others each serve one kind of work. None is ever granted to another. */
export const loginNames = ['owner', 'app', 'identity', 'staff', 'system'] as const;
export type LoginName = (typeof loginNames)[number];
export type LoginUrls = Readonly<Record<LoginName, string>>;

export const roleName = (login: LoginName): string => `tenure_${login}`;

/**
 * Passwords of the logins, derived from one secret, so that one file is all an embedded database has to keep.
 * @param secret at least 32 random bytes as text
 */
export const derivedPasswords = (secret: string): Readonly<Record<LoginName, string>> => {
  const password = (login: LoginName): string =>
    createHmac('sha256', secret).update(`tenure login ${login}`).digest('base64url');
  return {
    owner: password('owner'),
    app: password('app'),
    identity: password('identity'),
    staff: password('staff'),
    system: password('system'),
  };
};

/** Connection URLs of the logins on one server and database. */
export function loginUrls(
  adminUrl: string,
  database: string,
  passwords: Readonly<Record<LoginName, string>>,
): LoginUrls {
  const url = (login: LoginName): string => {
    const each = new URL(adminUrl);
    each.username = roleName(login);
    each.password = passwords[login];
    each.pathname = `/${database}`;
    return each.href;
  };
  return {
    owner: url('owner'),
    app: url('app'),
    identity: url('identity'),
    staff: url('staff'),
    system: url('system'),
  };
}

/** One that sets up at a time: two would change the same rows of the catalogue, "tuple concurrently updated". */
const setUpLock = 7_396_003;

/**
 * Creates the logins and the database where they are missing, and takes from everybody what nobody needs. Safe to repeat.
 * @param adminUrl a login that may create roles and databases, connected to any database of the server
 */
export async function ensureLogins(
  adminUrl: string,
  database: string,
  passwords: Readonly<Record<LoginName, string>>,
): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [setUpLock]);
    for (const login of loginNames) await ensureRole(client, roleName(login), passwords[login]);
    await ensureDatabase(client, database);
    const inside = new URL(adminUrl);
    inside.pathname = `/${database}`;
    await withClient(inside.href, async (each) => {
      await each.query('revoke all on schema public from public');
      await each.query(`grant usage on schema public to ${roleList()}`);
      await each.query(`grant create on schema public to ${escapeIdentifier(roleName('owner'))}`);
    });
  });
}

async function ensureDatabase(client: Client, database: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  const name = escapeIdentifier(database);
  if (rowCount === 0) {
    // On a managed server the admin is no superuser and must be a member to hand the database over; only for that moment.
    const owner = escapeIdentifier(roleName('owner'));
    await client.query(`grant ${owner} to current_user`);
    await client.query(`create database ${name} owner ${owner} encoding 'UTF8' template template0`);
    await client.query(`revoke ${owner} from current_user`);
  }
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${roleList()}`);
}

const roleList = (): string => loginNames.map((login) => escapeIdentifier(roleName(login))).join(', ');

async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const attributes = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
  const verb = rowCount === 0 ? 'create' : 'alter';
  // Only what may be altered without being a superuser is repeated for a role that exists.
  await client.query(
    `${verb} role ${escapeIdentifier(role)} ${verb === 'create' ? attributes : ''} password ${escapeLiteral(password)}`,
  );
}

/** Runs work on a connection of its own and closes it whatever happens. */
export async function withClient<R>(url: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
