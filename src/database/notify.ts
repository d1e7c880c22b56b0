import type { EntityManager } from '@mikro-orm/postgresql';

/** Wakes the listeners of a channel when the transaction commits. */
export const notify = async (em: EntityManager, channel: string): Promise<void> => {
  await em.execute(`select pg_notify(?, '')`, [channel]);
};
