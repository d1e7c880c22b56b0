import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import { getNamedType, getNullableType, isEnumType, isListType, isObjectType, type GraphQLOutputType } from 'graphql';
import type { CompiledSchema } from '../../src/server/build-schema.ts';
import type { TestDatabase } from '../support/database.ts';
import { insertRows, type Row } from '../support/seed.ts';
import { enumOf } from './owned-rows.ts';

/** Whose rows are made, and what their texts say. */
export interface Filling {
  /** Null for the rows of nobody. */
  readonly ownerId: string | null;
  /** Eight hexadecimal digits that their ids begin with. */
  readonly mark: string;
  /** How many of the types at the end of the longest way from the owner; two more of their parents, and so on. */
  readonly size: number;
  /** A text for a column of so many characters, unlike that of any other row. */
  readonly text: (column: string, length: number, index: number) => string;
}

/** Ids of rows by type. */
export type IdsByType = ReadonlyMap<string, readonly string[]>;

/**
 * Makes rows of every type that has none yet of this owner, told by nothing but metadata and schema: what is added to
 * either has its rows at once. Written past every wall.
 */
export class RowFiller {
  readonly #compiled: CompiledSchema;
  readonly #metas: readonly EntityMetadata[];
  readonly #deepest: number;

  constructor(compiled: CompiledSchema, metadata: Iterable<EntityMetadata>) {
    this.#compiled = compiled;
    this.#metas = parentsFirst([...metadata]);
    this.#deepest = Math.max(...this.#metas.map(depthOf));
  }

  /** @param known ids of rows that stand already: shared ones, and those the API has made */
  async fill(database: TestDatabase, filling: Filling, known: IdsByType): Promise<IdsByType> {
    const ids = new Map(known);
    const { owned } = this.#compiled.policy;
    for (const [at, meta] of this.#metas.entries()) {
      const isOwned = owned.has(meta.className);
      if (isOwned !== (filling.ownerId !== null) || ids.has(meta.className)) continue;
      const length = isOneEach(meta, owned.get(meta.className)?.key)
        ? 1
        : filling.size + 2 * (this.#deepest - depthOf(meta));
      const rows = Array.from({ length }, (_, index) =>
        this.#row(meta, { filling, ids, index, id: idOf(filling.mark, at, index) }),
      );
      await insertRows(database, meta.tableName, rows);
      ids.set(
        meta.className,
        rows.map((row) => String(row[meta.getPrimaryProp().fieldNames[0] ?? ''])),
      );
    }
    return ids;
  }

  #row(meta: EntityMetadata, making: Making): Row {
    const columns = meta.props.filter(({ persist, kind }) => persist !== false && ['scalar', 'm:1'].includes(kind));
    return Object.fromEntries(
      columns.map((property) => [property.fieldNames[0], this.#value(meta, property, making)] as const),
    );
  }

  #value(meta: EntityMetadata, property: EntityProperty, making: Making): unknown {
    const { filling, ids, index } = making;
    if (property.primary) return making.id;
    if (property.name === this.#compiled.policy.owned.get(meta.className)?.key) return filling.ownerId;
    if (property.kind === 'm:1') return at(ids.get(property.targetMeta?.className ?? '') ?? [], index);
    return this.#scalar(meta, property, making);
  }

  #scalar(meta: EntityMetadata, property: EntityProperty, { filling, index, id }: Making): unknown {
    const words =
      property.items ??
      enumOf(this.#compiled, meta, property)
        ?.getValues()
        .map(({ name }) => name);
    const type = (property.columnTypes[0] ?? '').replace(/\(.*\)$/, '');
    if (words) return type === 'text[]' ? [at(words, index + 2)] : at(words, index + 2);
    const column = `${meta.tableName}.${property.fieldNames[0]}`;
    const text = (): string => filling.text(column, property.length ?? Infinity, index);
    const values: Readonly<Record<string, () => unknown>> = {
      text,
      varchar: text,
      'text[]': () => [text()],
      // A list of ids leads to rows that are there: the row's own is one.
      jsonb: () =>
        property.name.endsWith('Ids')
          ? [id]
          : this.#json(this.#compiled.source.getType(meta.className), property.name, text),
      bytea: () => Buffer.from(text()),
      boolean: () => index % 3 === 2,
      // What waits, in a table of the system's own or for its day, must never come due, nor a lease run out.
      timestamptz: () =>
        this.#compiled.policy.internal.has(meta.className) || /(DueAt|Until)$/.test(property.name)
          ? '2999-01-01T00:00:00.000Z'
          : instantOf(property, index),
      date: () => instant(index).slice(0, 10),
      // What leads nowhere by a key: half of the postings are another's, or found for somebody, and half are neither.
      uuid: () => (property.nullable && index % 2 === 0 ? null : id),
      numeric: () => 1 + (index % 4),
    };
    const value = values[type];
    return value ? value() : 10 + index;
  }

  /** What the field of that name shows of a JSON column; an object of one text where none does. */
  #json(type: unknown, name: string, text: () => string): unknown {
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    return field ? shapeOf(field.type, text) : { text: text() };
  }
}

interface Making {
  readonly filling: Filling;
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly index: number;
  readonly id: string;
}

function shapeOf(type: GraphQLOutputType, text: () => string): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [shapeOf(nullable.ofType as GraphQLOutputType, text)];
  if (isObjectType(nullable))
    return Object.fromEntries(
      Object.values(nullable.getFields()).map((field) => [field.name, shapeOf(field.type, text)] as const),
    );
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  switch (getNamedType(type).name) {
    case 'Int':
    case 'Float':
      return 7;
    case 'Boolean':
      return true;
    case 'DateTime':
      return instant(0);
    case 'Date':
      return instant(0).slice(0, 10);
    default:
      return text();
  }
}

const at = <T>(values: readonly T[], index: number): T | null => values[index % values.length] ?? null;
const instantOf = ({ nullable }: EntityProperty, index: number): string | null =>
  nullable && index % 2 === 0 ? null : instant(index);

const instant = (index: number): string => new Date(Date.UTC(2025, 9, 1 + index, 8)).toISOString();

const idOf = (mark: string, table: number, index: number): string =>
  `${mark}-${String(table).padStart(4, '0')}-7000-8000-${String(index + 1).padStart(12, '0')}`;

/** Whether an owner has one row at most. */
const isOneEach = ({ uniques }: EntityMetadata, key: string | undefined): boolean =>
  uniques.some(({ properties }) => [properties].flat().join(',') === key);

/** How many entities lie above one on the longest way up. */
const depthOf = (meta: EntityMetadata): number =>
  Math.max(
    0,
    ...meta.relations.map(({ kind, targetMeta }) =>
      kind === 'm:1' && targetMeta && targetMeta !== meta ? 1 + depthOf(targetMeta) : 0,
    ),
  );

/** Entities so that each comes behind those it points at. */
function parentsFirst(metas: readonly EntityMetadata[]): readonly EntityMetadata[] {
  const sorted = new Set<EntityMetadata>();
  const add = (meta: EntityMetadata): void => {
    if (sorted.has(meta)) return;
    for (const { kind, targetMeta } of meta.relations)
      if (kind === 'm:1' && targetMeta && targetMeta !== meta) add(targetMeta);
    sorted.add(meta);
  };
  for (const meta of metas) add(meta);
  return [...sorted];
}
