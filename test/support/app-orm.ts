import type { MikroORM } from '@mikro-orm/postgresql';
import { ownerMetadata } from '#authorization/orm-hooks.ts';
import { FlightPool } from '#database/flight-pool.ts';
import { openOrm } from '#database/orm.ts';
import type { ReadPath } from '#database/planned-reads.ts';
import { ReadPlanner } from '#database/read-planner.ts';
import { compileSchema } from '../../src/server/build-schema.ts';
import { entities } from '../../src/server/entities.ts';
import type { TestDatabase } from './database.ts';

/** The app login's ORM as requests have it, without a server around it. */
export function openAppOrm({ urls }: TestDatabase, options: { readonly poolSize?: number } = {}): Promise<MikroORM> {
  const { policy } = compileSchema();
  return openOrm({ url: urls.app, entities, onMetadata: ownerMetadata(policy, { filter: true }), ...options });
}

/** Planned reads as queries have them, with entities in full where nothing is selected. */
export function openReadPath({ urls }: TestDatabase, orm: MikroORM): ReadPath {
  const pool = new FlightPool({ url: urls.app, size: 2, statementTimeoutMs: 5_000, warn: () => undefined });
  return { planner: new ReadPlanner(orm.getMetadata()), pool, primary: pool };
}
