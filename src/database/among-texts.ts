import { raw, type FilterQuery } from '@mikro-orm/core';

/** Rows that have in these columns of text together what one of these has, found by an index of the columns. */
export function amongTexts<T extends object, Column extends string>(
  columns: readonly Column[],
  sought: readonly Readonly<Record<Column, string>>[],
): FilterQuery<T> {
  const isOne = raw(
    (alias) =>
      `(${columns.map((column) => `${alias}.${column}`).join(', ')}) in (select * from json_to_recordset(?) as r (${columns.map((column) => `${column} text`).join(', ')}))`,
    [JSON.stringify(sought)],
  );
  return { [isOne]: [] } as FilterQuery<T>;
}
