import type { MikroORM } from '@mikro-orm/postgresql';
import { ownerMetadata } from '#authorization/orm-hooks.ts';
import { openOrm } from '#database/orm.ts';
import { compileSchema } from '../../src/server/build-schema.ts';
import { entities } from '../../src/server/entities.ts';
import type { TestDatabase } from './database.ts';

/** The app login's ORM as requests have it, without a server around it. */
export function openAppOrm({ urls }: TestDatabase, options: { readonly poolSize?: number } = {}): Promise<MikroORM> {
  const { policy } = compileSchema();
  return openOrm({ url: urls.app, entities, onMetadata: ownerMetadata(policy, { filter: true }), ...options });
}
