import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileSchema } from '../../../src/server/build-schema.ts';
import { rowsOf, seedTenants, type Seed } from '../../authorization/tenants.ts';
import { copyOf } from '../../support/database.ts';
import type { Twin } from '../../authorization/probes.ts';
import { post, startTestProduct, type Answer, type Tenant, type TestProduct } from '../../support/product.ts';
import { missingId } from '../../support/twins.ts';
import { operations, spellings } from './ids.ts';
import { tableMetadata } from '../../../src/server/schema-orm.ts';
import { ownedTables } from '../owned-rows.ts';

// One id has many spellings, and readers of ids differ in which they take: what a guard reads otherwise than the database
// is a way around the guard.

const compiled = compileSchema();
const tables = ownedTables({ compiled, metadata: tableMetadata() }).map(({ table }) => table);

let seed: Seed;
let product: TestProduct;
let ada: Tenant['headers'];
beforeAll(async () => {
  const { database, ...owners } = await seedTenants();
  seed = { database: await copyOf(database), ...owners };
  await database.drop();
  product = await startTestProduct({ urls: seed.database.urls });
  ada = seed.ada.headers;
});
afterAll(async () => {
  await product.stop();
  await seed.database.drop();
});

const send = (query: string, variables: object): Promise<Answer> => product.send(query, variables, ada);

/** The answer without what tells requests apart by themselves. */
const wordsOf = ({ text, status }: Answer): string =>
  `${status} ${text.replaceAll(/"requestId":"[^"]*"|\(request [^)]*\)/g, 'REQUEST')}`;

const variablesOf = ({ variables }: Twin, id: string): object => variables?.(id, seed.ada, seed.bob) ?? { id };

describe('an id of another’s', () => {
  test.each(operations)('is as good as none in any spelling: $what', async (operation) => {
    const before = await rowsOf(seed.database, tables, seed.bob.userId);
    const ask = async (id: string): Promise<string> =>
      wordsOf(await send(operation.document, variablesOf(operation, id)));
    const none = await ask(missingId);
    expect(none).toMatch(operation.document.startsWith('query') ? /^200 \{"data":\{"\w+":null\}\}\n$/ : /NOT_FOUND/);
    for (const [how, spell] of Object.entries(spellings))
      expect([how, await ask(spell(operation.foreign(seed.bob)))]).toEqual([how, none]);
    expect(await rowsOf(seed.database, tables, seed.bob.userId)).toBe(before);
  });

  test.each([
    ['a list', (id: string) => [id]],
    ['an object', (id: string) => ({ id })],
    ['an operator', (id: string) => ({ $in: [id] })],
    ['true', () => true],
    ['a fraction', () => 1.5],
    ['null', () => null],
  ])('is bad input as %s, and says so by the argument alone', async (_what, of) => {
    const ask = (id: string): Promise<Answer> =>
      send('query ($id: ID!) { persona(id: $id) { fullName } }', { id: of(id) });
    const [foreign, own] = [await ask(seed.bob.persona), await ask(seed.ada.persona)];
    expect(foreign.body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'id' } }]);
    expect(wordsOf(foreign).replaceAll(seed.bob.persona, 'ID')).toBe(wordsOf(own).replaceAll(seed.ada.persona, 'ID'));
  });

  test('hides behind no default, no list of one, and no literal', async () => {
    const id = seed.bob.persona;
    for (const [document, variables] of [
      [`query ($id: ID! = "${id}") { persona(id: $id) { fullName } }`, {}],
      [`{ persona(id: "${id}") { fullName } }`, {}],
      [`{ persona(id: """${id}""") { fullName } }`, {}],
      [`{ persona(id: "${id.replace('-', '\\u002d')}") { fullName } }`, {}],
    ] as const)
      expect((await send(document, variables)).text).toBe('{"data":{"persona":null}}\n');
    const reorder = 'mutation ($p: ID!, $ids: [ID!]!) { reorderSkills(parentId: $p, ids: $ids) { id } }';
    const one = await send(reorder, { p: seed.ada.persona, ids: seed.bob.skills[0] });
    expect(one.body.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('an id of one’s own', () => {
  const nameOf = async (id: string): Promise<unknown> =>
    (await send('query ($id: ID!) { persona(id: $id) { fullName } }', { id })).body.data;

  test('is read in either case and in no other spelling: what is judged is what is looked up', async () => {
    const read: string[] = [];
    for (const [how, spell] of Object.entries(spellings))
      if (JSON.stringify(await nameOf(spell(seed.ada.persona))) !== '{"persona":null}') read.push(how);
    expect(read).toEqual(['in upper case']);
  });

  test('lends nothing to another’s beside it, by alias, in one list or in one document', async () => {
    const [own, foreign] = [seed.ada.persona, seed.bob.persona];
    const both = 'query ($a: ID!, $b: ID!) { a: persona(id: $a) { fullName } b: persona(id: $b) { fullName } }';
    expect((await send(both, { a: own, b: foreign })).body.data).toEqual({ a: { fullName: "ada's persona" }, b: null });
    const reorder = 'mutation ($p: ID!, $ids: [ID!]!) { reorderSkills(parentId: $p, ids: $ids) { id } }';
    const mixed = await send(reorder, { p: own, ids: [...seed.ada.skills, seed.bob.skills[0]] });
    expect(mixed.body).toMatchObject({ data: null, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    const before = await rowsOf(seed.database, tables, seed.ada.userId);
    const rename = `mutation ($a: ID!, $b: ID!) {
      a: updatePersona(id: $a, input: { fullName: "one" }) { id } b: updatePersona(id: $b, input: { fullName: "two" }) { id } }`;
    const renamed = await send(rename, { a: own, b: foreign });
    expect(renamed.body).toMatchObject({ data: null, errors: [{ path: ['b'], extensions: { code: 'NOT_FOUND' } }] });
    expect(await rowsOf(seed.database, tables, seed.ada.userId)).toBe(before);
  });

  test('names nothing of another kind: one id in two roles is found in one', async () => {
    const roles = 'query ($id: ID!) { persona(id: $id) { id } personaJob(id: $id) { id } application(id: $id) { id } }';
    const found = await send(roles, { id: seed.ada.persona });
    expect(found.body.data).toEqual({ persona: { id: seed.ada.persona }, personaJob: null, application: null });
  });

  test('is one id when a body gives it twice: what is judged is what is executed', async () => {
    const query = 'query ($id: ID!) { persona(id: $id) { fullName } }';
    const twice = (first: string, second: string): Promise<Answer> =>
      post(
        `${product.url}/graphql`,
        `{"query":${JSON.stringify(query)},"variables":{"id":"${first}","id":"${second}"}}`,
        ada,
      );
    expect((await twice(seed.ada.persona, seed.bob.persona)).body.data).toEqual({ persona: null });
    expect((await twice(seed.bob.persona, seed.ada.persona)).body.data).toEqual({
      persona: { fullName: "ada's persona" },
    });
  });
});
