import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import { getNamedType, isEnumType, isObjectType, type GraphQLEnumType } from 'graphql';
import type { CompiledSchema } from '../../src/server/build-schema.ts';
import type { TestDatabase } from '../support/database.ts';
import type { Canaries } from './canaries.ts';

/** A table with an owner, and the column that says whose a row is. */
export interface OwnedTable {
  readonly type: string;
  readonly meta: EntityMetadata;
  readonly table: string;
  readonly column: string;
}

/** Any table: the column that names a row, and the one that says whose it is, if there is one. */
export interface Table {
  readonly table: string;
  readonly key: string;
  readonly column: string | null;
}

/** What the tables of a database are told from. */
export interface Tables {
  readonly database: TestDatabase;
  readonly compiled: CompiledSchema;
  readonly metadata: readonly EntityMetadata[];
}

/** The tables with an owner, and the column that says whose a row is. */
export const ownedTables = ({ compiled, metadata }: Omit<Tables, 'database'>): OwnedTable[] =>
  metadata.flatMap((meta) => {
    const owner = compiled.policy.owned.get(meta.className);
    return owner
      ? [{ type: meta.className, meta, table: meta.tableName, column: owner.key === 'id' ? 'id' : 'owner_id' }]
      : [];
  });

/** Every table, those of nobody's rows too. */
export const allTables = (tables: Omit<Tables, 'database'>): Table[] => {
  const owners = new Map(ownedTables(tables).map(({ table, column }) => [table, column]));
  return tables.metadata.map(({ tableName: table, primaryKeys: [key], properties }) => ({
    table,
    key: (key === undefined ? undefined : properties[key as never]?.fieldNames[0]) ?? 'id',
    column: owners.get(table) ?? null,
  }));
};

/** Ids of the rows that an owner has by now, by type; types without any are left out. */
export async function idsOf(tables: Tables, ownerId: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { type, table, column } of ownedTables(tables)) {
    const rows = await tables.database.query<{ id: string }>(
      `select id from ${table} where ${column} = $1 order by id`,
      [ownerId],
    );
    if (rows.length > 0)
      found.set(
        type,
        rows.map(({ id }) => id),
      );
  }
  return found;
}

/** What each owned row points at, by ids. */
export async function parentsOf(tables: Tables): Promise<Map<string, string[]>> {
  const parents = new Map<string, string[]>();
  for (const { meta, table } of ownedTables(tables)) {
    const columns = meta.relations.filter(({ kind }) => kind === 'm:1').map(({ fieldNames }) => fieldNames[0]);
    const rows = await tables.database.query<{ id: string; up: string[] }>(
      `select id, array_remove(array[${columns.join(', ')}]::text[], null) as up from ${table}`,
    );
    for (const { id, up } of rows) parents.set(id, up);
  }
  return parents;
}

/**
 * Puts a canary into every text, JSON and array of an owner's rows that has none: what a check refuses stays.
 * @returns the columns that stay
 */
export async function plant(tables: Tables, ownerId: string, canaries: Canaries): Promise<Set<string>> {
  const refused = new Set<string>();
  for (const { meta, table, column } of ownedTables(tables))
    for (const property of meta.props.filter((each) => holdsText(each) && !enumOf(tables.compiled, meta, each))) {
      const name = `${table}.${property.fieldNames[0]}`;
      const isPlanted = await plantColumn(tables.database, { property, table, column, ownerId, canaries });
      if (!isPlanted) refused.add(name);
    }
  return refused;
}

/** What the API shows a column as, where it is one of few words: a text of another would be no row that there can be. */
export function enumOf(
  { source }: CompiledSchema,
  { className }: EntityMetadata,
  { name }: EntityProperty,
): GraphQLEnumType | null {
  const type = source.getType(className);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  const named = field ? getNamedType(field.type) : null;
  return isEnumType(named) ? named : null;
}

const holdsText = ({ columnTypes, items, persist }: EntityProperty): boolean =>
  /^(text|varchar|jsonb)/.test(columnTypes?.[0] ?? '') && !items && persist !== false;

interface Planting {
  readonly property: EntityProperty;
  readonly table: string;
  readonly column: string;
  readonly ownerId: string;
  readonly canaries: Canaries;
}

async function plantColumn(
  { query }: TestDatabase,
  { property, table, column, ownerId, canaries }: Planting,
): Promise<boolean> {
  const [name] = property.fieldNames;
  const rows = await query<{ id: string; text: string | null }>(
    `select id, "${name}"::text as text from ${table} where ${column} = $1`,
    [ownerId],
  );
  const bare = rows.filter(({ text }) => canaries.in(text ?? '').length === 0);
  if (bare.length > 0 && canaries.text(property.length) === null) return false;
  const value = { jsonb: 'to_jsonb($1::text)', 'text[]': 'array[$1::text]' }[property.columnTypes[0] ?? ''] ?? '$1';
  const updates = bare.map(({ id }) =>
    query(`update ${table} set "${name}" = ${value} where id = $2`, [canaries.text(property.length), id]),
  );
  return (await Promise.allSettled(updates)).every(({ status }) => status === 'fulfilled');
}
