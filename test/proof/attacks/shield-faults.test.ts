import { addResolversToSchema, makeExecutableSchema } from '@graphql-tools/schema';
import type { IResolvers } from '@graphql-tools/utils';
import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileSchema } from '../../../src/server/build-schema.ts';
import { allDomains } from '../../../src/server/product.ts';
import { typeDefinitions } from '../../../src/server/type-definitions.ts';
import { codesOf, startTestProduct, type Tenant, type TestProduct } from '../../support/product.ts';
import { allow, applyMiddleware, shield } from './stock-shield.ts';

// Faults of resolvers whose words were never meant for a client: shield catches some of them, and turns others into data.

const fields = `
  thrown: String
  rejected: [String]
  errors: [String]
  unserialisable: Int
  strange: Oddity
  bug: String
`;
const types = 'type Odd { name: String } type Even { name: String } union Oddity = Odd | Even';
const secret = 'select secret_hash from credentials';

const resolvers: IResolvers = {
  Query: {
    thrown: () => Promise.reject(secret as unknown as Error),
    rejected: () => ['first', Promise.reject(new Error(secret))],
    errors: () => ['first', new Error(secret)],
    unserialisable: () => secret,
    strange: () => ({ name: secret }),
    bug: () => {
      throw new TypeError(secret);
    },
  },
  Oddity: {
    __resolveType: () => {
      throw new Error(secret);
    },
  },
};

const stock = addResolversToSchema({
  schema: makeExecutableSchema({ typeDefs: `type Query { ${fields} } ${types}` }),
  resolvers,
});
const behind = (options: object) => applyMiddleware(stock, shield({}, { fallbackRule: allow, ...options }));
const asked = (field: string): string => (field === 'strange' ? '{ strange { __typename } }' : `{ ${field} }`);

let product: TestProduct;
let ada: Tenant;
beforeAll(async () => {
  product = await startTestProduct({
    compiled: compileSchema([...typeDefinitions(), `extend type Query { ${fields} } ${types}`]),
    domains: { ...allDomains, resolvers: [...allDomains.resolvers, resolvers] },
  });
  ada = await product.signUp('ada');
});
afterAll(() => product.stop());

/** What the log has of faults that are more than words of the code: of a value it has none. */
const loggedAs = new Map([
  ['thrown', /threw what is no error/],
  ['unserialisable', /"message":"Int cannot represent non-integer value\."/],
]);

/** Nothing of the fault leaves but the number of the request, by which operators find its words. */
async function expectMasked(field: string): Promise<void> {
  const { text, body, headers } = await ada.send(asked(field));
  expect(text).not.toContain('secret_hash');
  const requestId = headers.get('x-request-id');
  expect(body.errors).toMatchObject([
    {
      message: `Something went wrong on our side (request ${requestId}).`,
      path: field === 'rejected' || field === 'errors' ? [field, 1] : [field],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    },
  ]);
  expect(product.log.filter((line) => line.includes(`"requestId":"${requestId}"`)).join('\n')).toMatch(
    loggedAs.get(field) ?? /secret_hash/,
  );
}

describe('12: what is thrown and is no error', () => {
  test('becomes data behind shield', async () => {
    const { data } = await graphql({ schema: behind({ allowExternalErrors: true }), source: asked('thrown') });
    expect(data).toEqual({ thrown: secret });
  });

  test.each(['thrown'])('is an error without words here: %s', expectMasked);
});

describe('13: items that fail, values that are none of their type, and types that cannot be told', () => {
  const faults = ['rejected', 'errors', 'unserialisable', 'strange'];

  test.each(faults)('pass shield by, words and all: %s', async (field) => {
    const { errors = [] } = await graphql({ schema: behind({}), source: asked(field) });
    expect(errors.map(({ message }) => message).join(' ')).toContain('secret_hash');
  });

  test.each(faults)('say nothing here: %s', expectMasked);
});

describe('14: a refusal that is masked as null', () => {
  test('hides a fault of the resolver as well behind shield', async () => {
    const answer = await graphql({ schema: behind({ fallbackError: () => null }), source: asked('bug') });
    expect(answer).toEqual({ data: { bug: null } });
  });

  test('is told apart here: a fault is an error of ours, a refusal one of the viewer’s', async () => {
    await expectMasked('bug');
    expect(codesOf(await product.send(asked('bug')))).toEqual(['UNAUTHENTICATED']);
  });
});
