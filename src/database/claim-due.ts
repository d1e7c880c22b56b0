import { LockMode, type EntityKey, type EntityName, type FilterQuery, type QueryOrderMap } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { setColumn } from './bulk.ts';

/** Longer than an answer from outside may take, so that nobody asks a second time meanwhile. */
const leaseSeconds = 300;
const atATime = 4;

/** Which rows are due, by a column that says since when. */
export interface Due<T extends object> {
  readonly entity: EntityName<T>;
  readonly property: EntityKey<T>;
  readonly now: Date;
}

/**
 * Claims a few rows that are due, the longest first, in a transaction of its own: others pass over them for five minutes,
 * and whoever is killed meanwhile leaves them due again. For the system login alone.
 */
export const claimDue = <T extends { id: string }>(
  orm: MikroORM,
  { entity, property, now }: Due<T>,
): Promise<readonly T[]> =>
  orm.em.fork().transactional(async (em) => {
    const claimed = await em.find(entity, { [property]: { $lte: now } } as FilterQuery<T>, {
      orderBy: { [property]: 'asc', id: 'asc' } as QueryOrderMap<T>,
      limit: atATime,
      lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
    });
    const value = new Date(now.getTime() + leaseSeconds * 1000);
    await setColumn(em as EntityManager, entity, { ids: claimed.map(({ id }) => id), property, value });
    return claimed as readonly T[];
  });
