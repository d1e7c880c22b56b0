import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const source = new URL('../../src/', import.meta.url);

/** Ways around the owner filter and the guard: they see or write whatever the database shows them. */
const detours = [
  /\$(?:some|none|every)\b/,
  /\bfilters\s*:/,
  /\.(?:createQueryBuilder|qb|getKnex|getKysely|getConnection)\(/,
  /\bem(?:\(\)\))?\.(?:execute|merge|insert|insertMany|upsert|upsertMany)\(/,
  /(?<!String\.)\b(?:raw|sql)[(`]/,
];

const filesOf = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, source), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

test('nothing outside src/database steps around the owner filter', () => {
  const found = filesOf('.')
    .filter((name) => !name.startsWith('database/') && !name.endsWith('.generated.ts'))
    .flatMap((name) =>
      readFileSync(new URL(name, source), 'utf8')
        .split('\n')
        .flatMap((line, at) =>
          detours.some((detour) => detour.test(line)) ? [`${name}:${at + 1} ${line.trim()}`] : [],
        ),
    );
  expect(found).toEqual([]);
});

test.each([
  'await em.find(Persona, { skills: { $some: { name } } });',
  'em.find(Persona, {}, { filters: false })',
  'em.createQueryBuilder(Persona)',
  '(await rows.em()).getKysely()',
  "await em.execute('select 1')",
  '(await this.em()).upsert(Skill, row)',
  'sql`now()`',
])('it would be found: %s', (line) => {
  expect(detours.some((detour) => detour.test(line))).toBe(true);
});
