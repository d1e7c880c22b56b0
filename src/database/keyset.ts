import type { EntityName, FilterQuery, FindOptions } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { InvalidInput } from '#platform/errors.ts';
import { isUuid } from '#platform/ids.ts';
import { isStorableDate, isStorableInstant } from './storable.ts';

/** Relay's page arguments (GraphQL Cursor Connections Specification); 1 to 100 rows, 20 unless told. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** One key of an order, as a path of properties; rows without a value come last. `id` always follows as the last key. */
export interface SortKey {
  readonly path: readonly string[];
  readonly direction: 'asc' | 'desc';
  /** How a cursor's text becomes a value again. */
  readonly parse: (text: string) => unknown;
}

export interface ListQuery<T> {
  readonly where: FilterQuery<T>;
  readonly order: readonly SortKey[];
  readonly page: PageArguments;
}

export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  /** Counted only when asked for. */
  readonly totalCount: () => Promise<number>;
}

const defaultSize = 20;
const largestSize = 100;

/** Reads one page and knows whether more follow by asking for one row more. */
export async function keysetPage<T extends { id: string }>(
  em: EntityManager,
  entity: EntityName<T>,
  query: ListQuery<T>,
): Promise<Page<T>> {
  const { where, order, page } = query;
  const { size, cursor, backwards } = readPage(page);
  const keys: readonly SortKey[] = [...order, { path: ['id'], direction: 'desc', parse: cursorValue.id }];
  const beyond =
    cursor === null ? [] : [beyondCursor(keys, decodeCursor(keys, cursor, backwards ? 'before' : 'after'), backwards)];
  const rows = await em.find(
    entity,
    { $and: [where, ...beyond] } as never,
    {
      orderBy: keys.map((key) => orderOf(key, backwards)),
      limit: size + 1,
      populate: [...new Set(order.filter((key) => key.path.length > 1).map((key) => key.path[0]))],
    } as unknown as FindOptions<T>,
  );
  const hasMore = rows.length > size;
  const kept = rows.slice(0, size);
  if (backwards) kept.reverse();
  const edges = kept.map((node) => ({ cursor: encodeCursor(keys, node), node }));
  return {
    edges,
    nodes: kept,
    pageInfo: {
      hasNextPage: backwards ? cursor !== null : hasMore,
      hasPreviousPage: backwards ? hasMore : cursor !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: () => em.count(entity, where as never),
  };
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

function readPage(page: PageArguments) {
  const backwards = isGiven(page.last);
  const others = backwards ? (['first', 'after'] as const) : (['before'] as const);
  const misplaced = others.find((name) => isGiven(page[name]));
  if (misplaced) throw new InvalidInput(misplaced, 'Ask for first, with after, or for last, with before.');
  const size = (backwards ? page.last : page.first) ?? defaultSize;
  if (size < 1 || size > largestSize)
    throw new InvalidInput(backwards ? 'last' : 'first', `Ask for 1 to ${largestSize}.`);
  return { size, backwards, cursor: (backwards ? page.before : page.after) ?? null };
}

// Nulls stand last in the list's own direction, so first when it is walked backwards.
const orderOf = ({ path, direction }: SortKey, backwards: boolean): object => {
  const asc = (direction === 'asc') !== backwards;
  return nest(path, `${asc ? 'asc' : 'desc'} nulls ${backwards ? 'first' : 'last'}`);
};

const nest = (path: readonly string[], value: unknown): object =>
  path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object;

/** The rows beyond a cursor: later in the first key, or equal there and later in the next, and so on. */
function beyondCursor(keys: readonly SortKey[], values: readonly unknown[], backwards: boolean): object {
  const branches: object[] = [];
  keys.forEach((key, index) => {
    const equal = keys.slice(0, index).map((before, at) => nest(before.path, values[at] ?? null));
    for (const later of laterThan(key, values[index] ?? null, backwards)) branches.push({ $and: [...equal, later] });
  });
  return { $or: branches };
}

function laterThan({ path, direction }: SortKey, value: unknown, backwards: boolean): object[] {
  const isNull = nest(path, null);
  if (value === null) return backwards ? [nest(path, { $ne: null })] : [];
  const operator = (direction === 'asc') === backwards ? '$lt' : '$gt';
  const later = nest(path, { [operator]: value });
  const isUnique = path.length === 1 && path[0] === 'id';
  return backwards || isUnique ? [later] : [later, isNull];
}

function encodeCursor(keys: readonly SortKey[], row: object): string {
  const values = keys.map(({ path }) => path.reduce<unknown>(valueOf, row) ?? null);
  return Buffer.from(
    JSON.stringify(values.map((value) => (value instanceof Date ? value.toISOString() : value))),
  ).toString('base64url');
}

const valueOf = (row: unknown, name: string): unknown => {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, name) : null;
  return typeof value === 'object' && value !== null && 'unwrap' in value && typeof value.unwrap === 'function'
    ? value.unwrap()
    : value;
};

/** Cursors hold key values and nothing else: whatever a client makes of one, the filters still apply. */
function decodeCursor(keys: readonly SortKey[], cursor: string, field: string): readonly unknown[] {
  const values = parseJson(Buffer.from(cursor, 'base64url').toString());
  if (!Array.isArray(values) || values.length !== keys.length)
    throw new InvalidInput(field, 'This is no cursor of this list.');
  return keys.map((key, index) => {
    const value: unknown = values[index];
    if (value === null) return null;
    const parsed = typeof value === 'string' || typeof value === 'number' ? key.parse(String(value)) : undefined;
    if (parsed === undefined) throw new InvalidInput(field, 'This is no cursor of this list.');
    return parsed;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const largestInteger = 2_147_483_647;

/** Parsers for cursor values: undefined where the text is none, or none that the database takes. */
export const cursorValue = {
  integer: (text: string): number | undefined =>
    /^-?\d{1,10}$/.test(text) && Math.abs(Number(text)) <= largestInteger ? Number(text) : undefined,
  instant: (text: string): Date | undefined => {
    const instant = new Date(text);
    return isStorableInstant(instant) ? instant : undefined;
  },
  id: (text: string): string | undefined => (isUuid(text) ? text : undefined),
  date: (text: string): string | undefined => (isStorableDate(text) ? text : undefined),
} as const;
