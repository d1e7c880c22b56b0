import type { EntityManager } from '@mikro-orm/postgresql';
import type { EntityName, RequiredEntityData } from '@mikro-orm/core';

/** Rows for one statement: PostgreSQL's wire format counts parameters in 16 bits, and long statements take long to parse. */
const chunkRows = 500;

/**
 * Inserts many rows by as few statements as sensible, past the unit of work. For the system login alone: nothing here
 * looks at owners.
 */
export async function insertMany<T extends object>(
  em: EntityManager,
  entity: EntityName<T>,
  rows: readonly RequiredEntityData<T>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += chunkRows)
    await em.insertMany(entity, rows.slice(at, at + chunkRows) as never);
}

/** As `insertMany`, but leaves rows alone that are there already by the unique key given. */
export async function insertMissing<T extends object>(
  em: EntityManager,
  entity: EntityName<T>,
  { rows, key }: { readonly rows: readonly RequiredEntityData<T>[]; readonly key: readonly string[] },
): Promise<void> {
  for (let at = 0; at < rows.length; at += chunkRows)
    await em.upsertMany(entity, rows.slice(at, at + chunkRows) as never, {
      onConflictFields: [...key] as never,
      onConflictAction: 'ignore',
    });
}
