import type { EntityProperty } from '@mikro-orm/core';
import { columnTypeOf, type ColumnType } from './column-types.ts';
import type { TextRow } from './flight.ts';

/** A property's column: its place in a row, and its type. */
export interface Column {
  readonly at: number;
  readonly type: ColumnType;
}

/** What rows of one form have in common: the columns of their properties, by name. */
export type RowShape = ReadonlyMap<string, Column>;

/**
 * A row as it came, which reads as the entity would: each property is made of its column's text when it is asked for,
 * to-one relations are rows within. Answers are written from the text itself.
 */
export abstract class PlannedRow {
  readonly #cells: TextRow;

  constructor(cells: TextRow) {
    this.#cells = cells;
  }

  static cellsOf(row: PlannedRow): TextRow {
    return row.#cells;
  }

  static shapeOf(row: PlannedRow): RowShape {
    return (row.constructor as RowClass).shape;
  }
}

/** Makes rows of one form. */
export interface RowClass {
  new (cells: TextRow): PlannedRow;
  readonly shape: RowShape;
  /** Where its id stands: without one there is no row behind a to-one relation. */
  readonly idAt: number;
}

/**
 * @param scalars each property, with the place of its column; the first is the id
 * @param ones to-one relations, as forms over the same columns
 */
export function rowClass(
  scalars: readonly { readonly property: EntityProperty; readonly at: number }[],
  ones: readonly { readonly name: string; readonly row: RowClass }[],
): RowClass {
  const shape = new Map(scalars.map(({ property, at }) => [property.name, { at, type: columnTypeOf(property) }]));
  const Row = class extends PlannedRow {
    static readonly shape = shape;
    static readonly idAt = scalars[0]?.at ?? 0;

    constructor(cells: TextRow) {
      super(cells);
      for (const { name, row } of ones) this[name as keyof this] = rowOf(row, cells) as never;
    }
  };
  for (const [name, { at, type }] of shape)
    Object.defineProperty(Row.prototype, name, {
      get(this: PlannedRow) {
        const text = PlannedRow.cellsOf(this)[at];
        return text === null || text === undefined ? null : type.parse(text);
      },
    });
  return Row;
}

/** The row of a form that these columns hold, or null. */
const rowOf = (row: RowClass, cells: TextRow): PlannedRow | null => (cells[row.idAt] === null ? null : new row(cells));
