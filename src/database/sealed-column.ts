import { LockMode, type EntityKey, type EntityName, type FilterQuery, type QueryOrderMap } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { keyIdOf, type SecretBox, type SecretPlace } from '#platform/secret-box.ts';

/** A row that keeps a secret, and whose it is. */
interface Owned {
  readonly id: string;
  readonly ownerId: string;
}

/** A column of secrets that the server has to read again, each of them sealed to its row. */
export interface SealedColumn<T extends Owned> {
  readonly entity: EntityName<T>;
  readonly property: EntityKey<T>;
  /** What they are, such as `totp seed`. */
  readonly purpose: string;
}

/** Where a secret is kept: in another row, or as another account's, it cannot be opened. */
export const placeIn = ({ purpose }: Pick<SealedColumn<Owned>, 'purpose'>, { id, ownerId }: Owned): SecretPlace => ({
  purpose,
  ownerId,
  rowId: id,
});

/** How many rows hold a secret that this key encrypted. */
export interface KeyUse {
  readonly kid: string;
  readonly rows: number;
}

/** The keys that secrets are encrypted with, by their ids; for a login that sees the rows of all. */
export async function countKeys<T extends Owned>(
  em: EntityManager,
  { entity, property }: SealedColumn<T>,
): Promise<readonly KeyUse[]> {
  const { tableName, properties } = em.getMetadata().get(entity);
  const [column = ''] = properties[property].fieldNames;
  const text = `select ${keyIdOf(`"${column}"`)} as kid, count(*)::int as rows
    from "${tableName}" where "${column}" is not null group by 1 order by 1`;
  return (await em.getKysely().executeQuery<KeyUse>(CompiledQuery.raw(text))).rows;
}

/**
 * Encrypts every secret by the newest key, so that those before it can be dropped; for a login that sees the rows of all.
 * @returns how many were not yet, and the rows whose secret no key opens
 */
export async function renewSecrets<T extends Owned>(
  em: EntityManager,
  column: SealedColumn<T>,
  box: SecretBox,
): Promise<{ readonly renewed: number; readonly lost: readonly T[] }> {
  const { entity, property } = column;
  const lost: T[] = [];
  let renewed = 0;
  const rows = await em.find(entity, { [property]: { $ne: null } } as FilterQuery<T>, {
    orderBy: { id: 'asc' } as QueryOrderMap<T>,
    lockMode: LockMode.PESSIMISTIC_WRITE,
  });
  for (const row of rows as T[]) {
    const place = placeIn(column, row);
    const opened = box.open(String(row[property]), place);
    if (!opened) lost.push(row);
    if (!opened || opened.isCurrent) continue;
    row[property] = box.seal(opened.secret, place) as T[typeof property];
    renewed += 1;
  }
  return { renewed, lost };
}
