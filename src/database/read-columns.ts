import { sql, type EntityName, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

type Plain = string | number | boolean | null | undefined;

/** Properties that a row has as they are: texts, enums, ids, numbers, and relations as the id they lead to. */
type PlainKey<T> = { [K in keyof T & string]: T[K] extends Plain | { readonly id: string } ? K : never }[keyof T &
  string];

/** The properties of an entity that are whole numbers. */
type CountKey<T> = { [K in keyof T & string]: T[K] extends number ? K : never }[keyof T & string];

type ListKey<T> = { [K in keyof T & string]: T[K] extends Iterable<object> ? K : never }[keyof T & string];

type Row<T, K extends keyof T> = { readonly [P in K]: T[P] extends Plain ? T[P] : string };

/**
 * Reads some columns of many rows past the unit of work, which would make an entity of each. The filters of the entity
 * hold as in any other read, the owner's among them. Each combination is read once where `isDistinct`.
 */
export async function readColumns<T extends object, K extends PlainKey<T>>(
  em: EntityManager,
  entity: EntityName<T>,
  {
    columns,
    where = {},
    isDistinct = false,
  }: { readonly columns: readonly K[]; readonly where?: FilterQuery<T>; readonly isDistinct?: boolean },
): Promise<readonly Row<T, K>[]> {
  const builder = em.createQueryBuilder(entity, 'r');
  const query = builder.select(columns as never, isDistinct).where(where as never);
  await query.applyFilters();
  return query.execute<Row<T, K>[]>();
}

/**
 * By id, what names the version of each row: another one after every change, by whomever. It is the number of the
 * transaction that wrote it.
 */
export async function readVersions<T extends { id: string }>(
  em: EntityManager,
  entity: EntityName<T>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const query = em
    .createQueryBuilder(entity, 'r')
    .select(['id' as never, sql`r.xmin::text`.as('version')])
    .where({ id: { $in: [...ids] } } as never);
  await query.applyFilters();
  const rows = await query.execute<{ readonly id: string; readonly version: string }[]>();
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** The ids of rows, read as `readColumns` does. */
export async function readIds<T extends { id: string }>(
  em: EntityManager,
  entity: EntityName<T>,
  where: FilterQuery<T>,
): Promise<readonly string[]> {
  const rows = await readColumns<{ id: string }, 'id'>(em, entity as never, { columns: ['id'], where: where as never });
  return rows.map(({ id }) => id);
}

/** The ids of rows two of whose columns are not the same, as they are where but one of them is null. */
export async function readIdsOfDiffering<T extends { id: string }>(
  em: EntityManager,
  entity: EntityName<T>,
  {
    columns,
    where,
    limit,
  }: {
    readonly columns: readonly [keyof T & string, keyof T & string];
    readonly where: FilterQuery<T>;
    readonly limit: number;
  },
): Promise<readonly string[]> {
  const [one, other] = columns.map((name) => columnOf(em, entity, name));
  // In the words of a partial index, which is used for no others.
  const differ = `r.${one} is distinct from r.${other}`;
  const query = em
    .createQueryBuilder(entity, 'r')
    .select('id' as never)
    .where(where as never)
    .andWhere(differ);
  await query.applyFilters();
  return idsOf(await query.limit(limit).execute<{ id: string }[]>());
}

/**
 * The ids of rows that have any children of a kind, and at least half as many of them as one of their columns says. For
 * children that nobody owns: of theirs no filter is applied.
 */
export async function readIdsOfHalfMet<T extends { id: string }, L extends ListKey<T>>(
  em: EntityManager,
  entity: EntityName<T>,
  {
    where,
    list,
    whereChild,
    outOf,
  }: {
    readonly where: Readonly<Record<string, unknown>>;
    readonly list: L;
    readonly whereChild: Readonly<Record<string, unknown>>;
    readonly outOf: CountKey<T>;
  },
): Promise<readonly string[]> {
  const query = em
    .createQueryBuilder(entity, 'r')
    .select('r.id' as never)
    .join(`r.${list}` as never, 'c')
    .where({ ...where, ...named('c', whereChild) } as never)
    .groupBy('r.id' as never)
    .having(`2 * count(*) >= r.${columnOf(em, entity, outOf)}`);
  await query.applyFilters();
  return idsOf(await query.execute<{ id: string }[]>());
}

const named = (alias: string, where: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(where).map(([name, value]) => [`${alias}.${name}`, value]));

const columnOf = <T extends object>(em: EntityManager, entity: EntityName<T>, name: string): string =>
  em.getMetadata().get(entity).properties[name as never]['fieldNames'][0] ?? name;

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
