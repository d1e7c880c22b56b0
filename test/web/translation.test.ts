import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const client = new URL('../../web/src/', import.meta.url);

test('a translation consists of every module of texts', () => {
  const modules = readdirSync(new URL('words/', client)).filter((name) => name !== 'language.ts');
  const named = readFileSync(new URL('language/translation.ts', client), 'utf8').matchAll(/words\/([\w-]+\.ts)'/gu);
  expect([...named].map(([, name]) => name).toSorted()).toEqual(modules.toSorted());
});
