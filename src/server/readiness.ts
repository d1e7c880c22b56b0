import type { MikroORM } from '@mikro-orm/postgresql';
import { hasRun } from '#database/orm.ts';
import { newestMigration } from './migrations.ts';

/**
 * Tells at each call whether requests can be answered: by logins that reach the database, and by tables that are as this
 * code expects. Migrations of newer code do not count against it: while an update rolls out, both run.
 */
export function readiness({ APP, IDENTITY }: Readonly<Record<'APP' | 'IDENTITY', MikroORM>>): () => Promise<boolean> {
  const newest = newestMigration();
  return async () => {
    // Asked for something: a pool that nobody has used yet says of itself that it is not connected.
    const identityAnswers = IDENTITY.em.getConnection().execute('select 1');
    const [isMigrated, isConnected] = await Promise.all([
      hasRun(APP, newest).catch(() => false),
      identityAnswers.then(
        () => true,
        () => false,
      ),
    ]);
    return isMigrated && isConnected;
  };
}
