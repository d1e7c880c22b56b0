import type { Config } from '#config.ts';
import { compileSchema } from './build-schema.ts';
import { checkDatabase, checkLogins } from './check-boot.ts';
import { joinDatabase, type OpenDatabase } from './databases.ts';
import { migrateUp } from './migrations.ts';

/**
 * Does a command's work on a database that is as the schema says, whether the server runs or not.
 * @throws StartupError or PolicyError saying what to do
 */
export async function withDatabase<R>(
  config: Config,
  say: (line: string) => void,
  work: (database: OpenDatabase) => Promise<R>,
): Promise<R> {
  const { policy } = compileSchema();
  const database = await joinDatabase(config, say);
  try {
    // Only the embedded database is migrated here: another's owner decides when.
    if (database.urls.owner) await migrateUp(database.urls.owner, policy);
    await checkLogins(database.urls);
    await checkDatabase(database.urls.app, policy);
    return await work(database);
  } finally {
    await database.stop();
  }
}
