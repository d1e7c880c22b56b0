import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownerGuard, ownerMetadata } from '#authorization/orm-hooks.ts';
import { openOrm } from '#database/orm.ts';
import { forkFor } from '#database/rows.ts';
import { compileSchema } from '../../../src/server/build-schema.ts';
import { entities } from '../../../src/server/entities.ts';
import {
  createProbeLogin,
  linkAcrossOwners,
  makeKeysPlain,
  seedTenants,
  type Dirty,
  type ProbeLogin,
  type Seed,
} from '../../authorization/tenants.ts';
import { copyOf } from '../../support/database.ts';
import { barePaths, filteredPaths, linkingPaths } from './orm-paths.ts';

// The ways into rows that an ORM has beside `find`. Each reaches Bob's with every wall down.

const { policy } = compileSchema();

/** Keys leave the owner out, and rows are linked across the owners: what holds is filter or policy. */
let linked: Seed;
let dirty: Dirty;
let probe: ProbeLogin;
let orms: Readonly<Record<'wall 2' | 'wall 3' | 'none', MikroORM>>;
beforeAll(async () => {
  const [clean, login] = await Promise.all([seedTenants(), createProbeLogin()]);
  probe = login;
  linked = { ...clean, database: await copyOf(clean.database) };
  await clean.database.drop();
  await makeKeysPlain(linked.database);
  dirty = await linkAcrossOwners(linked);
  const open = (url: string, filter: boolean): Promise<MikroORM> =>
    openOrm({
      url,
      entities,
      onMetadata: ownerMetadata(policy, { filter }),
      subscribers: filter ? [ownerGuard(policy)] : [],
    });
  const bypass = await probe.on(linked.database);
  orms = {
    none: await open(bypass, false),
    'wall 2': await open(bypass, true),
    'wall 3': await open(linked.database.urls.app, false),
  };
});
afterAll(async () => {
  await Promise.all(Object.values(orms).map((orm) => orm.close()));
  await linked.database.drop();
  await probe.drop();
});

type Paths = typeof filteredPaths;

/** Walks each path as Ada, and takes back what it did. @returns those that came to something of Bob's */
async function leaks(wall: keyof typeof orms, paths: Paths): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [what, path] of Object.entries(paths)) {
    const em = forkFor(orms[wall], linked.ada.userId) as EntityManager;
    await em.begin();
    try {
      if (await path(em, { ...linked, dirty })) found.push(what);
    } catch (error) {
      if (!isRefusal(error)) throw new Error(`${what} failed`, { cause: error });
    } finally {
      await em.rollback();
    }
  }
  return found;
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && (Reflect.get(error, 'code') === '42501' || error.name === 'ForeignWrite');

const all = (paths: Paths): readonly string[] => Object.keys(paths);

test.each([
  ['reading by the EntityManager', filteredPaths],
  ['reading and writing past it', barePaths],
  ['linking', linkingPaths],
])('%s comes to rows of Bob with every wall down', async (_what, paths) => {
  expect(await leaks('none', paths)).toEqual(all(paths));
});

test('wall 2 holds every way of reading by the EntityManager, and the unit of work', async () => {
  expect(await leaks('wall 2', filteredPaths)).toEqual([]);
  expect(await leaks('wall 2', linkingPaths)).toEqual([]);
});

test('wall 2 claims none of the ways past it', async () => {
  expect(await leaks('wall 2', barePaths)).toEqual(all(barePaths));
});

test('wall 3 holds all of them', async () => {
  for (const paths of [filteredPaths, barePaths, linkingPaths]) expect(await leaks('wall 3', paths)).toEqual([]);
});
