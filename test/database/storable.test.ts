import * as fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isStorableDate, isStorableInstant, isStorableText } from '#database/storable.ts';

let client: Client;
beforeAll(async () => {
  client = new Client({ connectionString: inject('adminUrl') });
  await client.connect();
});
afterAll(() => client.end());

/** Whether PostgreSQL takes the value and gives it back as it was. */
const isKept = (type: string, given: string, expected: unknown): Promise<boolean> =>
  client.query(`select $1::${type} as kept`, [given]).then(
    ({ rows: [row] }) => JSON.stringify(row.kept) === JSON.stringify(expected),
    () => false,
  );

const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc
    .array(fc.constantFrom('a', '\0', '\ud83d', '\ude00', '\ud83d\ude00', '"', '\\u0000', '\u{10ffff}'), {
      maxLength: 4,
    })
    .map((parts) => parts.join('')),
);

describe('what can be stored', () => {
  it('of text is what jsonb takes and gives back', async () => {
    await fc.assert(
      fc.asyncProperty(awkward, async (text) => {
        expect(isStorableText(text)).toBe(await isKept('jsonb', JSON.stringify({ text }), { text }));
      }),
      { numRuns: 300 },
    );
  });

  it('of dates is what the calendar has from the year 1 on', async () => {
    const two = (number: number): string => String(number).padStart(2, '0');
    const dates = fc.tuple(fc.constantFrom('0000', '0001', '1900', '2000', '2024', '9999'), fc.nat(13), fc.nat(32));
    await fc.assert(
      fc.asyncProperty(dates, async ([year, month, day]) => {
        const text = `${year}-${two(month)}-${two(day)}`;
        const [kept] = await client.query('select $1::date::text as text', [text]).then(
          ({ rows }) => rows,
          () => [],
        );
        expect(isStorableDate(text)).toBe(kept?.text === text);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['', 'today', '2025-1-1', '2025-01-01T00:00:00Z', '10000-01-01', '-001-01-01'])(
    'of dates is no %j',
    (text) => {
      expect(isStorableDate(text)).toBe(false);
    },
  );

  it('of times has four digits for the year', () => {
    const years = {
      '0000-12-31T23:59:59.999Z': false,
      '0001-01-01T00:00:00.000Z': true,
      '9999-12-31T23:59:59.999Z': true,
      '+010000-01-01T00:00:00.000Z': false,
      never: false,
    };
    for (const [text, isStorable] of Object.entries(years))
      expect([text, isStorableInstant(new Date(text))]).toEqual([text, isStorable]);
  });
});
