import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { attackTable } from './attack-table.ts';

const tests = new URL('../../', import.meta.url);

describe.each(Object.entries(attackTable))(
  'each known attack is tried by a test of its name: %s',
  (_theme, attacks) => {
    test.each([...attacks])('$attack', ({ file, test: name }) => {
      // In its file a name may stand in any kind of quotes.
      const text = readFileSync(new URL(file, tests), 'utf8').replaceAll("\\'", "'");
      expect(text).toContain(name);
    });
  },
);

test('no file of attacks is missing from the table', () => {
  const named = new Set(Object.values(attackTable).flatMap((attacks) => attacks.map(({ file }) => file)));
  const files = readdirSync(new URL('proof/attacks/', tests)).filter((name) => name.endsWith('.test.ts'));
  const missing = files.filter((name) => name !== 'attack-table.test.ts' && !named.has(`proof/attacks/${name}`));
  expect(missing).toEqual([]);
});
