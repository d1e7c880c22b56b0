import { raw } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/** One more than a column holds by then, as the value of a native update: none of many at once is lost. */
export const oneMore = (column: string): ReturnType<typeof raw<number>> => raw<number>('?? + 1', [column]);

/** The transaction's commit will not wait for the disk: what it writes is lost if the machine fails in that moment. */
export const commitUnawaited = async (em: EntityManager): Promise<void> => {
  await em.execute('set local synchronous_commit to off');
};
