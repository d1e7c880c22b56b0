import { createHash } from 'node:crypto';
import type { EntityMetadata } from '@mikro-orm/core';
import { createQueryId, PostgresQueryCompiler, sql, type RawBuilder } from 'kysely';
import type { BoundStatement, Statement } from './flight.ts';
import type { RowNotice } from './notify.ts';
import { rowClass, type RowClass } from './planned-row.ts';
import { propertyOf, Slot } from './read-condition.ts';
import type { Wanted } from './read-selection.ts';
import { ownerSlot, Source, type OrderKey } from './read-source.ts';
import type { Inverse } from './reads.ts';

type Sql = RawBuilder<unknown>;

/** What is asked of an entity's rows. A plan serves all questions that differ in their values alone. */
export interface ReadQuestion {
  readonly where: object;
  readonly order: readonly OrderKey[];
  /** Values of the row that the rows lie behind, in the order's own keys; null from the first row. */
  readonly behind: readonly unknown[] | null;
  readonly limit: number | null;
}

/** A statement whose values are still to come. */
export class Template {
  readonly statement: Statement;
  readonly #slots: readonly number[];

  constructor(query: Sql) {
    const { sql: text, parameters } = new PostgresQueryCompiler().compileQuery(
      query.toOperationNode(),
      createQueryId(),
    );
    // Named by what it says: whoever prepared it, it is the same statement.
    this.statement = { text, name: createHash('sha1').update(text).digest('base64url') };
    this.#slots = parameters.map((parameter) => (parameter as Slot).index);
  }

  bind(values: readonly (string | null)[]): BoundStatement {
    return { statement: this.statement, values: this.#slots.map((slot) => values[slot] ?? null) };
  }
}

/** How rows of one form are read: a statement for them, one for each to-many relation below, one that counts. */
export interface ReadPlan {
  readonly rows: Level;
  readonly count: Template;
}

/** Rows of one statement, and how those of further statements hang on them. */
export interface Level {
  readonly template: Template;
  readonly row: RowClass;
  readonly children: readonly Child[];
}

interface Child {
  readonly level: Level;
  /** Properties from a row of the level above to the one that has the children. */
  readonly path: readonly string[];
  readonly name: string;
  readonly isSingle: boolean;
}

/** Makes the plan of a question: its values' places are behind the owner's id. @throws where it cannot be planned */
export function planRead(wanted: Wanted, question: ReadQuestion): ReadPlan {
  const source = new Source(wanted.meta);
  let last = ownerSlot.index;
  const nextSlot = (): Slot => new Slot((last += 1));
  const condition = source.condition(question.where, () => sql`${nextSlot()}`);
  // Made first: a count joins only what its condition names.
  const count = new Template(sql`select count(*) ${source.from([condition])}`);
  const behind = question.behind ? [source.behind(question.order, question.behind.map(nextSlot))] : [];
  const order = source.order(question.order);
  const limit = question.limit === null ? sql`` : sql` limit ${sql.lit(question.limit)}`;
  const tail = (): Sql => sql`${source.from([condition, ...behind])}${order}${limit}`;
  return { rows: levelOf(source, wanted, { leading: [], tail }), count };
}

/** A change of one row: the properties that get new values, and how it is told of. */
export interface ChangeForm {
  readonly names: readonly string[];
  readonly notice: RowNotice | null;
}

/** The values of a change: its owner's id, its row's, and one for each property in turn. */
export function planChange(meta: EntityMetadata, { names, notice }: ChangeForm): Template {
  const source = new Source(meta);
  const columnOf = (name: string): Sql => sql.id(propertyOf(meta, name).fieldNames[0] ?? name);
  const changes = names.map((name, at) => sql`${columnOf(name)} = ${new Slot(at + 2)}`);
  const version = meta.versionProperty
    ? [sql`${columnOf(meta.versionProperty)} = ${columnOf(meta.versionProperty)} + 1`]
    : [];
  const found = sql`${source.column(['id'])} = ${new Slot(1)}`;
  // Saying what is so already changes nothing, nor does the version grow.
  const differs = names.map((name, at) => sql`${columnOf(name)} is distinct from ${new Slot(at + 2)}`);
  const update = sql`update ${sql.id(meta.tableName)} set ${sql.join([...changes, ...version])} where "id" in (select ${source.column(['id'])} ${source.from([found])}) and (${sql.join(differs, sql` or `)})`;
  if (!notice) return new Template(update);
  const of = columnOf(notice.of);
  const payload = sql`concat(${sql.lit(`${notice.subject}:`)}, ${of}, ' ', "id")`;
  // One statement: nothing is told where nothing changed.
  return new Template(
    sql`with changed as (${update} returning "id", ${of}) select pg_notify(${sql.lit(notice.channel)}, ${payload}) from changed`,
  );
}

interface LevelParts {
  readonly leading: readonly Sql[];
  readonly tail: () => Sql;
}

function levelOf(source: Source, wanted: Wanted, { leading, tail }: LevelParts): Level {
  const columns = [...leading];
  const children: Pending[] = [];
  const row = rowOf(wanted, { source, columns, children, path: [] });
  // After the row, which says what must be joined.
  const template = new Template(sql`select ${sql.join(columns)} ${tail()}`);
  return {
    template,
    row,
    children: children.map(({ path, name, isSingle, plan }) => ({ path, name, isSingle, level: plan(tail) })),
  };
}

interface Pending extends Omit<Child, 'level'> {
  readonly plan: (tail: () => Sql) => Level;
}

interface Reading {
  readonly source: Source;
  readonly columns: Sql[];
  readonly children: Pending[];
  readonly path: readonly string[];
}

function rowOf(wanted: Wanted, reading: Reading): RowClass {
  const { source, columns, children, path } = reading;
  const { meta } = wanted;
  const take = (name: string): number => columns.push(source.column([...path, name])) - 1;
  // Its own id and its owner's go along always: walls and relations ask for them.
  const names = new Set(['id', ...(meta.properties['ownerId' as never] ? ['ownerId'] : []), ...wanted.columns]);
  const scalars = [...names].map((name) => ({ property: propertyOf(meta, name), at: take(name) }));
  const ones: { name: string; row: RowClass }[] = [];
  for (const [name, below] of wanted.relations) {
    const relation = propertyOf(meta, name);
    if (relation.kind === 'm:1') {
      ones.push({ name, row: rowOf(below, { ...reading, path: [...path, name] }) });
      continue;
    }
    const order = [relation.orderBy ?? []].flat().flatMap(orderKeys);
    const inverse = { entity: below.meta.class, by: relation.mappedBy };
    children.push({ path, name, isSingle: false, plan: childPlan(source, below, { inverse, order, path }) });
  }
  for (const [name, { inverse, wanted: below }] of wanted.inverses)
    children.push({ path, name, isSingle: true, plan: childPlan(source, below, { inverse, order: [], path }) });
  return rowClass(scalars, ones);
}

const orderKeys = (order: object): OrderKey[] =>
  Object.entries(order).map(([name, direction]) => ({
    path: [name],
    direction: String(direction).toLowerCase() === 'desc' ? 'desc' : 'asc',
    missing: null,
  }));

interface ChildTerms {
  readonly inverse: Inverse;
  readonly order: readonly OrderKey[];
  readonly path: readonly string[];
}

/** Children are found by the same question that finds their parents, so that both travel together. */
const childPlan =
  (parent: Source, wanted: Wanted, { inverse, order, path }: ChildTerms) =>
  (parentTail: () => Sql): Level => {
    const source = new Source(wanted.meta, parent);
    const key = source.column([inverse.by]);
    const fixed = inverse.where ? [source.condition(inverse.where, (value) => sql`${sql.lit(value)}`)] : [];
    const parents = sql`${key} in (select ${parent.column([...path, 'id'])} ${parentTail()})`;
    const tail = (): Sql => sql`${source.from([parents, ...fixed])}${source.order(order)}`;
    return levelOf(source, wanted, { leading: [key], tail });
  };
