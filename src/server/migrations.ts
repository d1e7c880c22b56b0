import { readdirSync } from 'node:fs';
import { parse } from 'node:path';
import type { Policy } from '#authorization/policy.ts';
import { withClient } from '#database/logins.ts';
import { migrationsFolder } from '#database/orm.ts';
import { openSchemaOrm } from './schema-orm.ts';

/** One migrator at a time, whichever process it is in. */
const migrationLock = 7_396_001;

/** The latest migration of this code, by the name that the migrator's table has it under once it has run. */
export const newestMigration = (): string =>
  readdirSync(migrationsFolder)
    .filter((file) => /^Migration.*\.ts$/.test(file))
    .map((file) => parse(file).name)
    .toSorted()
    .at(-1) ?? '';

/** Runs every pending migration as the owner login. @returns the names of those run */
export async function migrateUp(ownerUrl: string, policy: Policy): Promise<readonly string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const orm = await openSchemaOrm(ownerUrl, policy);
    try {
      return (await orm.migrator.up()).map(({ name }) => name);
    } finally {
      await orm.close();
    }
  });
}

/** Takes the latest migration back, or all of them. */
export async function migrateDown(ownerUrl: string, policy: Policy, steps: 'one' | 'all'): Promise<readonly string[]> {
  const orm = await openSchemaOrm(ownerUrl, policy);
  try {
    return (await orm.migrator.down(steps === 'all' ? { to: 0 } : {})).map(({ name }) => name);
  } finally {
    await orm.close();
  }
}

/** Writes a migration for what the schema says and the database lacks. @returns its file's name */
export async function createMigration(ownerUrl: string, policy: Policy, name: string): Promise<string> {
  const orm = await openSchemaOrm(ownerUrl, policy);
  try {
    return (await orm.migrator.create(migrationsFolder, false, false, name)).fileName;
  } finally {
    await orm.close();
  }
}
