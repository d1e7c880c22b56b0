import type { EntityMetadata } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import { compositeKeys, ownerMetadata } from '#authorization/orm-hooks.ts';
import type { Policy } from '#authorization/policy.ts';
import { openOrm, type OrmOptions } from '#database/orm.ts';
import { entities } from './entities.ts';

/**
 * The schema side of the ORM: row policies, forced row security and composite keys as the policy says. Migrations are
 * made and run with it as the owner login; boot compares a database with it as any login.
 */
export const openSchemaOrm = (url: string, policy: Policy): Promise<MikroORM> =>
  openOrm({
    url,
    entities,
    poolSize: 1,
    onMetadata: ownerMetadata(policy, { filter: false }),
    afterDiscovered: compositeKeys(policy),
  });

/**
 * What the ORM knows of every table by its entities alone; no database is asked, and none needs to be there.
 * @param of the product's own, unless others are told of as well
 */
export const tableMetadata = (of: OrmOptions['entities'] = entities): readonly EntityMetadata[] => {
  const orm = new MikroORM({ dbName: 'none', entities: [...of] });
  return [...orm.getMetadata().getAll().values()];
};
