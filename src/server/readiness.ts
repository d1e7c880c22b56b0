import type { MikroORM } from '@mikro-orm/postgresql';
import { hasRun, isReachable } from '#database/orm.ts';
import { newestMigration } from './migrations.ts';

/**
 * Tells at each call whether requests can be answered: by logins that reach the database, and by tables that are as this
 * code expects. Migrations of newer code do not count against it: while an update rolls out, both run.
 */
export function readiness({ APP, IDENTITY }: Readonly<Record<'APP' | 'IDENTITY', MikroORM>>): () => Promise<boolean> {
  const newest = newestMigration();
  return async () => {
    const answers = await Promise.all([hasRun(APP, newest).catch(() => false), isReachable(IDENTITY)]);
    return answers.every(Boolean);
  };
}
