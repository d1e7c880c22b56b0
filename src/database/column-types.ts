import type { EntityProperty } from '@mikro-orm/core';
import { types } from 'pg';

/** How the values of a column's type, which come in PostgreSQL's text, are read. */
export interface ColumnType {
  /** As what entities hold. */
  readonly parse: (text: string) => unknown;
  /** As JSON, for the scalars that show such a column as it is; missing where there is none. */
  readonly json?: { readonly scalars: readonly string[]; readonly write: (text: string) => string };
}

const anyInstant = types.getTypeParser(1184 as never) as (text: string) => Date;

/** Whether a session in UTC wrote it, for a year of four digits: what else there is, PostgreSQL's own parser reads. */
const isPlainInstant = (text: string): boolean => text.endsWith('+00') && text[10] === ' ';

// But for a letter what JavaScript itself reads fastest.
const instant = (text: string): Date =>
  isPlainInstant(text) ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : anyInstant(text);

/** As `Date.toISOString` has it: milliseconds, always. */
const isoInstant = (text: string): string => {
  if (!isPlainInstant(text)) return `"${anyInstant(text).toISOString()}"`;
  const milliseconds = text.slice(20, -3).slice(0, 3).padEnd(3, '0');
  return `"${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}Z"`;
};

const asIs = (text: string): string => text;
const quoted = (text: string): string => `"${text}"`;
const prose: ColumnType = { parse: asIs, json: { scalars: ['String'], write: (text) => JSON.stringify(text) } };
const whole: ColumnType = { parse: Number, json: { scalars: ['Int'], write: asIs } };

const columnTypes: Readonly<Record<string, ColumnType>> = {
  uuid: { parse: asIs, json: { scalars: ['ID'], write: quoted } },
  text: prose,
  varchar: prose,
  date: { parse: asIs, json: { scalars: ['Date'], write: quoted } },
  int: whole,
  smallint: whole,
  bigint: { parse: Number },
  // PostgreSQL writes all places of a scale, JavaScript those that count.
  numeric: { parse: Number, json: { scalars: ['Float'], write: (text) => String(Number(text)) } },
  'double precision': { parse: Number },
  boolean: {
    parse: (text) => text === 't',
    json: { scalars: ['Boolean'], write: (text) => (text === 't' ? 'true' : 'false') },
  },
  timestamptz: { parse: instant, json: { scalars: ['DateTime'], write: isoInstant } },
  jsonb: { parse: JSON.parse },
  bytea: { parse: types.getTypeParser(17 as never) as (text: string) => unknown },
  'text[]': { parse: types.getTypeParser(1009 as never) as (text: string) => unknown },
};

/** @throws where values of the property's type cannot be planned */
export function columnTypeOf({ name, columnTypes: [type = ''] }: EntityProperty): ColumnType {
  const known = columnTypes[type.replace(/\(.*\)$/, '')];
  if (!known) throw new Error(`${name}: values of type ${type} cannot be planned.`);
  return known;
}
