import type { EntityKey, EntityName, EntityProperty } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';

/** Rows for one statement: enough that its cost is small beside theirs, few enough to hold as one text. */
const rowsAtATime = 1_000;

/** A row by the names of its entity's properties; a relation is the id it leads to. */
export type BulkRow = Readonly<Record<string, unknown>>;

/**
 * Inserts many rows by few statements, past the unit of work, which would write each value into the statement's text.
 * For the system login alone: nothing here looks at owners. The rows have the same properties, and every column that
 * has no default.
 */
export const insertMany = (em: EntityManager, entity: EntityName<object>, rows: readonly BulkRow[]): Promise<void> =>
  insert(em, entity, { rows, conflict: '' });

/** As `insertMany`, but leaves rows alone that are there already by whatever unique key. */
export const insertMissing = (em: EntityManager, entity: EntityName<object>, rows: readonly BulkRow[]): Promise<void> =>
  insert(em, entity, { rows, conflict: 'on conflict do nothing' });

/** Sets one column of rows and leaves their versions as they are. For the system login alone, as all of this. */
export async function setColumn<T extends object>(
  em: EntityManager,
  entity: EntityName<T>,
  {
    ids,
    property,
    value,
  }: { readonly ids: readonly string[]; readonly property: EntityKey<T>; readonly value: unknown },
): Promise<void> {
  if (ids.length === 0) return;
  const meta = em.getMetadata().get(entity);
  const text = `update "${meta.tableName}" set "${columnOf(meta.properties[property])}" = $1 where id = any($2)`;
  await em.getKysely().executeQuery(CompiledQuery.raw(text, [value, ids]));
}

/** Changes rows by their ids, all by one statement, and leaves their versions as they are. The rows have the same properties. */
export async function updateMany(
  em: EntityManager,
  entity: EntityName<object>,
  rows: readonly BulkRow[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { tableName, columns } = tableOf(em, entity, first);
  const set = columns.filter(([name]) => name !== 'id').map(([, column]) => `"${column}" = new."${column}"`);
  const text = `update "${tableName}" as old set ${set.join(', ')} from json_populate_recordset(null::"${tableName}", $1) as new where old.id = new.id`;
  await em.getKysely().executeQuery(CompiledQuery.raw(text, [JSON.stringify(recordsOf(rows, columns))]));
}

async function insert(
  em: EntityManager,
  entity: EntityName<object>,
  { rows, conflict }: { readonly rows: readonly BulkRow[]; readonly conflict: string },
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { tableName, columns } = tableOf(em, entity, first);
  const list = columns.map(([, column]) => `"${column}"`).join(', ');
  // One parameter for all rows: PostgreSQL reads each value by its column's type.
  const text = `insert into "${tableName}" (${list}) select ${list} from json_populate_recordset(null::"${tableName}", $1) ${conflict}`;
  for (let at = 0; at < rows.length; at += rowsAtATime) {
    const records = recordsOf(rows.slice(at, at + rowsAtATime), columns);
    await em.getKysely().executeQuery(CompiledQuery.raw(text, [JSON.stringify(records)]));
  }
}

type Columns = readonly (readonly [property: string, column: string])[];

function tableOf(em: EntityManager, entity: EntityName<object>, row: BulkRow): { tableName: string; columns: Columns } {
  const meta = em.getMetadata().get(entity);
  const columns = Object.keys(row).map((name) => [name, columnOf(meta.properties[name as never])] as const);
  return { tableName: meta.tableName, columns };
}

const recordsOf = (rows: readonly BulkRow[], columns: Columns): readonly BulkRow[] =>
  rows.map((row) => Object.fromEntries(columns.map(([name, column]) => [column, row[name]])));

const columnOf = (property: EntityProperty): string => property.fieldNames[0] ?? property.name;
