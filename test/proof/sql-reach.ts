import type { EntityMetadata } from '@mikro-orm/core';
import { Client } from 'pg';
import type { Policy } from '#authorization/policy.ts';
import { ownedTables, type OwnedTable } from './owned-rows.ts';
import type { World } from './world.ts';

// What SQL of a request's login reaches, whoever has got it to run some: no shield and no filter, the database alone.

/** What somebody tries, told by a number or by the code of the error that ends it. */
export type Attempt = (client: Client, on: World) => Promise<number | string>;

export type WritingLogin = 'app' | 'identity' | 'staff' | 'system';

/** Runs an attempt as a login with Ada as the owner, and takes back what it did. */
export async function attempted(on: World, login: WritingLogin | 'owner', attempt: Attempt): Promise<number | string> {
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

/** How many rows a statement touches. */
export const touching =
  (sql: string, values: readonly unknown[] = []): Attempt =>
  async (client) =>
    (await client.query(sql, [...values])).rowCount ?? 0;

/**
 * Puts in a row like one of Ada's, under an id of its own, with some columns changed. What must be unlike any other row is
 * tried with each of Ada's parents, until it is.
 */
export const inserting =
  ({ meta, table, column }: OwnedTable, changes: (on: World) => object): Attempt =>
  async (client, on) => {
    const [row] = await on.database.query<{ row: object }>(
      `select to_jsonb(t) as row from ${table} t where ${column} = $1 limit 1`,
      [on.ada.userId],
    );
    const id = 'ada0ada0-ffff-7000-8000-000000000001';
    const insert = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`;
    let refusal: unknown;
    for (const unlike of unlikeOthers(meta, on)) {
      const made = JSON.stringify({ ...row?.row, ...unlike, id, ...changes(on) });
      await client.query('savepoint before');
      try {
        return await touching(insert, [made])(client, on);
      } catch (error) {
        if (Reflect.get(error as object, 'code') !== '23505') throw error;
        refusal = error;
        await client.query('rollback to before');
      }
    }
    throw refusal;
  };

/** Other values for the columns of an entity's unique keys: texts that nobody has, and each parent of Ada's or of nobody's in turn. */
function* unlikeOthers(meta: EntityMetadata, { ids }: World): Generator<object> {
  const names = new Set(meta.uniques.flatMap(({ properties }) => [properties ?? []].flat().map(String)));
  const unique = meta.props.filter((property) => property.unique || names.has(property.name));
  const texts = unique.filter(({ columnTypes }) => /^(text|varchar)/.test(columnTypes[0] ?? ''));
  const parents = unique.filter(({ kind, mapToPk }) => kind === 'm:1' && !mapToPk).toReversed();
  const fresh = Object.fromEntries(texts.map(({ fieldNames }) => [fieldNames[0], 'another']));
  if (parents.length === 0) return yield fresh;
  for (const { targetMeta, fieldNames } of parents)
    for (const id of [ids.own, ids.shared].flatMap((known) => known.get(targetMeta?.className ?? '') ?? []))
      yield { ...fresh, [fieldNames[0] ?? '']: id };
}

/** A foreign key between tables with owners. */
export interface OwnedKey {
  readonly name: string;
  readonly table: string;
  readonly column: string;
  readonly target: string;
  readonly definition: string;
}

/** Every foreign key that names a row with an owner other than by the owner's own id. */
export const ownedKeys = ({ database }: World): Promise<OwnedKey[]> =>
  database.query<OwnedKey & Record<string, unknown>>(
    `select conname::text as name, conrelid::regclass::text as table, confrelid::regclass::text as target,
            pg_get_constraintdef(oid) as definition, attname::text as column
     from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[cardinality(conkey)]
     where contype = 'f' and connamespace = 'public'::regnamespace and attname <> 'owner_id'
       and exists (select from pg_attribute where attrelid = confrelid and attname = 'owner_id')`,
  );

/** Links a row of Ada's to a parent of Bob's, as a login that writes such rows. */
export function linking(world: World, { table, column, target }: OwnedKey): { login: WritingLogin; attempt: Attempt } {
  const owned = ownedTables(world).find((each) => each.table === table);
  if (!owned) throw new Error(`${table} has no owner.`);
  const { login, verb } = writerOf(world.compiled.policy, owned);
  const parentOf = async (on: World): Promise<string> => {
    const [parent] = await on.database.query<{ id: string }>(`select id from ${target} where owner_id = $1 limit 1`, [
      on.bob.userId,
    ]);
    return parent?.id ?? '';
  };
  const attempt: Attempt = async (client, on) => {
    const parent = await parentOf(on);
    if (verb === 'insert') return inserting(owned, () => ({ [column]: parent }))(client, on);
    const sql = `update ${table} set ${column} = $1 where owner_id = $2`;
    return touching(sql, [parent, on.ada.userId])(client, on);
  };
  return { login, attempt };
}

/** A login that writes rows of a type, and how. */
function writerOf({ owned, grants }: Policy, { type }: OwnedTable): { login: WritingLogin; verb: 'insert' | 'update' } {
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

/** @returns what of others the login of requests reaches by SQL: rows seen, tables emptied, links made */
export async function reachedBySql(world: World): Promise<string[]> {
  const reached: string[] = [];
  for (const { table, column } of ownedTables(world)) {
    const seen = await attempted(
      world,
      'app',
      touching(`select from ${table} where ${column} <> $1`, [world.ada.userId]),
    );
    if (typeof seen === 'number' && seen > 0) reached.push(`${table}: ${seen} rows of others are seen`);
    const gone = await attempted(
      world,
      'app',
      touching(`delete from ${table} where ${column} <> $1`, [world.ada.userId]),
    );
    if (typeof gone === 'number' && gone > 0) reached.push(`${table}: ${gone} rows of others can be deleted`);
    const emptied = await attempted(world, 'app', touching(`truncate ${table} cascade`));
    if (typeof emptied === 'number') reached.push(`${table}: can be emptied`);
  }
  for (const key of await ownedKeys(world)) {
    const { login, attempt } = linking(world, key);
    const linked = await attempted(world, login, attempt);
    if (typeof linked === 'number' && linked > 0)
      reached.push(`${key.table}.${key.column}: links to a row of another’s`);
  }
  return reached;
}
