import { PolicyError, type Policy } from '#authorization/policy.ts';
import { databaseFaults, migrationsTable } from '#authorization/check-database.ts';
import { roleOf } from '#authorization/row-policies.ts';
import { logins } from '#authorization/policy.ts';
import { readCatalogue } from '#database/catalogue.ts';
import { withClient } from '#database/logins.ts';
import { StartupError } from '#platform/errors.ts';
import { openSchemaOrm } from './schema-orm.ts';

const oldestServer = 15;

/**
 * Holds a database against the schema before anything is served from it: its age, pending migrations, and every
 * policy, grant, key and role to the letter.
 * @param url the app login's
 * @throws StartupError or PolicyError saying what to do
 */
export async function checkDatabase(url: string, policy: Policy): Promise<void> {
  const catalogue = await withClient(url, (client) => readCatalogue(client, logins.map(roleOf))).catch(
    (error: unknown) => {
      throw new StartupError(
        `The database cannot be reached (${error instanceof Error ? error.message : String(error)}). Start it, or correct DATABASE_URL.`,
      );
    },
  );
  if (catalogue.serverVersion < oldestServer * 10_000)
    throw new StartupError(
      `PostgreSQL ${Math.floor(catalogue.serverVersion / 10_000)} is too old: ${oldestServer} or newer is needed.`,
    );
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
