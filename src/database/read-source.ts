import type { EntityMetadata, FilterDef } from '@mikro-orm/core';
import { sql, type RawBuilder } from 'kysely';
import { parseCondition, propertyOf, Slot, type Condition } from './read-condition.ts';

type Sql = RawBuilder<unknown>;

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
    this.#filters = this.#filtersOf(this.#root);
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

  /** @param valueAt what stands for each value: its slot, unless the values are fixed */
  condition(condition: Condition, valueAt = slotSql): Sql {
    const inner = (each: Condition): Sql => this.condition(each, valueAt);
    if ('all' in condition) return and(condition.all.map(inner));
    if ('any' in condition) return sql`(${sql.join(condition.any.map(inner), sql` or `)})`;
    const column = this.column(condition.path);
    if ('slots' in condition) return isAmong(column, condition.slots.map(valueAt));
    if ('isNot' in condition) return sql`${column} is not null`;
    if ('is' in condition)
      return condition.is === null ? sql`${column} is null` : sql`${column} = ${sql.lit(condition.is)}`;
    return sql`${column} ${sql.raw(condition.operator)} ${valueAt(condition.slot)}`;
  }

  order(keys: readonly OrderKey[]): Sql {
    if (keys.length === 0) return sql``;
    const list = keys.map((key) => sql`${this.#sortable(key)} ${sql.raw(key.direction)}`);
    return sql` order by ${sql.join(list)}`;
  }

  /** The rows behind the one with these values: a comparison of rows, which an index can start from. */
  behind(keys: readonly OrderKey[], slots: readonly number[]): Sql {
    const columns = keys.map((key) => this.#sortable(key));
    const values = keys.map((key, at) =>
      this.#padded(key, sql`${new Slot(slots[at] ?? 0)}::${sql.raw(this.#typeOf(key.path))}`),
    );
    const operator = keys[0]?.direction === 'asc' ? '>' : '<';
    return sql`(${sql.join(columns)}) ${sql.raw(operator)} (${sql.join(values)})`;
  }

  #sortable(key: OrderKey): Sql {
    return this.#padded(key, this.column(key.path));
  }

  #padded({ path, missing }: OrderKey, value: Sql): Sql {
    // Behind a join there may be no row, so no value either.
    const isOptional = path.length > 1 || this.#propertyAt(path).nullable === true;
    return missing && isOptional ? sql`coalesce(${value}, ${sql.raw(endOf(this.#typeOf(path), missing))})` : value;
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
    const on = and([sql`${columnOf(parent, name)} = ${columnOf(joined, 'id')}`, this.#filtersOf(joined)]);
    this.#joins.push(sql`left join ${sql.id(targetMeta.tableName)} as ${sql.id(joined.alias)} on ${on}`);
    return joined;
  }

  #named(meta: EntityMetadata): Joined {
    this.#names.count += 1;
    return { alias: `t${this.#names.count}`, meta };
  }

  /** The filters that the ORM would apply by itself, the owner's among them, with the owner's id still to come. */
  #filtersOf({ alias, meta }: Joined): Sql {
    const conditions = Object.values(meta.filters as Record<string, FilterDef>)
      .filter((filter) => filter.default !== false)
      .map(({ name, cond }) => {
        const where: unknown = typeof cond === 'function' ? cond({ id: ownerSlot }, 'read', undefined as never) : cond;
        const values: unknown[] = [];
        const condition = parseCondition(meta, where as object, values);
        if (values.length > 0)
          throw new Error(`${meta.className}: filter ${name} has values of its own and cannot be planned.`);
        return filterSql({ alias, meta }, condition);
      });
    return and(conditions);
  }
}

/** A filter names columns of its own table only: what it joined would need filters itself. */
function filterSql(joined: Joined, condition: Condition): Sql {
  if ('slot' in condition && condition.path.length === 1)
    return sql`${columnOf(joined, condition.path[0] ?? '')} = ${new Slot(condition.slot)}`;
  throw new Error(`${joined.meta.className}: a filter of this form cannot be planned.`);
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

const slotSql = (slot: number): Sql => sql`${new Slot(slot)}`;

const isAmong = (column: Sql, values: readonly Sql[]): Sql =>
  values.length === 0 ? sql`false` : sql`${column} in (${sql.join([...values])})`;

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
