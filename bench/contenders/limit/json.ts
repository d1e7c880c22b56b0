// Columns, as PostgreSQL sends them in text, to JSON text.
import type { Cell } from './flight.ts';

const isNull = (cell: Cell | undefined): cell is null | undefined => cell === null || cell === undefined;

/** Text that may hold anything. */
export const text = (cell: Cell | undefined): string => (isNull(cell) ? 'null' : JSON.stringify(cell));

/** Ids, enumerations, dates: text that needs no escapes. */
export const word = (cell: Cell | undefined): string => (isNull(cell) ? 'null' : `"${cell}"`);

/** Numbers. */
export const number = (cell: Cell | undefined): string => cell ?? 'null';

export const boolean = (cell: Cell | undefined): string => (cell === 't' ? 'true' : 'false');

/** `2025-11-03 09:00:00.123+00` as an instant of RFC 3339; the server's time zone is UTC. */
export const instant = (cell: Cell | undefined): string =>
  isNull(cell) ? 'null' : `"${cell.slice(0, 10)}T${cell.slice(11, -3)}Z"`;

export const list = <T>(rows: readonly T[], write: (row: T) => string): string => {
  let json = '[';
  for (const row of rows) json += json === '[' ? write(row) : `,${write(row)}`;
  return `${json}]`;
};
