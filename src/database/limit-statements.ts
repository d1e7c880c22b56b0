import type { EntityManager } from '@mikro-orm/postgresql';

/** Ends each statement of the transaction that takes longer than this. */
export const limitStatements = async (em: EntityManager, milliseconds: number): Promise<void> => {
  await em.execute(`select set_config('statement_timeout', ?, true)`, [String(milliseconds)]);
};
