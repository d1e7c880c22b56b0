import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Override {
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, 'off' | readonly [string, { readonly paths?: readonly { name: string }[] }]>>;
}

const root = new URL('../../', import.meta.url);
const { overrides } = JSON.parse(readFileSync(new URL('.oxlintrc.json', root), 'utf8')) as {
  readonly overrides: readonly Override[];
};

/** Where in src the linter keeps files from importing a module: folders, and files that have rules of their own. */
const foldersWithout = (module: string): string[] =>
  overrides
    .filter(({ rules }) => {
      const rule = rules['eslint/no-restricted-imports'];
      return typeof rule === 'object' && rule[0] === 'error' && rule[1].paths?.some(({ name }) => name === module);
    })
    .flatMap(({ files }) => files.map((file) => file.replace(/^src\/(.*)\/\*\*$/, '$1')));

const folders = readdirSync(new URL('src', root), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test.each(['pg', 'kysely'])('the linter keeps %s within src/database', (module) => {
  const others = folders.filter((name) => name !== 'database');
  expect(foldersWithout(module).toSorted()).toEqual([...others, 'src/authorization/shield.ts'].toSorted());
});
