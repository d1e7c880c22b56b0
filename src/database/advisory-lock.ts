import type { EntityManager } from '@mikro-orm/postgresql';

/** Waits until no other transaction holds the lock of this number, and holds it until this one ends. */
export const lockUntilCommit = async (em: EntityManager, lock: number): Promise<void> => {
  await em.execute('select pg_advisory_xact_lock(?)', [lock]);
};

/**
 * Locks each of these ids under a number that says what they are of, until the transaction ends. Whoever locks several
 * takes them in one order, so that no two wait for each other.
 */
export const lockEach = async (
  em: EntityManager,
  { of, ids, mode }: { readonly of: number; readonly ids: readonly string[]; readonly mode: 'shared' | 'exclusive' },
): Promise<void> => {
  const take = mode === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await em.execute(
    `select ${take}(?, key) from (select distinct hashtext(id) as key from json_array_elements_text(?::json) id order by key) keys`,
    [of, JSON.stringify(ids)],
  );
};
