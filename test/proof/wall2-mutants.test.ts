import type { EntityName } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ownerGuard, ownerMetadata } from '#authorization/orm-hooks.ts';
import { openOrm } from '#database/orm.ts';
import { forkFor } from '#database/rows.ts';
import { compileSchema } from '../../src/server/build-schema.ts';
import { allDomains } from '../../src/server/product.ts';
import { tableMetadata } from '../../src/server/schema-orm.ts';
import { createProbeLogin, type ProbeLogin } from '../authorization/tenants.ts';
import { report, type Finding } from './report.ts';
import { ownedTables, type OwnedTable } from './owned-rows.ts';
import { startWorld, type World } from './world.ts';

// Many small changes, each with a whole look at what becomes of them.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

// The ORM's filter and guard, on a login above row security, each taken away from one type: rows of Bob's must appear, or
// change.

const { policy } = compileSchema();
const tables = ownedTables({ compiled: compileSchema(), metadata: tableMetadata() });

let world: World;
let probe: ProbeLogin;
let url: string;
const findings: Finding[] = [];
beforeAll(async () => {
  [world, probe] = await Promise.all([startWorld(), createProbeLogin()]);
  url = await probe.on(world.database);
}, 120_000);
afterAll(async () => {
  report({
    name: 'mutants of wall 2',
    claim:
      'Every filter of the ORM, and its guard of writes, is missed when it is gone, by rows of others that appear or change.',
    counts: { mutants: findings.length },
    findings,
  });
  await world.stop();
  await probe.drop();
});

interface Taken {
  readonly filterOf?: string;
  readonly guard?: boolean;
}

/** What Ada's EntityManager comes to, with something of wall 2 taken away. */
async function withOrm<R>({ filterOf, guard }: Taken, work: (orm: MikroORM) => Promise<R>): Promise<R> {
  const filters = ownerMetadata(policy, { filter: true });
  const orm = await openOrm({
    url,
    entities: allDomains.entities,
    onMetadata: (meta) => {
      filters(meta);
      if (meta.className === filterOf) delete meta.filters['owner'];
    },
    subscribers: guard === false ? [] : [ownerGuard(policy)],
  });
  try {
    return await work(orm);
  } finally {
    await orm.close();
  }
}

const isHeld = (outcome: string): boolean => ['own rows', 'nothing was written'].includes(outcome);

/** Whether what was held no longer is. */
function isKilled(what: string, before: string, after: string): boolean {
  const isGood = isHeld(before) && !isHeld(after);
  findings.push({ what, outcome: isGood ? `killed: ${before} became ${after}` : 'survived', isGood });
  return isGood;
}

const entityOf = (orm: MikroORM, { type }: OwnedTable): EntityName<{ id: string }> =>
  orm.getMetadata().getByClassName(type as never).class as never;

describe('a filter', () => {
  const foundBy = (taken: Taken, table: OwnedTable): Promise<string> =>
    withOrm(taken, async (orm) => {
      const em = forkFor(orm, world.ada.userId);
      const own = new Set(world.ids.own.get(table.type));
      const rows = await em.find(entityOf(orm, table), {});
      return rows.every(({ id }) => own.has(id)) ? 'own rows' : 'rows of others';
    });

  test.each(tables)('of $type taken away', async (table) => {
    const held = await foundBy({}, table);
    expect(held).toBe('own rows');
    expect(isKilled(`no filter of ${table.type}`, held, await foundBy({ filterOf: table.type }, table))).toBe(true);
    // No other type's filter stands in for it.
    for (const other of tables.filter(({ type }) => type !== table.type))
      expect([other.type, await foundBy({ filterOf: other.type }, table)]).toEqual([other.type, 'own rows']);
  });
});

describe('the guard of writes', () => {
  /** Writes to a row of Bob's that was never loaded, which no filter sees. */
  const written = (taken: Taken, table: OwnedTable): Promise<string> =>
    withOrm(taken, async (orm) => {
      const em = forkFor(orm, world.ada.userId);
      const [id = ''] = world.ids.foreign.get(table.type) ?? [];
      const row = em.getReference(entityOf(orm, table), id);
      Object.assign(row, someChange(table));
      await em.flush().catch(() => undefined);
      return (await world.restore()).length > 0 ? 'a row of Bob’s was written' : 'nothing was written';
    });

  /** Another value for a date or a text. */
  function someChange({ meta }: OwnedTable): object {
    for (const { name, kind, primary, items, columnTypes } of meta.props) {
      if (kind !== 'scalar' || primary || items || name === 'ownerId') continue;
      if (columnTypes[0]?.startsWith('timestamptz')) return { [name]: new Date('2001-01-01T00:00:00.000Z') };
      if (/^(text|varchar)/.test(columnTypes[0] ?? '')) return { [name]: 'x' };
    }
    throw new Error(`${meta.className} has nothing to change.`);
  }

  test.each(tables)('of $type taken away', async (table) => {
    const [held, open] = [await written({}, table), await written({ guard: false }, table)];
    expect(isKilled(`no guard of ${table.type}`, held, open)).toBe(true);
  });
});
