import type { Rows } from './rows.ts';

/** Columns of a row that are read as plain values, with the lists that hang on it. */
export interface RowBranch {
  readonly fields: readonly string[];
  readonly lists?: Readonly<Record<string, RowBranch>>;
}

/** Its columns as paths from its row, so that all of it is read in one go. */
export const columnsOf = ({ fields, lists = {} }: RowBranch): readonly string[] => [
  ...fields,
  ...Object.entries(lists).flatMap(([name, list]) => columnsOf(list).map((column) => `${name}.${column}`)),
];

/** What a row and those that hang on it say, without the rows. */
export const plainOf = (rows: Rows, row: object, { fields, lists = {} }: RowBranch): Record<string, unknown> => ({
  ...Object.fromEntries(fields.map((path) => [path, valueAt(row, path)])),
  ...Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [
      name,
      (rows.children(row, name) as object[]).map((child) => plainOf(rows, child, list)),
    ]),
  ),
});

const valueAt = (row: object, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => (at ? Reflect.get(at as object, name) : null), row) ?? null;
