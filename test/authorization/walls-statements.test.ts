import type { EntityName } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownerGuard, ownerMetadata } from '#authorization/orm-hooks.ts';
import { withClient } from '#database/logins.ts';
import { openOrm } from '#database/orm.ts';
import { readIds } from '#database/read-columns.ts';
import { forkFor } from '#database/rows.ts';
import { Persona } from '#personas/persona.entity.ts';
import { Skill } from '#personas/skill.entity.ts';
import { compileSchema } from '../../src/server/build-schema.ts';
import { entities } from '../../src/server/entities.ts';
import { copyOf, type TestDatabase } from '../support/database.ts';
import { missingId } from '../support/twins.ts';
import type { Outcome } from './probes.ts';
import {
  createProbeLogin,
  linkAcrossOwners,
  makeKeysPlain,
  rowsOf,
  seedTenants,
  type ProbeLogin,
  type Seed,
} from './tenants.ts';

// Walls 2 and 3 below the API: what code of ours, or any SQL, could do to rows of another owner.

const { policy } = compileSchema();
const types = [...policy.owned.keys()];

let clean: Seed;
let plain: Seed;
let probe: ProbeLogin;
const databases: TestDatabase[] = [];
const orms: MikroORM[] = [];

const copy = async (seed: Seed): Promise<Seed> => {
  const database = await copyOf(seed.database);
  databases.unshift(database);
  return { ...seed, database };
};

beforeAll(async () => {
  [clean, probe] = await Promise.all([seedTenants(), createProbeLogin()]);
  databases.push(clean.database);
  plain = await copy(clean);
  await makeKeysPlain(plain.database);
});
afterAll(async () => {
  await Promise.all(orms.map((orm) => orm.close()));
  for (const database of databases) await database.drop();
  await probe.drop();
});

interface Scene extends Seed {
  readonly orm: MikroORM;
  readonly url: string;
}

/** A copy with wall 2, with wall 3, or with neither; wall 3 is login and keys together. */
async function scene(wall: 'wall 2' | 'wall 3' | 'none'): Promise<Scene> {
  const seed = await copy(wall === 'wall 3' ? clean : plain);
  const url = wall === 'wall 3' ? seed.database.urls.app : await probe.on(seed.database);
  const filter = wall === 'wall 2';
  const orm = await openOrm({
    url,
    entities,
    onMetadata: ownerMetadata(policy, { filter }),
    subscribers: filter ? [ownerGuard(policy)] : [],
  });
  orms.push(orm);
  return { ...seed, orm, url };
}

const entityOf = ({ orm }: Scene, type: string): EntityName<object> =>
  orm.getMetadata().getByClassName(type).class as EntityName<object>;
const tableOf = ({ orm }: Scene, type: string): string => orm.getMetadata().getByClassName(type).tableName;
const keyOf = (type: string): string => policy.owned.get(type)?.key ?? '';
const columnOf = (type: string): string => (keyOf(type) === 'id' ? 'id' : 'owner_id');

/** Refusals of PostgreSQL and of the guard: a wall did its work. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  (['42501', '23503'].includes(String(Reflect.get(error, 'code'))) || error.name === 'ForeignWrite');

const outcomeOf = (leaked: boolean): Outcome => (leaked ? 'leaked' : 'held');

describe('through the EntityManager', () => {
  interface Target {
    readonly type: string;
    readonly entity: EntityName<object>;
    readonly key: string;
    readonly foreignId: string;
    readonly ada: string;
    readonly bob: string;
    readonly own: number;
  }

  const isForeign = (row: object, { key, ada }: Target): boolean => Reflect.get(row, key) !== ada;

  /** Each way of reading and writing in bulk, on any entity; true where a row of Bob's was reached. */
  const ways: Readonly<Record<string, (em: EntityManager, target: Target) => Promise<boolean>>> = {
    find: async (em, target) => (await em.find(target.entity, {})).some((row) => isForeign(row, target)),
    findAll: async (em, target) => (await em.findAll(target.entity)).some((row) => isForeign(row, target)),
    findOne: async (em, { entity, foreignId }) => (await em.findOne(entity, { id: foreignId } as never)) !== null,
    readIds: async (em, { entity, foreignId }) =>
      (await readIds(em, entity as EntityName<{ id: string }>, { id: foreignId })).length > 0,
    count: async (em, { entity, own }) => (await em.count(entity, {})) !== own,
    findAndCount: async (em, { entity, own }) => (await em.findAndCount(entity, {}))[1] !== own,
    findByCursor: async (em, { entity, own }) =>
      (await em.findByCursor(entity, { first: 50, orderBy: { id: 'asc' } as never })).totalCount !== own,
    nativeUpdate: async (em, { entity, foreignId, key, bob }) =>
      (await em.nativeUpdate(entity, { id: foreignId } as never, { [key]: bob } as never)) > 0,
    nativeDelete: async (em, { entity, foreignId }) => (await em.nativeDelete(entity, { id: foreignId } as never)) > 0,
  };

  async function tryWays(at: Scene): Promise<Readonly<Record<string, Outcome>>> {
    const found: Record<string, Outcome> = {};
    for (const type of types) {
      const [table, column] = [tableOf(at, type), columnOf(type)];
      const [foreign] = await at.database.query<{ id: string }>(
        `select id from ${table} where ${column} = $1 limit 1`,
        [at.bob.userId],
      );
      const [count] = await at.database.query<{ n: number }>(
        `select count(*)::int as n from ${table} where ${column} = $1`,
        [at.ada.userId],
      );
      if (!foreign || !count?.n) throw new Error(`One of them has no row in ${table}, so nothing is tried with it.`);
      const target: Target = {
        type,
        entity: entityOf(at, type),
        key: keyOf(type),
        foreignId: foreign.id,
        ada: at.ada.userId,
        bob: at.bob.userId,
        own: count.n,
      };
      for (const [way, reach] of Object.entries(ways))
        found[`${type}, ${way}`] = outcomeOf(await attempt(at, target, reach));
    }
    return found;
  }

  /** In a transaction that is rolled back, as Ada. */
  async function attempt(
    { orm, ada }: Scene,
    target: Target,
    reach: (em: EntityManager, target: Target) => Promise<boolean>,
  ): Promise<boolean> {
    const em = forkFor(orm, ada.userId);
    await em.begin();
    try {
      return await reach(em, target);
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    } finally {
      await em.rollback();
    }
  }

  const all = (outcome: Outcome): Readonly<Record<string, Outcome>> =>
    Object.fromEntries(types.flatMap((type) => Object.keys(ways).map((way) => [`${type}, ${way}`, outcome])));

  test.each([
    ['wall 2', 'held'],
    ['wall 3', 'held'],
    ['none', 'leaked'],
  ] as const)('reads and bulk writes with %s are %s, for every owned entity', async (wall, outcome) => {
    expect(await tryWays(await scene(wall))).toEqual(all(outcome));
  });

  test('wall 2 shows nobody the rows of no owner', async () => {
    const at = await scene('wall 2');
    for (const type of types) expect(await forkFor(at.orm, null).count(entityOf(at, type), {})).toBe(0);
  });

  test('wall 2 fails where nobody said whose rows are meant', async () => {
    const at = await scene('wall 2');
    await expect(at.orm.em.fork().find(Skill, {})).rejects.toThrow("No arguments provided for filter 'owner'");
  });

  type Write = (em: EntityManager, at: Scene) => Promise<unknown>;
  const fields = {
    skillName: 'S',
    skillType: 'HARD',
    category: 'C',
    proficiency: 'EXPERT',
    yearsUsed: 1,
    lastUsed: 'Current',
    displayOrder: 9,
  } as const;

  /** Ways of writing through the unit of work and past it, in an order in which none hides the next. */
  const writes: Readonly<Record<string, Write>> = {
    'change by reference': async (em, { bob }) => {
      em.getReference(Skill, bob.skills[0]).skillName = 'changed';
      await em.flush();
    },
    'assign to a reference': async (em, { bob }) => {
      em.assign(em.getReference(Persona, bob.persona), { fullName: 'changed' });
      await em.flush();
    },
    'take over by reference': async (em, { ada, bob }) => {
      em.assign(em.getReference(Skill, bob.skills[0]), { ownerId: ada.userId, persona: ada.persona });
      await em.flush();
    },
    upsert: (em, { ada, bob }) =>
      em.upsert(Skill, { ...fields, id: bob.skills[0], ownerId: ada.userId, persona: ada.persona, skillName: 'taken' }),
    'create for another': async (em, { bob }) => {
      em.create(Skill, {
        ...fields,
        id: crypto.randomUUID(),
        ownerId: bob.userId,
        persona: bob.persona,
        skillName: 'planted',
      });
      await em.flush();
    },
    'give away': async (em, { ada, bob }) => {
      const skill = await em.findOneOrFail(Skill, ada.skills[0]);
      em.assign(skill, { ownerId: bob.userId, persona: bob.persona, skillName: 'given' });
      await em.flush();
    },
    'remove by reference': async (em, { bob }) => {
      await em.remove(em.getReference(Skill, bob.skills[1])).flush();
    },
    merge: async (em, { ada, bob }) => {
      const skill = em.merge(Skill, { ...fields, id: bob.skills[1], ownerId: ada.userId, persona: ada.persona });
      skill.skillName = 'merged';
      await em.flush();
    },
    'native insert for another': (em, { bob }) =>
      em.insert(Skill, {
        ...fields,
        id: crypto.randomUUID(),
        ownerId: bob.userId,
        persona: bob.persona,
        skillName: 'inserted',
      }),
    'create under a foreign parent': async (em, { ada, bob }) => {
      em.create(Skill, {
        ...fields,
        id: crypto.randomUUID(),
        ownerId: ada.userId,
        persona: bob.persona,
        skillName: 'hung',
      });
      await em.flush();
    },
    'move under a foreign parent': async (em, { ada, bob }) => {
      em.assign(await em.findOneOrFail(Skill, ada.skills[1]), { persona: bob.persona });
      await em.flush();
    },
  };

  /** It leaks where something of Bob's has changed, or something of Ada's hangs on Bob's; then the next gets a fresh copy. */
  async function tryWrites(wall: 'wall 2' | 'wall 3' | 'none'): Promise<Readonly<Record<string, Outcome>>> {
    const found: Record<string, Outcome> = {};
    let at = await scene(wall);
    for (const [what, write] of Object.entries(writes)) {
      const before = await stateOf(at);
      await forkFor(at.orm, at.ada.userId)
        .transactional((em) => write(em as EntityManager, at))
        .catch((error: unknown) => {
          if (!isRefusal(error) && !isHidden(error)) throw error;
        });
      found[what] = outcomeOf(before !== (await stateOf(at)));
      if (found[what] === 'leaked') at = await scene(wall);
    }
    return found;
  }

  async function stateOf({ database, ada, bob }: Scene): Promise<string> {
    const linked = await database.query('select id from skills where owner_id = $1 and persona_id = $2', [
      ada.userId,
      bob.persona,
    ]);
    return `${await rowsOf(database, ['personas', 'skills'], bob.userId)} ${linked.length}`;
  }

  // An upsert of a hidden row writes none, and MikroORM misses it afterwards.
  const isHidden = (error: unknown): boolean => error instanceof TypeError && /reading 'id'/.test(error.message);

  const kept = new Set([
    'change by reference',
    'assign to a reference',
    'take over by reference',
    'upsert',
    'create for another',
    'give away',
    'remove by reference',
  ]);
  const expected = (held: (what: string) => boolean): Readonly<Record<string, Outcome>> =>
    Object.fromEntries(Object.keys(writes).map((what) => [what, outcomeOf(!held(what))]));

  test('every write goes through with every wall down', async () => {
    expect(await tryWrites('none')).toEqual(expected(() => false));
  });

  test('wall 2 holds the unit of work and upserts; links, inserts past it and merge are for wall 3', async () => {
    expect(await tryWrites('wall 2')).toEqual(expected((what) => kept.has(what)));
  });

  test('wall 3 holds all of them', async () => {
    expect(await tryWrites('wall 3')).toEqual(expected(() => true));
  });

  test('wall 2 does not claim $some and the query builder, which the linter bans; wall 3 holds them', async () => {
    for (const [wall, outcome] of [
      ['wall 2', 'leaked'],
      ['wall 3', 'held'],
    ] as const) {
      const at = await scene(wall);
      await makeKeysPlain(at.database);
      await linkAcrossOwners(at);
      const em = forkFor(at.orm, at.ada.userId);
      await em.begin();
      const some = await em.count(Persona, { skills: { $some: { skillName: "bob's linked skill" } } });
      const built = await em.createQueryBuilder(Skill).select('*').where({ ownerId: at.bob.userId }).getResultList();
      await em.rollback();
      expect([wall, outcomeOf(some > 0), outcomeOf(built.length > 0)]).toEqual([wall, outcome, outcome]);
    }
  });
});

describe('by SQL, as the login of requests', () => {
  type Row = Readonly<Record<string, unknown>>;
  interface Table {
    readonly table: string;
    readonly column: string;
    /** A row of each owner's, as JSON. */
    readonly adas: Row;
    readonly bobs: Row;
  }

  const tablesOf = (at: Scene): Promise<readonly Table[]> =>
    Promise.all(
      types.map(async (type) => {
        const [table, column] = [tableOf(at, type), columnOf(type)];
        const rowOf = async (owner: string): Promise<Row> => {
          const [row] = await at.database.query<{ row: Row }>(
            `select to_jsonb(t) as row from ${table} t where ${column} = $1 limit 1`,
            [owner],
          );
          if (!row) throw new Error(`${owner} has no row in ${table}, so nothing is tried with it.`);
          return row.row;
        };
        return { table, column, adas: await rowOf(at.ada.userId), bobs: await rowOf(at.bob.userId) };
      }),
    );

  /** Runs one statement as Ada and takes it back: how many rows it reached, or the error it met. */
  async function run({ url }: Scene, sql: string, { values = [], ownerId }: Run): Promise<Reached> {
    return withClient(url, async (client: Client) => {
      await client.query('begin');
      if (ownerId !== null) await client.query(`select set_config('app.owner_id', $1, true)`, [ownerId]);
      try {
        const { rowCount } = await client.query(sql, [...values]);
        return { rows: rowCount ?? 0, error: null };
      } catch (error) {
        const { code, message, detail } = error as { code: string; message: string; detail?: string };
        return { rows: 0, error: { code, message, detail: detail ?? '' } };
      } finally {
        await client.query('rollback');
      }
    });
  }
  interface Run {
    readonly values?: readonly unknown[];
    readonly ownerId: string | null;
  }
  interface Reached {
    readonly rows: number;
    readonly error: { readonly code: string; readonly message: string; readonly detail: string } | null;
  }

  // A unique key is looked at after the policies: whoever gets as far as 23505 has passed them.
  const isHeld = ({ rows, error }: Reached): boolean =>
    error ? isRefusal(Object.assign(new Error('refused'), error)) : rows === 0;
  const insert = (table: string): string =>
    `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`;

  const statements: Readonly<
    Record<string, (table: Table, at: Scene) => readonly [sql: string, values?: readonly unknown[]]>
  > = {
    read: ({ table, column }, { bob }) => [`select from ${table} where ${column} = $1`, [bob.userId]],
    change: ({ table, column }, { bob }) => [
      `update ${table} set ${column} = ${column} where ${column} = $1`,
      [bob.userId],
    ],
    'take away': ({ table, column }, { bob }) => [`delete from ${table} where ${column} = $1`, [bob.userId]],
    plant: ({ table, bobs }) => [insert(table), [JSON.stringify({ ...bobs, id: crypto.randomUUID() })]],
    'plant quietly': ({ table, bobs }) => [
      `${insert(table)} on conflict do nothing`,
      [JSON.stringify({ ...bobs, id: crypto.randomUUID() })],
    ],
    'give away': ({ table, column, adas }, { bob }) => [
      `update ${table} set ${column} = $1 where id = $2`,
      [bob.userId, adas['id']],
    ],
  };

  async function tryStatements(at: Scene): Promise<Readonly<Record<string, Outcome>>> {
    const found: Record<string, Outcome> = {};
    for (const table of await tablesOf(at))
      for (const [what, statement] of Object.entries(statements)) {
        const [sql, values = []] = statement(table, at);
        found[`${table.table}, ${what}`] = outcomeOf(!isHeld(await run(at, sql, { values, ownerId: at.ada.userId })));
      }
    return found;
  }

  test('no statement reaches a row of another owner, in any table', async () => {
    const at = await scene('wall 3');
    const found = await tryStatements(at);
    expect(Object.entries(found).filter(([, outcome]) => outcome === 'leaked')).toEqual([]);
    expect(Object.keys(found)).toHaveLength(types.length * Object.keys(statements).length);
  });

  test('each of these statements reaches it with every wall down', async () => {
    const at = await scene('none');
    const found = await tryStatements(at);
    const held = Object.keys(found).filter((what) => found[what] === 'held');
    // Planting a copy meets a unique key, and whoever looks away then has planted nothing.
    const unique = types.filter((type) => hasUniqueKey(at, type)).map((type) => tableOf(at, type));
    expect(held.toSorted()).toEqual(unique.map((table) => `${table}, plant quietly`).toSorted());
  });

  /** Whether a copy of a row under another id meets a key; those that lead with the owner to the id let it in. */
  function hasUniqueKey({ orm }: Scene, type: string): boolean {
    const { uniques, props } = orm.getMetadata().getByClassName(type);
    const isKept = ({ properties }: (typeof uniques)[number]): boolean => ![properties].flat().includes('id' as never);
    return uniques.some(isKept) || props.some(({ unique }) => Boolean(unique));
  }

  test('no row hangs on a row of another owner, and the answer does not tell it from a row that is not there', async () => {
    const at = await scene('wall 3');
    const links = await linksOf(at);
    expect(links.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(await ownersKeysOf(at));
    for (const { table, column, foreign, own } of links) {
      const hang = (parent: string): Promise<Reached> =>
        run(at, insert(table), {
          values: [JSON.stringify({ ...own, id: crypto.randomUUID(), [column]: parent })],
          ownerId: at.ada.userId,
        });
      const move = (parent: string): Promise<Reached> =>
        run(at, `update ${table} set ${column} = $1 where id = $2`, {
          values: [parent, own['id']],
          ownerId: at.ada.userId,
        });
      for (const link of [hang, move]) {
        const [toForeign, toMissing] = [await link(foreign), await link(missingId)];
        expect(['42501', '23503']).toContain(toForeign.error?.code);
        expect(toForeign).toEqual(toMissing);
      }
    }
  });

  /** The columns whose key takes the owner along, as the database has them. */
  async function ownersKeysOf({ database }: Scene): Promise<readonly string[]> {
    const keys = await database.query<{ key: string }>(
      `select conrelid::regclass || '.' || attname as key
       from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[2]
       where contype = 'f' and cardinality(conkey) > 1`,
    );
    return keys.map(({ key }) => key).toSorted();
  }

  test('rows hang on rows of another owner where the keys leave the owner out', async () => {
    const at = await scene('none');
    for (const { table, column, foreign, own } of await linksOf(at)) {
      const moved = await run(at, `update ${table} set ${column} = $1 where id = $2`, {
        values: [foreign, own['id']],
        ownerId: at.ada.userId,
      });
      expect([table, column, moved]).toEqual([table, column, { rows: 1, error: null }]);
    }
  });

  /** Every relation between owned tables, with a row of Ada's and the parent of Bob's it should not hang on. */
  async function linksOf(at: Scene) {
    const rows = new Map((await tablesOf(at)).map((table) => [table.table, table]));
    return [...at.orm.getMetadata().getAll().values()].flatMap(({ tableName: table, relations }) =>
      relations
        .filter(
          ({ kind, targetMeta, persist }) =>
            kind === 'm:1' && persist !== false && rows.has(targetMeta?.tableName ?? ''),
        )
        .filter(({ targetMeta }) => targetMeta?.tableName !== 'users')
        .map(({ joinColumns, targetMeta }) => ({
          table,
          column: joinColumns[0] ?? '',
          own: rows.get(table)?.adas ?? {},
          foreign: String(rows.get(targetMeta?.tableName ?? '')?.bobs['id']),
        })),
    );
  }

  test('nothing is there for a statement that names no owner', async () => {
    const at = await scene('wall 3');
    for (const { table, bobs } of await tablesOf(at)) {
      expect([table, isHeld(await run(at, `select from ${table}`, { ownerId: null }))]).toEqual([table, true]);
      expect([table, isHeld(await run(at, `select from ${table}`, { ownerId: '' }))]).toEqual([table, true]);
      const planted = await run(at, insert(table), {
        values: [JSON.stringify({ ...bobs, id: crypto.randomUUID() })],
        ownerId: null,
      });
      expect([table, planted.error?.code]).toEqual([table, '42501']);
    }
  });

  test('the login can be no other, and can empty nothing', async () => {
    const at = await scene('wall 3');
    const statements = [
      'set role tenure_system',
      'set session authorization tenure_owner',
      'truncate skills',
      'alter table skills disable row level security',
      'create table mine (id int)',
    ];
    for (const sql of statements)
      expect([sql, (await run(at, sql, { ownerId: at.ada.userId })).error?.code]).toEqual([sql, '42501']);
  });
});
