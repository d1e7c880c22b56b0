import type { FilterQuery } from '@mikro-orm/core';
import { InvalidInput } from '#platform/errors.ts';
import { isUuid } from '#platform/ids.ts';
import type { OrderKey } from './read-source.ts';
import { isStorableDate, isStorableInstant } from './storable.ts';

/** Relay's page arguments (GraphQL Cursor Connections Specification); 1 to 100 rows, 20 unless told. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/**
 * One key of an order, as a path of properties; rows without a value come last. All keys of an order run one way, and
 * `id` always follows as the last one.
 */
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
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Counted only when asked for. */
  readonly totalCount: () => Promise<number>;
}

const defaultSize = 20;
const largestSize = 100;

/** A page as a question to the database: one row more than asked for tells whether others follow. */
export interface Seek {
  readonly order: readonly OrderKey[];
  /** Values of the row that the page begins behind, one for each key; null from the first row. */
  readonly behind: readonly unknown[] | null;
  readonly limit: number;
  readonly isBackwards: boolean;
}

/** @throws InvalidInput where the arguments contradict each other or the cursor is none of this list */
export function readSeek(order: readonly SortKey[], page: PageArguments): Seek {
  const { size, cursor, isBackwards } = readPage(page);
  const keys = keysOf(order);
  const behind = cursor === null ? null : decodeCursor(keys, cursor, isBackwards ? 'before' : 'after');
  return { order: keys.map((key) => orderKey(key, isBackwards)), behind, limit: size + 1, isBackwards };
}

/**
 * The page that was sought. Cursors are made, and rows counted, only where they are asked for: by a class, because each
 * object with getters of its own gets a form of its own, which keeps its rows until the next big collection.
 */
export class SoughtPage<T extends object> implements Page<T> {
  readonly nodes: readonly T[];
  readonly totalCount: () => Promise<number>;
  readonly #keys: readonly SortKey[];
  readonly #seek: Seek;
  readonly #hasMore: boolean;

  constructor(
    rows: readonly T[],
    { order, seek }: { order: readonly SortKey[]; seek: Seek },
    count: Page<T>['totalCount'],
  ) {
    const kept = rows.slice(0, seek.limit - 1);
    this.nodes = seek.isBackwards ? kept.toReversed() : kept;
    this.totalCount = count;
    this.#keys = keysOf(order);
    this.#seek = seek;
    this.#hasMore = rows.length >= seek.limit;
  }

  get edges(): Page<T>['edges'] {
    return this.nodes.map((node) => ({ cursor: encodeCursor(this.#keys, node), node }));
  }

  get pageInfo(): Page<T>['pageInfo'] {
    const { isBackwards, behind } = this.#seek;
    const isBehind = behind !== null;
    const cursorOf = (row: T | undefined): string | null => (row ? encodeCursor(this.#keys, row) : null);
    return {
      hasNextPage: isBackwards ? isBehind : this.#hasMore,
      hasPreviousPage: isBackwards ? this.#hasMore : isBehind,
      startCursor: cursorOf(this.nodes[0]),
      endCursor: cursorOf(this.nodes.at(-1)),
    };
  }
}

const keysOf = (order: readonly SortKey[]): readonly SortKey[] => [
  ...order,
  { path: ['id'], direction: order[0]?.direction ?? 'desc', parse: cursorValue.id },
];

// Walked backwards the order turns round, but what a missing value counts as stays: it is the list that has it last.
const orderKey = ({ path, direction }: SortKey, isBackwards: boolean): OrderKey => ({
  path,
  direction: (direction === 'asc') === isBackwards ? 'desc' : 'asc',
  missing: direction === 'asc' ? 'highest' : 'lowest',
});

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

function readPage(page: PageArguments) {
  const isBackwards = isGiven(page.last);
  const others = isBackwards ? (['first', 'after'] as const) : (['before'] as const);
  const misplaced = others.find((name) => isGiven(page[name]));
  if (misplaced) throw new InvalidInput(misplaced, 'Ask for first, with after, or for last, with before.');
  const size = (isBackwards ? page.last : page.first) ?? defaultSize;
  if (size < 1 || size > largestSize)
    throw new InvalidInput(isBackwards ? 'last' : 'first', `Ask for 1 to ${largestSize}.`);
  return { size, isBackwards, cursor: (isBackwards ? page.before : page.after) ?? null };
}

function encodeCursor(keys: readonly SortKey[], row: object): string {
  const values = keys.map(({ path }) => path.reduce<unknown>(valueOf, row) ?? null);
  return Buffer.from(
    JSON.stringify(values.map((value) => (value instanceof Date ? value.toISOString() : value))),
  ).toString('base64url');
}

const valueOf = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null ? Reflect.get(row, name) : null;

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
