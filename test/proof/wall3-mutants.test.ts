import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileSchema } from '../../src/server/build-schema.ts';
import { allDomains } from '../../src/server/product.ts';
import { makeKeysPlain } from '../authorization/tenants.ts';
import { report, type Finding } from './report.ts';
import { ownedTables, type OwnedTable } from './owned-rows.ts';
import { metadataOf, startWorld, type World } from './world.ts';

// Row policies, forced row security, composite keys and grants, each changed by itself: it must show in the rows that a
// login reaches. Only SQL is asked here, as the login that requests use: no shield, no filter.

const compiled = compileSchema();
const tables = ownedTables({ compiled, metadata: metadataOf(allDomains) });

/** As the migrations make it. */
let world: World;
/** Its keys leave the owner out: what stands of wall 3 there is the policies. */
let plain: World;
const findings: Finding[] = [];
beforeAll(async () => {
  [world, plain] = await Promise.all([startWorld(), startWorld()]);
  await makeKeysPlain(plain.database);
}, 120_000);
afterAll(async () => {
  report({
    name: 'mutants of wall 3',
    claim:
      'Every row policy, composite key and privilege is missed when it is gone or wider, by rows that a login then reaches.',
    counts: { mutants: findings.length },
    findings,
  });
  await Promise.all([world.stop(), plain.stop()]);
});

/** What a login can do, told by one number or by the code of the error that ends the attempt. */
type Attempt = (client: Client, on: World) => Promise<number | string>;

interface Mutant {
  readonly what: string;
  readonly sql: string;
  readonly undo: string;
  readonly login?: 'app' | 'owner' | 'identity' | 'system';
  readonly attempt: Attempt;
}

/** Runs an attempt as a login with Ada as the owner, and takes back what it did. */
async function attempted(on: World, { login = 'app', attempt }: Mutant): Promise<number | string> {
  const client = new Client({ connectionString: on.database.urls[login] });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.owner_id', $1, true)`, [on.ada.userId]);
    return await attempt(client, on);
  } catch (error) {
    return String(Reflect.get(error as object, 'code'));
  } finally {
    await client.query('rollback').catch(() => undefined);
    await client.end();
  }
}

/** Whether an attempt ends otherwise once the database is changed. */
async function isKilled(on: World, mutant: Mutant): Promise<boolean> {
  const before = await attempted(on, mutant);
  await on.database.query(mutant.sql);
  const after = await attempted(on, mutant).finally(() => on.database.query(mutant.undo));
  const isGood = before !== after;
  findings.push({ what: mutant.what, outcome: isGood ? `killed: ${before} became ${after}` : 'survived', isGood });
  return isGood;
}

const rowsOf = (count: number | null): number => count ?? 0;

/** A row of Ada's as JSON, under an id of its own. */
async function rowLikeAdas(on: World, { meta, table, column }: OwnedTable, changes: object): Promise<string> {
  const unique = meta.props.filter((property) => property.unique).map(({ fieldNames }) => [fieldNames[0], 'another']);
  const [row] = await on.database.query<{ row: object }>(
    `select to_jsonb(t) as row from ${table} t where ${column} = $1 limit 1`,
    [on.ada.userId],
  );
  return JSON.stringify({
    ...row?.row,
    ...Object.fromEntries(unique),
    id: 'ada0ada0-ffff-7000-8000-000000000001',
    ...changes,
  });
}

const insertJson = (table: string): string =>
  `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`;

describe('a row policy', () => {
  const policies = tables.flatMap((table) =>
    [...(compiled.policy.owned.get(table.type)?.operations ?? [])].map((operation) => ({ ...table, operation })),
  );
  const own = (column: string): string =>
    `("${column}" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"))`;

  /** The first column that may be set to one value in every row. */
  const plainColumn = ({ meta }: OwnedTable): string => {
    const unique = new Set(meta.uniques.flatMap(({ properties }) => [properties ?? []].flat()));
    const property = meta.props.find(
      ({ kind, name, primary, persist }) =>
        kind === 'scalar' && !primary && persist !== false && name !== 'ownerId' && !unique.has(name as never),
    );
    return property?.fieldNames[0] ?? '';
  };

  test.each(policies)('of $table that lets everybody $operation', async ({ operation, ...table }) => {
    const { table: name, column } = table;
    const [value] = await plain.database.query<{ value: string }>(
      `select ${plainColumn(table)}::text as value from ${name} limit 1`,
    );
    const mutant = (using: string, attempt: Attempt): Mutant => ({
      what: `${name}: ${using}`,
      sql: `alter policy app_${commands[operation]} on ${name} ${using}`,
      undo: `alter policy app_${commands[operation]} on ${name} ${using.replaceAll('(true)', own(column))}`,
      attempt,
    });
    const touches =
      (sql: string): Attempt =>
      async (client) =>
        rowsOf((await client.query(sql)).rowCount);
    const gives: Attempt = async (client, on) => {
      const { rowCount } = await client.query(`update ${name} set ${column} = $1`, [on.bob.userId]);
      return rowsOf(rowCount);
    };
    const inserts: Attempt = async (client, on) => {
      const row = await rowLikeAdas(on, table, column === 'id' ? {} : { [column]: on.bob.userId });
      return rowsOf((await client.query(insertJson(name), [row])).rowCount);
    };
    const mutants = {
      READ: [mutant('using (true)', touches(`select from ${name}`))],
      CREATE: [mutant('with check (true)', inserts)],
      UPDATE: [
        mutant('using (true)', touches(`update ${name} set ${plainColumn(table)} = '${value?.value}'`)),
        mutant('with check (true)', gives),
      ],
      DELETE: [mutant('using (true)', touches(`delete from ${name}`))],
    }[operation];
    for (const each of mutants) expect([each.what, await isKilled(plain, each)]).toEqual([each.what, true]);
  });

  test.each(policies)('of $table to $operation, dropped', async ({ operation, ...table }) => {
    const { table: name, column } = table;
    const [value] = await plain.database.query<{ value: string }>(
      `select ${plainColumn(table)}::text as value from ${name} limit 1`,
    );
    const due = { READ: 'using', CREATE: 'with check', UPDATE: 'using', DELETE: 'using' }[operation];
    const attempt: Attempt = async (client, on) => {
      if (operation === 'CREATE')
        return rowsOf(
          (await client.query(insertJson(name), [await rowLikeAdas(on, table, { [column]: on.ada.userId })])).rowCount,
        );
      const sql = {
        READ: `select from ${name}`,
        UPDATE: `update ${name} set ${plainColumn(table)} = '${value?.value}'`,
        DELETE: `delete from ${name}`,
      }[operation];
      return rowsOf((await client.query(sql)).rowCount);
    };
    const check = operation === 'UPDATE' ? ` with check ${own(column)}` : '';
    const verdict = await isKilled(plain, {
      what: `${name}: no policy to ${operation}`,
      sql: `drop policy app_${commands[operation]} on ${name}`,
      undo: `create policy app_${commands[operation]} on ${name} for ${commands[operation]} to tenure_app ${due} ${own(column)}${check}`,
      attempt,
    });
    expect(verdict).toBe(true);
  });
});

const commands = { READ: 'select', CREATE: 'insert', UPDATE: 'update', DELETE: 'delete' } as const;

describe('row security', () => {
  const readable = tables.filter(({ type }) => compiled.policy.owned.get(type)?.operations.has('READ'));

  test.each(readable)('of $table, disabled', async ({ table }) => {
    const verdict = await isKilled(world, {
      what: `${table}: row security disabled`,
      sql: `alter table ${table} disable row level security`,
      undo: `alter table ${table} enable row level security`,
      attempt: async (client) => rowsOf((await client.query(`select from ${table}`)).rowCount),
    });
    expect(verdict).toBe(true);
  });

  test.each(tables)('of $table, no longer forced on its owner', async ({ table }) => {
    const verdict = await isKilled(world, {
      what: `${table}: row security not forced`,
      sql: `alter table ${table} no force row level security`,
      undo: `alter table ${table} force row level security`,
      login: 'owner',
      attempt: async (client) => rowsOf((await client.query(`select from ${table}`)).rowCount),
    });
    expect(verdict).toBe(true);
  });
});

describe('a privilege', () => {
  test.each(tables)('to empty $table', async ({ table }) => {
    const verdict = await isKilled(world, {
      what: `${table}: truncate granted`,
      sql: `grant truncate on ${table} to tenure_app`,
      undo: `revoke truncate on ${table} from tenure_app`,
      attempt: async (client) => {
        await client.query(`truncate ${table}`);
        return 0;
      },
    });
    expect(verdict).toBe(true);
  });
});

describe('a key over owner and parent', () => {
  interface Key {
    readonly name: string;
    readonly table: string;
    readonly column: string;
    readonly target: string;
    readonly definition: string;
  }
  let keys: readonly Key[];
  beforeAll(async () => {
    keys = await world.database.query<Key & Record<string, unknown>>(
      `select conname::text as name, conrelid::regclass::text as table, confrelid::regclass::text as target, pg_get_constraintdef(oid) as definition,
              (select attname::text from pg_attribute where attrelid = conrelid and attnum = conkey[2]) as column
       from pg_constraint where contype = 'f' and cardinality(conkey) > 1 and connamespace = 'public'::regnamespace`,
    );
  });

  test('that leaves the owner out links rows across owners', async () => {
    expect(keys.length).toBeGreaterThanOrEqual(6);
    for (const { name, table, column, target, definition } of keys) {
      const owned = tables.find((each) => each.table === table);
      if (!owned) throw new Error(`${table} has no owner.`);
      const { login, verb } = writerOf(owned);
      const attempt: Attempt = async (client, on) => {
        const [parent] = await on.database.query<{ id: string }>(
          `select id from ${target} where owner_id = $1 limit 1`,
          [on.bob.userId],
        );
        if (verb === 'insert')
          return rowsOf(
            (await client.query(insertJson(table), [await rowLikeAdas(on, owned, { [column]: parent?.id })])).rowCount,
          );
        return rowsOf(
          (await client.query(`update ${table} set ${column} = $1 where owner_id = $2`, [parent?.id, on.ada.userId]))
            .rowCount,
        );
      };
      const verdict = await isKilled(world, {
        what: `${table}.${column}: a key without the owner`,
        sql: `alter table ${table} drop constraint ${name}, add constraint ${name} foreign key (${column}) references ${target} (id)`,
        undo: `alter table ${table} drop constraint ${name}, add constraint ${name} ${definition}`,
        login,
        attempt,
      });
      expect(verdict).toBe(true);
    }
  });

  /** A login that writes rows of a type, and how. */
  function writerOf({ type }: OwnedTable): { login: 'app' | 'identity' | 'system'; verb: 'insert' | 'update' } {
    const { owned, grants } = compiled.policy;
    const held = {
      app: owned.get(type)?.operations,
      identity: grants.get(type)?.get('IDENTITY'),
      system: grants.get(type)?.get('SYSTEM'),
    };
    for (const login of ['app', 'identity', 'system'] as const) {
      if (held[login]?.has('CREATE')) return { login, verb: 'insert' };
      if (held[login]?.has('UPDATE')) return { login, verb: 'update' };
    }
    throw new Error(`Nobody writes ${type}.`);
  }
});
