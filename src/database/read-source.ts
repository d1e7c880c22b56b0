import type { EntityMetadata, FilterDef } from '@mikro-orm/core';
import { sql, type RawBuilder } from 'kysely';
import { propertyOf, Slot, unrepeated } from './read-condition.ts';

type Sql = RawBuilder<unknown>;

/** What stands in a statement for a value. */
export type Place = (value: unknown) => Sql;

const operators: Readonly<Record<string, string>> = {
  $eq: '=',
  $ne: '<>',
  $lt: '<',
  $lte: '<=',
  $gt: '>',
  $gte: '>=',
  $ilike: 'ilike',
  $in: 'in',
};

/** One key of an order. */
export interface OrderKey {
  readonly path: readonly string[];
  readonly direction: 'asc' | 'desc';
  /** What a missing value counts as, so that a page can begin behind any row; null leaves it to PostgreSQL. */
  readonly missing: 'lowest' | 'highest' | null;
}

/** The place of the owner's id among a statement's values. */
export const ownerSlot = new Slot(0);

interface Joined {
  readonly alias: string;
  readonly meta: EntityMetadata;
}

/**
 * The rows of one entity and what is joined to them, as SQL. Whatever is named joins the filters of its entity: no row
 * comes in by a join that a statement of its own would not find.
 */
export class Source {
  /** Counts the tables of a statement, those of sub-selects too, so that each has a name of its own. */
  readonly #names: { count: number };
  readonly #root: Joined;
  readonly #joined = new Map<string, Joined>();
  readonly #joins: Sql[] = [];
  readonly #filters: Sql;

  constructor(meta: EntityMetadata, within?: Source) {
    this.#names = within ? within.#names : { count: 0 };
    this.#root = this.#named(meta);
    this.#filters = this.#filtersOf([]);
  }

  /** The column at a path of properties; relations on the way are joined. */
  column(path: readonly string[]): Sql {
    const name = path.at(-1) ?? '';
    return columnOf(this.#at(path.slice(0, -1)), name);
  }

  /** `from` with the joins so far, and `where` with the filters and the conditions given. */
  from(conditions: readonly Sql[]): Sql {
    const { alias, meta } = this.#root;
    const joins = this.#joins.length > 0 ? sql` ${sql.join(this.#joins, sql` `)}` : sql``;
    return sql`from ${sql.id(meta.tableName)} as ${sql.id(alias)}${joins} where ${and([this.#filters, ...conditions])}`;
  }

  /**
   * A where-object of the ORM.
   * @param path the relations that lead to the entity it is about
   */
  condition(where: object, place: Place, path: readonly string[] = []): Sql {
    const inner = (each: object): Sql => this.condition(each, place, path);
    const parts = Object.entries(where).map(([name, value]: [string, unknown]) => {
      if (name === '$and') return and((value as object[]).map(inner));
      if (name === '$or') return sql`(${sql.join((value as object[]).map(inner), sql` or `)})`;
      return this.#property([...path, name], value, place);
    });
    return and(parts);
  }

  #property(path: readonly string[], value: unknown, place: Place): Sql {
    if (!isObject(value)) return compared(this.column(path), { operator: '$eq', value }, place);
    // Else it is a condition on what the relation leads to.
    if (!Object.keys(value).every((key) => key in operators)) return this.condition(value, place, path);
    return and(
      Object.entries(value).map(([operator, operand]: [string, unknown]) =>
        compared(this.column(path), { operator, value: operand }, place),
      ),
    );
  }

  order(keys: readonly OrderKey[]): Sql {
    if (keys.length === 0) return sql``;
    const list = keys.map((key) => sql`${this.#sortable(key)} ${sql.raw(key.direction)}`);
    return sql` order by ${sql.join(list)}`;
  }

  /** The rows behind the one with these values: a comparison of rows, which an index can start from. */
  behind(keys: readonly OrderKey[], slots: readonly Slot[]): Sql {
    const columns = keys.map((key) => this.#sortable(key));
    const values = keys.map((key, at) => this.#padded(key, sql`${slots[at]}::${sql.raw(this.#typeOf(key.path))}`));
    const operator = keys[0]?.direction === 'asc' ? '>' : '<';
    return sql`(${sql.join(columns)}) ${sql.raw(operator)} (${sql.join(values)})`;
  }

  #sortable(key: OrderKey): Sql {
    return this.#padded(key, this.column(key.path));
  }

  #padded({ path, missing }: OrderKey, value: Sql): Sql {
    // Behind a join there may be no row, so no value either.
    const isOptional = path.length > 1 || this.#propertyAt(path).nullable === true;
    if (!missing || !isOptional) return value;
    // No `coalesce`: PostgreSQL takes it for leaky, and does not let an index begin with it where row policies hold.
    return sql`case when ${value} is null then ${sql.raw(endOf(this.#typeOf(path), missing))} else ${value} end`;
  }

  #propertyAt(path: readonly string[]) {
    return propertyOf(this.#at(path.slice(0, -1)).meta, path.at(-1) ?? '');
  }

  #typeOf(path: readonly string[]): string {
    return (this.#propertyAt(path).columnTypes[0] ?? '').replace(/\(.*\)$/, '');
  }

  #at(path: readonly string[]): Joined {
    const name = path.at(-1);
    if (name === undefined) return this.#root;
    const key = path.join('.');
    const known = this.#joined.get(key);
    if (known) return known;
    const parent = this.#at(path.slice(0, -1));
    const { targetMeta } = propertyOf(parent.meta, name);
    if (!targetMeta) throw new Error(`${parent.meta.className}.${name} is no relation.`);
    const joined = this.#named(targetMeta);
    this.#joined.set(key, joined);
    const on = and([sql`${columnOf(parent, name)} = ${columnOf(joined, 'id')}`, this.#filtersOf(path)]);
    this.#joins.push(sql`left join ${sql.id(targetMeta.tableName)} as ${sql.id(joined.alias)} on ${on}`);
    return joined;
  }

  #named(meta: EntityMetadata): Joined {
    this.#names.count += 1;
    return { alias: `t${this.#names.count}`, meta };
  }

  /** The filters that the ORM would apply by itself, the owner's among them, with the owner's id still to come. */
  #filtersOf(path: readonly string[]): Sql {
    const { meta } = this.#at(path);
    const filters = Object.values(meta.filters as Record<string, FilterDef>).filter(({ default: on }) => on !== false);
    return and(
      filters.map(({ name, cond }) => {
        const where: unknown = typeof cond === 'function' ? cond({ id: ownerSlot }, 'read', undefined as never) : cond;
        const refuse: Place = () => {
          throw new Error(`${meta.className}: filter ${name} has values of its own and cannot be planned.`);
        };
        return this.condition(where as object, refuse, path);
      }),
    );
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof Slot);

function compared(column: Sql, { operator, value }: { operator: string; value: unknown }, place: Place): Sql {
  if (Array.isArray(value))
    return value.length === 0 ? sql`false` : sql`${column} in (${sql.join(unrepeated(value).map(place))})`;
  const isNot = operator === '$ne';
  if (value === null) return isNot ? sql`${column} is not null` : sql`${column} is null`;
  if (typeof value === 'boolean') return sql`${column} = ${sql.lit(value !== isNot)}`;
  return sql`${column} ${sql.raw(operators[operator] ?? '=')} ${value instanceof Slot ? sql`${value}` : place(value)}`;
}

const columnOf = ({ alias, meta }: Joined, name: string): Sql => {
  const { fieldNames } = propertyOf(meta, name);
  return sql`${sql.id(alias, fieldNames[0] ?? name)}`;
};

const everything = sql`true`;

function and(conditions: readonly Sql[]): Sql {
  const narrowing = conditions.filter((condition) => condition !== everything);
  return narrowing.length === 0 ? everything : sql`${sql.join(narrowing, sql` and `)}`;
}

const ends: Readonly<Record<string, Readonly<Record<'lowest' | 'highest', string>>>> = {
  int: { lowest: `'-2147483648'::int`, highest: `'2147483647'::int` },
  date: { lowest: `'-infinity'::date`, highest: `'infinity'::date` },
  timestamptz: { lowest: `'-infinity'::timestamptz`, highest: `'infinity'::timestamptz` },
};

/** A value beyond all others of a type. */
function endOf(type: string, end: 'lowest' | 'highest'): string {
  const known = ends[type];
  if (!known) throw new Error(`An order by values of type ${type} that may be missing cannot be planned.`);
  return known[end];
}
