import type { EntityKey, EntityName } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { keyIdOf } from '#platform/secret-box.ts';

/** How many rows hold a secret that this key encrypted. */
export interface KeyUse {
  readonly kid: string;
  readonly rows: number;
}

/** The keys that a column of secrets is encrypted with, by their ids; for a login that sees the rows of all. */
export async function countSecretKeys<T extends object>(
  em: EntityManager,
  entity: EntityName<T>,
  property: EntityKey<T>,
): Promise<readonly KeyUse[]> {
  const { tableName, properties } = em.getMetadata().get(entity);
  const [column = ''] = properties[property].fieldNames;
  const text = `select ${keyIdOf(`"${column}"`)} as kid, count(*)::int as rows
    from "${tableName}" where "${column}" is not null group by 1 order by 1`;
  return (await em.getKysely().executeQuery<KeyUse>(CompiledQuery.raw(text))).rows;
}
