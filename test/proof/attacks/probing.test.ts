import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memberTypes } from '#authorization/schema-walk.ts';
import { compileSchema, publicSchema } from '../../../src/server/build-schema.ts';
import { typeDefinitions } from '../../../src/server/type-definitions.ts';
import { signUpWithPersona } from '../../support/personas.ts';
import { codesOf, post, startTestProduct, type Answer, type Tenant, type TestProduct } from '../../support/product.ts';

// What GraphQL itself offers to whoever tries: the schema's description, its suggestions, and the many ways to say one
// request.

let product: TestProduct;
let ada: Tenant;
let bob: Tenant;
let bobs: string;
beforeAll(async () => {
  product = await startTestProduct();
  ada = await product.signUp('ada');
  const second = await signUpWithPersona(product, 'bob', { fullName: 'Bob himself' });
  [bob, bobs] = [second.tenant, second.persona.id];
});
afterAll(() => product.stop());

const messagesOf = ({ body }: Answer): readonly string[] => (body.errors ?? []).map(({ message }) => message);
const postRaw = (body: string, headers = ada.headers): Promise<Answer> => post(`${product.url}/graphql`, body, headers);

describe('the shared pool', () => {
  /** The types that some selection below a type can come to. */
  function reachableFrom(schema: GraphQLSchema, start: string): ReadonlySet<string> {
    const reached = new Set<string>();
    const visit = (type: GraphQLObjectType): void => {
      if (reached.has(type.name)) return;
      reached.add(type.name);
      for (const field of Object.values(type.getFields())) memberTypes(schema, field.type).forEach(visit);
    };
    const type = schema.getType(start);
    if (isObjectType(type)) visit(type);
    return reached;
  }
  const ownedBelow = (definitions: readonly string[]): readonly string[] => {
    const { source, policy } = compileSchema(definitions);
    return [...policy.shared.keys()].flatMap((shared) =>
      [...reachableFrom(source, shared)].filter((type) => policy.owned.has(type)),
    );
  };

  test('leads back to nobody: below a posting there is no owned type, however deep', () => {
    expect(ownedBelow(typeDefinitions())).toEqual([]);
    const back = 'extend type ExtractedSkill { askedOf: [PersonaJob!]! }';
    expect(ownedBelow([...typeDefinitions(), back])).toContain('Persona');
  });

  test('has no root of its own: postings are reached from one’s own matches alone', async () => {
    const { source, policy } = compileSchema();
    for (const root of [source.getQueryType(), source.getMutationType()])
      for (const field of Object.values(root?.getFields() ?? {}))
        expect([field.name, policy.shared.has(getNamedType(field.type).name)]).toEqual([field.name, false]);
  });
});

describe('the schema’s description', () => {
  const { source, policy } = compileSchema();
  const served = publicSchema(source, policy);

  test('holds no internal type and no directive of the policy', async () => {
    const { body } = await product.send('{ __schema { types { name } directives { name } } }');
    const { __schema: told } = body.data as {
      readonly __schema: Readonly<Record<'types' | 'directives', readonly { readonly name: string }[]>>;
    };
    const names = told.types.map(({ name }) => name);
    expect(policy.internal.size).toBeGreaterThan(3);
    for (const name of policy.internal) expect(names).not.toContain(name);
    expect(told.directives.map(({ name }) => name).toSorted()).toEqual(
      served
        .getDirectives()
        .map(({ name }) => name)
        .toSorted(),
    );
    for (const policed of ['owner', 'auth', 'grants', 'refers'])
      expect(served.getDirectives().map(({ name }) => name)).not.toContain(policed);
  });

  test('is the same for everybody, signed in or not', async () => {
    const whole = '{ __schema { types { name description fields { name args { name } type { name } } } } }';
    const answers = [await product.send(whole), await ada.send(whole), await bob.send(whole)];
    for (const { text } of answers) expect(text).toBe(answers[0]?.text);
    for (const secret of ['Bob himself', bob.email, bob.userId, bobs]) expect(answers[0]?.text).not.toContain(secret);
  });

  test.each([...policy.internal])('knows nothing of %s by whatever name', async (name) => {
    expect((await ada.send('query ($name: String!) { __type(name: $name) { name } }', { name })).body.data).toEqual({
      __type: null,
    });
    const fragment = await ada.send(`{ me { ... on ${name} { id } } }`);
    expect(messagesOf(fragment)).toEqual([expect.stringMatching(new RegExp(`^Unknown type "${name}"`))]);
  });

  // Declared: misspelt names are met with suggestions, since introspection tells all of them anyway.
  test('is all that suggestions are made of', async () => {
    const misspelt = [
      '{ persona(id: "x") { fullNam skils { skilName } } personaa { id } }',
      '{ me { emial secretHash passwordHash credential credentials owner ownerId owner_id } }',
      'mutation { createApplicaton(input: {}) { id } creatPersona(input: { ownerId: "x" }) { id } }',
      '{ personas { ... on Credentials { id } ... on RefreshTokn { id } ... on OutboxMesage { id } ... on User { id } } }',
      'query ($input: CreatePersonaInputs) { me { id } }',
      '{ personaJobs(persona: "x", filter: { statuses: [DISMISED] }) { totalCount } }',
    ];
    const known = JSON.stringify(
      Object.values(served.getTypeMap()).map((type) => type.toConfig()),
      (key, value: unknown) => (key === 'astNode' || key === 'extensionASTNodes' ? undefined : value),
    );
    for (const document of misspelt) {
      const answer = await ada.send(document);
      expect(answer.status).toBe(400);
      for (const message of messagesOf(answer)) {
        const suggested = [...(/Did you mean (.*)\?/.exec(message)?.[1] ?? '').matchAll(/"(\w+)"/g)].map(
          ([, name]) => name,
        );
        for (const name of suggested) expect(known).toContain(`"${name}"`);
        for (const internal of policy.internal) expect(suggested).not.toContain(internal);
      }
    }
  });
});

describe('__typename', () => {
  test('of another’s row is null like the row', async () => {
    const answer = await ada.send('query ($id: ID!) { persona(id: $id) { __typename } }', { id: bobs });
    expect(answer.text).toBe('{"data":{"persona":null}}\n');
  });

  test('of a root is open, and opens nothing', async () => {
    expect((await product.send('{ __typename }')).body).toEqual({ data: { __typename: 'Query' } });
    expect((await product.send('{ __typename personas { __typename } }')).body).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  test('of a union tells what signing in leads to, for nobody else’s password', async () => {
    const login = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';
    const answer = await product.send(login, { input: { email: bob.email, password: 'wrong horse 1!' } });
    expect([answer.body.data, codesOf(answer)]).toEqual([null, ['UNAUTHENTICATED']]);
  });
});

describe('the name of an operation', () => {
  const two = 'query Read { me { id } } mutation Write { deletePersona(id: "x") }';

  test('chooses what is executed and what is judged alike', async () => {
    const get = (name: string): Promise<Response> =>
      fetch(`${product.url}/graphql?operationName=${name}&query=${encodeURIComponent(two)}`, {
        headers: { ...ada.headers, 'apollo-require-preflight': '1' },
      });
    expect((await get('Read')).status).toBe(200);
    expect((await get('Write')).status).toBe(405);
  });

  test.each(['__proto__', 'constructor', 'toString', 'Read ', 'READ', ''])('that is none is none: %j', async (name) => {
    for (let time = 0; time < 2; time += 1) {
      const answer = await postRaw(JSON.stringify({ query: two, operationName: name }));
      expect([answer.status, codesOf(answer)]).toEqual([400, ['OPERATION_RESOLUTION_FAILURE']]);
    }
  });
});

describe('one document of two senders', () => {
  const mine = '{ me { email } personas { fullName } }';

  test('is answered to each as theirs, whoever asked first', async () => {
    for (const [tenant, names] of [
      [bob, ['Bob himself']],
      [ada, []],
      [bob, ['Bob himself']],
    ] as const)
      expect((await tenant.send(mine)).body.data).toEqual({
        me: { email: tenant.email },
        personas: names.map((fullName) => ({ fullName })),
      });
    expect(codesOf(await product.send(mine))).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
  });

  test('cannot be stored for another, nor found by its hash', async () => {
    const { createHash } = await import('node:crypto');
    const sha256Hash = createHash('sha256').update(mine).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    expect((await postRaw(JSON.stringify({ query: mine, extensions }))).body).toMatchObject({
      data: { me: { email: ada.email } },
    });
    const byHash = await fetch(`${product.url}/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`, {
      headers: { ...bob.headers, accept: 'application/json', 'apollo-require-preflight': '1' },
    });
    expect(await byHash.json()).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
  });

  test('is not kept by anything between: answers are for their asker alone', async () => {
    const path = `/graphql?query=${encodeURIComponent(mine)}`;
    const got = await fetch(`${product.url}${path}`, { headers: { ...bob.headers, 'apollo-require-preflight': '1' } });
    expect(got.headers.get('cache-control')).toBe('no-store');
    expect((await bob.send(mine)).headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['one', `[{"query":"{ me { id } }"}]`],
    ['many', `[${Array.from({ length: 100 }, () => '{"query":"{ me { id } }"}').join(',')}]`],
    ['none', '[]'],
    ['itself', `{"0":{"query":"{ me { id } }"},"length":1}`],
  ])('cannot be one of a batch, which would be many for the price of one: a batch of %s', async (_what, body) => {
    const answer = await postRaw(body);
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']]);
  });
});
