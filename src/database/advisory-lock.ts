import type { EntityManager } from '@mikro-orm/postgresql';

/** Waits until no other transaction holds the lock of this number, alone or at all, and holds it until this one ends. */
export const lockUntilCommit = async (
  em: EntityManager,
  lock: number,
  mode: 'shared' | 'exclusive' = 'exclusive',
): Promise<void> => {
  await em.execute(`select ${takers[mode]}(?)`, [lock]);
};

/** Holds the lock until this transaction ends, unless another has it. @returns whether it does */
export const tryLockUntilCommit = async (em: EntityManager, lock: number): Promise<boolean> => {
  const [row] = await em.execute<{ taken: boolean }[]>('select pg_try_advisory_xact_lock(?) as taken', [lock]);
  return row?.taken === true;
};

const takers = { shared: 'pg_advisory_xact_lock_shared', exclusive: 'pg_advisory_xact_lock' } as const;

/**
 * Locks each of these ids under a number that says what they are of, until the transaction ends. Whoever locks several
 * takes them in one order, so that no two wait for each other.
 */
export const lockEach = async (
  em: EntityManager,
  { of, ids, mode }: { readonly of: number; readonly ids: readonly string[]; readonly mode: 'shared' | 'exclusive' },
): Promise<void> => {
  await em.execute(
    `select ${takers[mode]}(?, key) from (select distinct hashtext(id) as key from json_array_elements_text(?::json) id order by key) keys`,
    [of, JSON.stringify(ids)],
  );
};
