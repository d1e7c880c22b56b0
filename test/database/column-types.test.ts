import * as fc from 'fast-check';
import type { EntityProperty } from '@mikro-orm/core';
import { describe, expect, it } from 'vitest';
import { columnTypeOf } from '#database/column-types.ts';

const typeOf = (type: string) => columnTypeOf({ name: 'value', columnTypes: [type] } as EntityProperty);

/** An instant as PostgreSQL writes it in a session in UTC: no fraction where there is none, no zeros at its end. */
const instantText = fc
  .tuple(
    fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
    fc.nat({ max: 999_999 }),
  )
  .map(([date, microseconds]) => {
    const fraction = String(microseconds).padStart(6, '0').replace(/0+$/, '');
    return `${date.toISOString().slice(0, 19).replace('T', ' ')}${fraction && '.'}${fraction}+00`;
  });

const texts: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid(),
  text: fc.string({ unit: 'binary' }),
  'varchar(255)': fc.string({ unit: 'grapheme' }),
  date: fc.constantFrom('2025-11-03', '0001-01-01', '9999-12-31'),
  int: fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }).map(String),
  smallint: fc.integer({ min: -32_768, max: 32_767 }).map(String),
  'numeric(3,2)': fc.integer({ min: -999, max: 999 }).map((hundredths) => (hundredths / 100).toFixed(2)),
  boolean: fc.constantFrom('t', 'f'),
  timestamptz: instantText,
};

describe('what is written of a column', () => {
  it.each(Object.keys(texts))('is the JSON of what is read of it: %s', (name) => {
    const { parse, json } = typeOf(name);
    fc.assert(
      fc.property(texts[name] as fc.Arbitrary<string>, (text) => {
        expect(json?.write(text)).toBe(JSON.stringify(parse(text)));
      }),
    );
  });

  it.each([
    ['2025-11-03 09:00:00+00', '"2025-11-03T09:00:00.000Z"'],
    ['2025-11-03 09:00:00.1+00', '"2025-11-03T09:00:00.100Z"'],
    ['2025-11-03 09:00:00.123999+00', '"2025-11-03T09:00:00.123Z"'],
    ['2025-11-03 09:00:00.5+05:30', '"2025-11-03T03:30:00.500Z"'],
    ['0044-03-15 12:00:00+00 BC', '"-000043-03-15T12:00:00.000Z"'],
    ['12025-11-03 09:00:00+00', '"+012025-11-03T09:00:00.000Z"'],
  ])('is the instant, whoever set the session up: %s', (text, written) => {
    const { parse, json } = typeOf('timestamptz');
    expect(json?.write(text)).toBe(written);
    expect(JSON.stringify(parse(text))).toBe(written);
  });

  it('is nothing for an instant that no date is', () => {
    expect(() => typeOf('timestamptz').json?.write('infinity')).toThrow(TypeError);
  });

  it.each(['jsonb', 'text[]', 'double precision'])('is left to the type that shows it: %s', (name) => {
    expect(typeOf(name).json).toBeUndefined();
  });

  it('is refused for a type that nobody has thought of', () => {
    expect(() => typeOf('interval')).toThrow('value: values of type interval cannot be planned.');
  });
});
