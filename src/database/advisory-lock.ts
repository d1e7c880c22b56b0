import type { EntityManager } from '@mikro-orm/postgresql';

/** Waits until no other transaction holds the lock of this number, and holds it until this one ends. */
export const lockUntilCommit = async (em: EntityManager, lock: number): Promise<void> => {
  await em.execute('select pg_advisory_xact_lock(?)', [lock]);
};
