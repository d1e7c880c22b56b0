import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { openDataFolder } from '#database/embedded-postgres.ts';
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
  const server = given ? null : await openDataFolder({ folder, isDurable: false, log: () => undefined });
  const adminUrl =
    given ?? `postgres://postgres:${encodeURIComponent(server?.password ?? '')}@127.0.0.1:${server?.port}/postgres`;
  if (server) await hasten(adminUrl);
  await withClient(adminUrl, (client) => client.query(`drop database if exists ${templateDatabase} with (force)`));
  await ensureLogins(adminUrl, templateDatabase, testPasswords);
  await migrateUp(loginUrls(adminUrl, templateDatabase, testPasswords).owner, compileSchema().policy);
  project.provide('adminUrl', adminUrl);
  return async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Thousands of connections are made to databases that live for seconds: what slows down who guesses passwords, and what tidies up, costs each of them. */
async function hasten(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query('alter system set scram_iterations = 1');
    await client.query('alter system set autovacuum = off');
    await client.query('select pg_reload_conf()');
  });
}
