import { randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { inject } from 'vitest';
import { loginNames, loginUrls, roleName, withClient, type LoginUrls } from '#database/logins.ts';
import { templateDatabase, testPasswords } from './global-setup.ts';

export interface TestDatabase {
  readonly name: string;
  readonly urls: LoginUrls;
  /** The superuser's URL: above row security, for looking at what is really there. */
  readonly adminUrl: string;
  readonly query: <T = Record<string, unknown>>(sql: string, values?: readonly unknown[]) => Promise<T[]>;
  /** Leaves the database to itself; the next query comes back to it. */
  readonly disconnect: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** A database of its own: a copy of the migrated template, or an empty one. */
export async function createDatabase(kind: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  if (kind === 'migrated') return copyOfTemplate(templateDatabase);
  const database = await copyOfTemplate('template0');
  await database.query(`revoke all on schema public from public`);
  await database.query(`grant usage on schema public to ${allLogins}`);
  await database.query('grant create on schema public to tenure_owner');
  return database;
}

const allLogins = loginNames.map((login) => `"${roleName(login)}"`).join(', ');

/** A copy of a database that no product is connected to. */
export async function copyOf(original: TestDatabase): Promise<TestDatabase> {
  await original.disconnect();
  return copyOfTemplate(original.name);
}

async function copyOfTemplate(template: string): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const server = inject('adminUrl');
  await withClient(server, async (client) => {
    // Files are copied in less than half the time that it takes to write all their pages to the log.
    await client.query(`create database ${name} owner tenure_owner template ${template} strategy file_copy`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to ${allLogins}`);
  });
  const admin = new URL(server);
  admin.pathname = `/${name}`;
  let pool: Pool | null = null;
  const disconnect = async (): Promise<void> => {
    const known = pool;
    pool = null;
    await known?.end();
  };
  return {
    name,
    urls: loginUrls(server, name, testPasswords),
    adminUrl: admin.href,
    query: async (sql, values = []) => {
      pool ??= openPool(admin.href);
      return (await pool.query(sql, [...values])).rows as never;
    },
    disconnect,
    drop: async () => {
      await disconnect();
      await withClient(
        server,
        async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
      );
    },
  };
}

/** Connections that are kept for a while, since to open one costs more than most of what tests ask for. */
function openPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 4, idleTimeoutMillis: 1_000, allowExitOnIdle: true });
  // Tests end connections of others, and of this one with them.
  pool.on('error', () => undefined);
  return pool;
}
