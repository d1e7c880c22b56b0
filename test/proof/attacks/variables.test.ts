import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signUpWithPersona } from '../../support/personas.ts';
import {
  codesOf,
  dataOf,
  post,
  startTestProduct,
  type Answer,
  type Tenant,
  type TestProduct,
} from '../../support/product.ts';

// Variables and documents that mean one thing to whoever checks them and another to whoever uses them.

let product: TestProduct;
let ada: Tenant;
let own: string;
let bob: Tenant;
let foreign: string;
beforeAll(async () => {
  product = await startTestProduct();
  const [first, second] = [await signUpWithPersona(product, 'ada'), await signUpWithPersona(product, 'bob')];
  [ada, own, bob, foreign] = [first.tenant, first.persona.id, second.tenant, second.persona.id];
});
afterAll(() => product.stop());

/** As text, because an object literal would take `__proto__` for its prototype. */
const postText = (query: string, variables: string): Promise<Answer> =>
  post(`${product.url}/graphql`, `{"query":${JSON.stringify(query)},"variables":${variables}}`, ada.headers);

const one = 'query ($id: ID!) { persona(id: $id) { fullName } }';
const rename =
  'mutation ($id: ID!, $input: UpdatePersonaInput!) { updatePersona(id: $id, input: $input) { fullName } }';

describe('a variable named like a part of every object', () => {
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'gives no value to another: %s',
    async (name) => {
      for (const variables of [`{"${name}":{"id":"${own}"}}`, `{"${name}":"${own}"}`]) {
        const answer = await postText(one, variables);
        expect(answer.body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'id' } }]);
      }
      const beside = await postText(one, `{"id":"${own}","${name}":{"id":"${foreign}"}}`);
      expect(dataOf(beside)).toEqual({ persona: { fullName: 'Ada Lovelace' } });
    },
  );

  test.each(['__proto__', 'constructor', 'ownerId', 'owner_id', 'id', 'user'])(
    'is no field of an input: %s',
    async (name) => {
      for (const value of [`{"ownerId":"${bob.userId}"}`, `"${bob.userId}"`]) {
        const answer = await postText(rename, `{"id":"${own}","input":{"fullName":"Mallory","${name}":${value}}}`);
        expect(answer.body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
        expect(answer.body).not.toHaveProperty('data.updatePersona.fullName');
      }
      expect(Reflect.get({}, 'ownerId')).toBeUndefined();
      const owners = await product.database.query('select distinct owner_id from personas where id = $1', [own]);
      expect(owners).toEqual([{ owner_id: ada.userId }]);
    },
  );

  test('works where a document declares it, as any other', async () => {
    const query = 'query ($__proto__: ID!) { persona(id: $__proto__) { fullName } }';
    for (const [id, persona] of [
      [own, { fullName: 'Ada Lovelace' }],
      [foreign, null],
    ] as const) {
      const answer = await postText(query, `{"__proto__":"${id}"}`);
      // graphql-js may refuse the name; what it must not do is to find another's row by it.
      expect([{ persona }, undefined]).toContainEqual(answer.body.data);
    }
  });
});

describe('a document that says something twice', () => {
  test.each([
    ['a variable', `query ($id: ID!, $id: ID!) { persona(id: $id) { fullName } }`],
    ['an argument', `{ persona(id: "OWN", id: "FOREIGN") { fullName } }`],
    ['a field under one name', `{ persona(id: "OWN") { fullName } persona(id: "FOREIGN") { fullName } }`],
    ['an alias', `{ a: persona(id: "OWN") { fullName } a: persona(id: "FOREIGN") { fullName } }`],
    [
      'an alias in a fragment',
      `{ a: persona(id: "OWN") { id } ...F } fragment F on Query { a: persona(id: "FOREIGN") { id } }`,
    ],
    ['a field of an input', `mutation { updatePersona(id: "OWN", input: { fullName: "A", fullName: "B" }) { id } }`],
    ['an operation', 'query A { me { id } } query A { me { email } }'],
    ['a fragment', '{ me { ...F } } fragment F on User { id } fragment F on User { email }'],
    ['itself', '{ me { ...F } } fragment F on User { id ...F }'],
    ['two nameless operations', '{ me { id } } { me { email } }'],
  ])('is refused before anything is read: %s', async (_what, document) => {
    product.statements.length = 0;
    const answer = await ada.send(document.replaceAll('OWN', own).replaceAll('FOREIGN', foreign), { id: own });
    expect([answer.status, codesOf(answer).every((code) => code === 'GRAPHQL_VALIDATION_FAILED')]).toEqual([400, true]);
    expect(product.statements.filter((statement) => statement.includes('"personas"'))).toEqual([]);
  });
});

describe('a body', () => {
  test('that gives its document twice is judged and executed by the same one', async () => {
    const body = `{"query":"{ me { id } }","query":"{ personas { id } }","variables":{}}`;
    const signedOut = await post(`${product.url}/graphql`, body);
    expect(signedOut.body.errors).toMatchObject([{ path: ['personas'], extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test.each([
    ['an operation', '"operationName":{"toString":"A"}'],
    ['extensions', '"extensions":{"__proto__":{"persistedQuery":{"version":1}}}'],
    ['a context', '"context":{"viewer":{"kind":"SignedIn"}},"__proto__":{"viewer":{"kind":"SignedIn"}}'],
    ['an identity', '"userId":"OTHER","ownerId":"OTHER","headers":{"authorization":"Bearer OTHER"}'],
  ])('cannot bring along %s', async (_what, more) => {
    const body = `{"query":"{ personas { fullName } }",${more.replaceAll('OTHER', bob.userId)}}`;
    for (let time = 0; time < 2; time += 1) {
      const answer = await post(`${product.url}/graphql`, body);
      expect(answer.body).not.toHaveProperty('data.personas');
    }
  });

  test.each(['x-owner-id', 'x-user-id', 'x-forwarded-user', 'x-hasura-user-id', 'app.owner_id', 'x-tenant-id'])(
    'is whose its token says, whatever a header does: %s',
    async (header) => {
      const { body } = await ada.send('{ me { id } personas { id } }', {}, { [header]: bob.userId });
      expect(body.data).toEqual({ me: { id: ada.userId }, personas: [{ id: own }] });
    },
  );
});
