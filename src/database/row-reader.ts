import type { EntityProperty } from '@mikro-orm/core';
import { types } from 'pg';
import type { TextRow } from './flight.ts';

type Parse = (text: string) => unknown;

const asIs: Parse = (text) => text;
const arrayOfTexts = types.getTypeParser(1009 as never) as Parse;
const anyInstant = types.getTypeParser(1184 as never) as Parse;
// What a session in UTC writes for any year of four digits is, but for a letter, what JavaScript itself reads fastest.
const instant: Parse = (text) =>
  text.endsWith('+00') && text[10] === ' ' ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : anyInstant(text);

/** How values of a column's type are read from PostgreSQL's text; a type that is not here cannot be planned. */
const parsers: Readonly<Record<string, Parse>> = {
  uuid: asIs,
  text: asIs,
  varchar: asIs,
  date: asIs,
  int: Number,
  smallint: Number,
  'double precision': Number,
  boolean: (text) => text === 't',
  timestamptz: instant,
  jsonb: JSON.parse,
  'text[]': arrayOfTexts,
};

/** A property, and the place of its column in a row. */
export interface Scalar {
  readonly property: EntityProperty;
  readonly at: number;
}

/** Makes plain objects of rows as they came: an entity's properties by name, to-one relations as objects within. */
export class RowReader {
  readonly #scalars: readonly { readonly name: string; readonly at: number; readonly parse: Parse }[];
  readonly #ones: readonly { readonly name: string; readonly reader: RowReader }[];
  /** Where its id stands: without one there is no row behind a to-one relation. */
  readonly #idAt: number;

  constructor(scalars: readonly Scalar[], ones: readonly { readonly name: string; readonly reader: RowReader }[]) {
    this.#scalars = scalars.map(({ property, at }) => ({ name: property.name, at, parse: parserOf(property) }));
    this.#ones = ones;
    this.#idAt = scalars[0]?.at ?? 0;
  }

  read(row: TextRow): Record<string, unknown> | null {
    if (row[this.#idAt] === null) return null;
    const read: Record<string, unknown> = {};
    for (const { name, at, parse } of this.#scalars) {
      const text = row[at];
      read[name] = text === null || text === undefined ? null : parse(text);
    }
    for (const { name, reader } of this.#ones) read[name] = reader.read(row);
    return read;
  }
}

function parserOf({ name, columnTypes: [type = ''] }: EntityProperty): Parse {
  const parse = parsers[type.replace(/\(.*\)$/, '')];
  if (!parse) throw new Error(`${name}: values of type ${type} cannot be planned.`);
  return parse;
}
