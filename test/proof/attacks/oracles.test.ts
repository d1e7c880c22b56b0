import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signUpWithPersona } from '../../support/personas.ts';
import {
  codesOf,
  startTestProduct,
  testPassword,
  type Answer,
  type Tenant,
  type TestProduct,
} from '../../support/product.ts';
import { seedMatch, seedPostings } from '../../support/seed.ts';
import { traceOf } from '../../support/twins.ts';

// Answers that tell of rows without showing them: counts, pages, cursors and keys that may be held once.

let product: TestProduct;
let ada: Tenant;
let bob: Tenant;
let personas: { readonly ada: string; readonly bob: string };
/** Of a posting that both have, and of one that Bob alone has. */
let matches: { readonly ada: string; readonly bob: string; readonly bobs: string };
beforeAll(async () => {
  product = await startTestProduct();
  const [first, second] = [await signUpWithPersona(product, 'ada'), await signUpWithPersona(product, 'bob')];
  [ada, bob] = [first.tenant, second.tenant];
  personas = { ada: first.persona.id, bob: second.persona.id };
  const [common = '', bobs = ''] = await seedPostings(product.database, 2, (at) => ({
    title: at === 0 ? 'Engineer' : 'Zymurgist',
    company_name: at === 0 ? 'Acme' : 'Zymurgy & Sons',
    work_model: at === 0 ? 'REMOTE' : 'ONSITE',
    posted_date: at === 0 ? '2025-10-01' : '2025-10-02',
    salary_max: at === 0 ? 90_000 : 190_000,
  }));
  const match = (of: 'ada' | 'bob', postingId: string, fit: number): Promise<string> => {
    const [ownerId, personaId] = [{ ada, bob }[of].userId, personas[of]];
    return seedMatch(product.database, { ownerId, personaId, postingId, columns: { fit_score: fit } });
  };
  matches = {
    ada: await match('ada', common, 70),
    bob: await match('bob', common, 80),
    bobs: await match('bob', bobs, 90),
  };
});
afterAll(() => product.stop());

const list = `query ($id: ID!, $filter: PersonaJobFilter, $sort: PersonaJobSort! = FIT_DESC, $first: Int, $after: String) {
  personaJobs(personaId: $id, filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const listOf = async (tenant: Tenant, id: string, variables: object = {}): Promise<Listed> =>
  (await tenant.ask<{ personaJobs: Listed }>(list, { id, ...variables })).personaJobs;

describe('a filter that only another’s rows meet', () => {
  const filters = [
    { search: 'zymurgist' },
    { company: 'Zymurgy & Sons' },
    { workModels: ['ONSITE'] },
    { postedAfter: '2025-10-02' },
    { minFit: 85 },
  ];
  const nothing = [
    { search: 'nobody' },
    { company: 'Nobody' },
    { workModels: ['HYBRID'] },
    { postedAfter: '2999-01-01' },
    { minFit: 100 },
  ];

  test.each(filters.map((filter, at) => [filter, nothing[at]] as const))(
    'is one that no row meets, in the answer and in the database: %j, %j',
    async (filter, none) => {
      expect(await listOf(bob, personas.bob, { filter })).toMatchObject({ totalCount: 1 });
      const trace = (given: object | undefined) =>
        traceOf(product, () => ada.send(list, { id: personas.ada, filter: given }));
      // Once before, so that none of them is the first to be planned.
      await trace(none);
      await trace(filter);
      const [foreign, missing] = [await trace(filter), await trace(none)];
      expect(foreign).toEqual(missing);
      expect(JSON.parse(foreign.text)).toMatchObject({ data: { personaJobs: { totalCount: 0, nodes: [] } } });
    },
  );

  test('is no fuller by the rows of others: count, page and end are of one’s own', async () => {
    expect(await listOf(ada, personas.ada, { first: 1 })).toMatchObject({
      totalCount: 1,
      nodes: [{ id: matches.ada }],
      pageInfo: { hasNextPage: false },
    });
    expect(await listOf(bob, personas.bob, { first: 1 })).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
    });
  });
});

describe('a cursor', () => {
  const sorts = ['FIT_DESC', 'STRETCH_DESC', 'DISCOVERED_DESC', 'POSTED_DESC', 'SALARY_DESC'];

  test.each(sorts)(
    'of another’s list is a place in one’s own, and says nothing of the row it is from: %s',
    async (sort) => {
      const [foreign = { cursor: '' }] = (await listOf(bob, personas.bob, { sort })).edges;
      const values = JSON.parse(Buffer.from(foreign.cursor, 'base64url').toString()) as string[];
      // Next to it, and nobody's.
      const beside = String(values.at(-1)).replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
      const madeUp = Buffer.from(JSON.stringify([...values.slice(0, -1), beside]));
      const trace = (after: string) => traceOf(product, () => ada.send(list, { id: personas.ada, sort, after }));
      await trace(foreign.cursor);
      const [first, second] = [await trace(foreign.cursor), await trace(madeUp.toString('base64url'))];
      expect(first).toEqual(second);
      expect(first.text).not.toContain(matches.bobs);
      expect(first.text).not.toContain(matches.bob);
    },
  );

  const none = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
  test.each([
    ['a condition', ["1' or '1'='1", none]],
    ['an object', [{ $gt: 0 }, none]],
    ['lists', [[70], [none]]],
    ['one value more', [70, none, 1]],
    ['a prototype', { __proto__: [70, none], length: 2 }],
    ['a truth', [true, none]],
    ['a number that is none', ['NaN', none]],
    ['another id', [70, "x' union select id from users --"]],
  ])('that is made up is refused in words of ours: %s', async (_what, values) => {
    const after = Buffer.from(JSON.stringify(values)).toString('base64url');
    const answer = await ada.send(list, { id: personas.ada, after });
    expect(answer.body.errors).toMatchObject([
      { message: 'This is no cursor of this list.', extensions: { code: 'BAD_USER_INPUT', field: 'after' } },
    ]);
  });

  test('holds keys and no owner: another persona’s list does not open by it', async () => {
    const { pageInfo } = await listOf(bob, personas.bob, { first: 1 });
    const answer = await ada.send(list, { id: personas.bob, after: pageInfo.endCursor });
    expect(answer.text).toBe('{"data":{"personaJobs":null}}\n');
  });
});

describe('what may be there once', () => {
  const apply = (tenant: Tenant, id: string): Promise<Answer> =>
    tenant.send('mutation ($id: ID!) { createApplication(input: { personaJobId: $id }) { id } }', { id });
  const reasonOf = (answer: Answer): unknown => answer.body.errors?.[0]?.extensions['reason'];

  test('of applications is counted for oneself: another’s for the same posting is none of one’s own', async () => {
    expect(codesOf(await apply(bob, matches.bob))).toEqual([]);
    // Applied for or not, a match of another's is no match.
    const [applied, free] = [await apply(ada, matches.bob), await apply(ada, matches.bobs)];
    expect(applied.text).toBe(free.text);
    expect(codesOf(applied)).toEqual(['NOT_FOUND']);
    expect(codesOf(await apply(ada, matches.ada))).toEqual([]);
    expect(reasonOf(await apply(ada, matches.ada))).toBe('DUPLICATE_APPLICATION');
  });

  test('of skills is counted for the persona', async () => {
    const add = (tenant: Tenant, id: string): Promise<Answer> =>
      tenant.send('mutation ($id: ID!) { addSkill(personaId: $id, input: { skillName: "Zymurgy" }) { skillName } }', {
        id,
      });
    for (const [tenant, id] of [
      [bob, personas.bob],
      [ada, personas.ada],
    ] as const)
      expect([codesOf(await add(tenant, id)), reasonOf(await add(tenant, id))]).toEqual([[], 'DUPLICATE_NAME']);
  });

  // Declared: who registers learns whether there is an account, until addresses are proven by mail. Nothing else of it.
  test('of addresses tells who registers that there is an account, and no more than that', async () => {
    const register = (email: string): Promise<Answer> =>
      product.send('mutation ($input: RegisterInput!) { register(input: $input) { user { id name email } } }', {
        input: { email, password: testPassword, name: 'Mallory' },
      });
    const answer = await register(bob.email);
    expect(answer.body).toEqual({
      data: null,
      errors: [
        {
          message: 'There is an account with this e-mail address.',
          path: ['register'],
          locations: [expect.anything()],
          extensions: { code: 'CONFLICT', reason: 'EMAIL_TAKEN' },
        },
      ],
    });
    for (const secret of [bob.userId, personas.bob, 'users_email_key']) expect(answer.text).not.toContain(secret);
    // Signed in as somebody else it tells the same, and the session says nothing of the other account.
    const signedIn = await product.send(
      'mutation ($input: RegisterInput!) { register(input: $input) { user { id name email } } }',
      { input: { email: bob.email, password: testPassword, name: 'Mallory' } },
      ada.headers,
    );
    expect(signedIn.text).toBe(answer.text);
  });
});
