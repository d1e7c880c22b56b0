import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { openDataFolder, type EmbeddedPostgres } from '#database/embedded-postgres.ts';
import { derivedPasswords, ensureLogins, loginUrls, withClient } from '#database/logins.ts';
import { compileSchema } from '../../src/server/build-schema.ts';
import { migrateUp } from '../../src/server/migrations.ts';
import { quickFolder } from './quick-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser of the run's own server. */
    adminUrl: string;
  }
}

export const templateDatabase = 'tenure_test_template';
export const loginSecret = 'passwords of a server that lives as long as the test run';
export const testPasswords = derivedPasswords(loginSecret);

/**
 * A run starts hundreds of processes that load the same code: they need not strip its types each time. What is compiled
 * before is counted less exactly, so that coverage does without.
 */
const compileCache = fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url));

/** One server for the run, its database migrated once and copied for each test file. TEST_DATABASE_ADMIN_URL names another server. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!project.config.coverage.enabled) process.env['NODE_COMPILE_CACHE'] ??= compileCache;
  const given = process.env['TEST_DATABASE_ADMIN_URL'];
  const folder = quickFolder();
  const server = given ? null : await openHastened(folder);
  const adminUrl = server ? adminUrlOf(server) : (given ?? '');
  await withClient(adminUrl, (client) => client.query(`drop database if exists ${templateDatabase} with (force)`));
  await ensureLogins(adminUrl, templateDatabase, testPasswords);
  await migrateUp(loginUrls(adminUrl, templateDatabase, testPasswords).owner, compileSchema().policy);
  project.provide('adminUrl', adminUrl);
  return async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

const adminUrlOf = ({ password, port }: EmbeddedPostgres): string =>
  `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;

/** Thousands of connections are made to databases that live for seconds: what slows down who guesses passwords, and what tidies up, costs each of them. */
async function openHastened(folder: string): Promise<EmbeddedPostgres> {
  const options = { folder, isDurable: false, log: () => undefined };
  const server = await openDataFolder(options);
  await withClient(adminUrlOf(server), async (client) => {
    await client.query('alter system set scram_iterations = 1');
    await client.query('alter system set autovacuum = off');
    // Of several products in each of several processes.
    await client.query('alter system set max_connections = 300');
  });
  // That many are known from the start on.
  await server.stop();
  return openDataFolder(options);
}
