import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { loginNames, loginUrls, roleName, withClient, type LoginUrls } from '#database/logins.ts';
import { templateDatabase, testPasswords } from './global-setup.ts';

export interface TestDatabase {
  readonly name: string;
  readonly urls: LoginUrls;
  /** The superuser's URL: above row security, for looking at what is really there. */
  readonly adminUrl: string;
  readonly query: <T = Record<string, unknown>>(sql: string, values?: readonly unknown[]) => Promise<T[]>;
  readonly drop: () => Promise<void>;
}

/** A database of its own: a copy of the migrated template, or an empty one. */
export async function createDatabase(kind: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const server = inject('adminUrl');
  const logins = loginNames.map((login) => `"${roleName(login)}"`).join(', ');
  await withClient(server, async (client) => {
    await client.query(
      `create database ${name} owner tenure_owner template ${kind === 'migrated' ? templateDatabase : 'template0'}`,
    );
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to ${logins}`);
  });
  const admin = new URL(server);
  admin.pathname = `/${name}`;
  if (kind === 'empty')
    await withClient(admin.href, async (client) => {
      await client.query(`revoke all on schema public from public`);
      await client.query(`grant usage on schema public to ${logins}`);
      await client.query('grant create on schema public to tenure_owner');
    });
  return {
    name,
    urls: loginUrls(server, name, testPasswords),
    adminUrl: admin.href,
    query: (sql, values = []) =>
      withClient(admin.href, async (client) => (await client.query(sql, [...values])).rows as never),
    drop: () =>
      withClient(server, async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}
