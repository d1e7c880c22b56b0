import { LockMode, type EntityKey, type EntityName, type FilterQuery, type QueryOrderMap } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { setColumn } from './bulk.ts';

/** Longer than an answer from outside may take, so that nobody asks a second time meanwhile. */
const usualLease = 300;
const atATime = 4;

/** Which rows are due, by a column that says since when. */
export interface Due<T extends object> {
  readonly entity: EntityName<T>;
  readonly property: EntityKey<T>;
  readonly now: Date;
  /** How long others pass over them; five minutes where it is left out. */
  readonly leaseSeconds?: number;
  /** Changes a row as it is claimed. */
  readonly onClaim?: (row: T) => void;
}

/**
 * Claims a few rows that are due, the longest first, in a transaction of its own: others pass over them for a while,
 * and whoever is killed meanwhile leaves them due again. For the system login alone.
 */
export const claimDue = <T extends { id: string }>(
  orm: MikroORM,
  { entity, property, now, leaseSeconds = usualLease, onClaim }: Due<T>,
): Promise<readonly T[]> =>
  orm.em.fork().transactional(async (em) => {
    const claimed = await em.find(entity, { [property]: { $lte: now } } as FilterQuery<T>, {
      orderBy: { [property]: 'asc', id: 'asc' } as QueryOrderMap<T>,
      limit: atATime,
      lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
    });
    if (onClaim) claimed.forEach(onClaim);
    const value = new Date(now.getTime() + leaseSeconds * 1000);
    await setColumn(em as EntityManager, entity, { ids: claimed.map(({ id }) => id), property, value });
    return claimed as readonly T[];
  });
