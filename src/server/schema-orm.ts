import type { MikroORM } from '@mikro-orm/postgresql';
import { compositeKeys, ownerMetadata } from '#authorization/orm-hooks.ts';
import type { Policy } from '#authorization/policy.ts';
import { openOrm } from '#database/orm.ts';
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
