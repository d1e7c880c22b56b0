import type { MikroORM } from '@mikro-orm/postgresql';
import { migrationsTable } from '#authorization/check-database.ts';
import { newestMigration } from './migrations.ts';

/**
 * Tells at each call whether requests can be answered: by logins that reach the database, and by tables that are as this
 * code expects. Migrations of newer code do not count against it: while an update rolls out, both run.
 */
export function readiness({ APP, IDENTITY }: Readonly<Record<'APP' | 'IDENTITY', MikroORM>>): () => Promise<boolean> {
  const newest = newestMigration();
  const query = `select from ${migrationsTable} where name = ?`;
  return async () => {
    const answers = await Promise.allSettled([
      APP.em.getConnection().execute<object[]>(query, [newest]),
      IDENTITY.em.getConnection().execute<object[]>('select'),
    ]);
    return answers.every((answer) => answer.status === 'fulfilled' && answer.value.length === 1);
  };
}
