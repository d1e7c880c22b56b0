import { isEnumType, isLeafType, isNonNullType, type GraphQLOutputType } from 'graphql';
import type { TextRow } from '#database/flight.ts';
import type { Column } from '#database/planned-row.ts';

/** What cannot be written, beforehand or now. */
export class Unwritable extends Error {}

export type WriteColumn = (cells: TextRow) => string;

/** Writes a column's text as a leaf of a type; null where the type has a form of its own. */
export function columnWriter(type: GraphQLOutputType, { at, type: { json } }: Column): WriteColumn | null {
  const isNonNull = isNonNullType(type);
  const leaf = isNonNull ? type.ofType : type;
  const write = json && leafWriter(leaf, json);
  if (!write) return null;
  return (cells) => {
    const text = cells[at];
    return text === null || text === undefined ? nothing(isNonNull) : write(text);
  };
}

function leafWriter(
  type: GraphQLOutputType,
  json: NonNullable<Column['type']['json']>,
): ((text: string) => string) | null {
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map(({ name, value }) => [value as unknown, `"${name}"`]));
    return (text) => texts.get(text) ?? nothing(true);
  }
  return isLeafType(type) && json.scalars.includes(type.name) ? json.write : null;
}

/** What stands for a missing value. @throws Unwritable where none may be missing */
export function nothing(isNonNull: boolean): string {
  if (isNonNull) throw new Unwritable();
  return 'null';
}
