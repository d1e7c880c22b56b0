import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '../../src/database/embedded-postgres.ts';
import { derivedPasswords, ensureLogins, loginUrls, withClient, type LoginUrls } from '../../src/database/logins.ts';
import { compileSchema } from '../../src/server/build-schema.ts';
import { migrateUp } from '../../src/server/migrations.ts';
import { parentOf } from '../measure/processes.ts';

export interface BenchDatabase {
  readonly urls: LoginUrls;
  /** The superuser's URL, above row security: for seeding. */
  readonly adminUrl: string;
}

export interface BenchServer {
  /** The process whose children serve the connections. */
  readonly postmaster: number;
  /** Makes the logins and a migrated, empty database as the product does. */
  readonly createDatabase: (name: string) => Promise<BenchDatabase>;
  /** Makes a database that is a copy of another, to which nobody is connected. */
  readonly copyDatabase: (from: string, name: string) => Promise<BenchDatabase>;
  readonly stop: () => Promise<void>;
}

const passwords = derivedPasswords('passwords of a server that lives as long as the benchmark');

/** Starts a PostgreSQL of its own through the product's launcher, with the product's settings, in a temporary folder. */
export async function startBenchServer(): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const server = await openDataFolder({ folder, log: (line) => process.stderr.write(`${line}\n`) }).catch((error) => {
    remove();
    throw error;
  });
  const rootUrl = `postgres://${server.superuser}:${encodeURIComponent(server.password)}@${server.host}:${server.port}/postgres`;
  return {
    postmaster: await findPostmaster(rootUrl),
    createDatabase: (name) => createDatabase(rootUrl, name),
    copyDatabase: (from, name) => copyDatabase(rootUrl, from, name),
    stop: async () => {
      await server.stop();
      remove();
    },
  };
}

async function createDatabase(rootUrl: string, name: string): Promise<BenchDatabase> {
  await ensureLogins(rootUrl, name, passwords);
  const urls = loginUrls(rootUrl, name, passwords);
  await migrateUp(urls.owner, compileSchema().policy);
  // On the role, so that every contender's statements are planned alike.
  await withClient(rootUrl, (client) => client.query('alter role tenure_app set plan_cache_mode = force_generic_plan'));
  return { urls, adminUrl: adminUrlOf(rootUrl, name) };
}

async function copyDatabase(rootUrl: string, from: string, name: string): Promise<BenchDatabase> {
  await withClient(rootUrl, (client) => client.query(`create database ${name} template ${from} strategy file_copy`));
  await ensureLogins(rootUrl, name, passwords);
  return { urls: loginUrls(rootUrl, name, passwords), adminUrl: adminUrlOf(rootUrl, name) };
}

function adminUrlOf(rootUrl: string, name: string): string {
  const adminUrl = new URL(rootUrl);
  adminUrl.pathname = `/${name}`;
  return adminUrl.href;
}

/** Every connection's process is a child of it. */
const findPostmaster = (url: string): Promise<number> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return parentOf(rows[0]?.pid ?? 0);
  });
