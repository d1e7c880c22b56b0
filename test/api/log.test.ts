import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf, dataOf, post, startTestProduct, testPassword, type TestProduct } from '../support/product.ts';
import { makePersona } from '../support/personas.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());
beforeEach(() => {
  product.log.length = 0;
});

/** In every secret of this file, so that nothing of any may be in the log. */
const mark = 'Zx9';
const loginDocument = 'mutation Mine($input: LoginInput!) { login(input: $input) { __typename } }';
const lines = (): readonly Record<string, unknown>[] =>
  product.log.map((line) => JSON.parse(line) as Record<string, unknown>);
const told = (msg: string): readonly Record<string, unknown>[] => lines().filter((line) => line['msg'] === msg);

describe('the log of a request', () => {
  it('names an operation of identity as the schema does, its size and its outcome, and nothing else', async () => {
    const own = await product.signUp('logged');
    product.log.length = 0;
    const input = { email: own.email, password: testPassword };
    await product.send(
      `mutation ${mark} { ok: login(input: { email: "${mark}@example.com", password: "${mark}" }) { __typename } }`,
    );
    const body = JSON.stringify({ query: loginDocument, variables: { input } });
    for (const each of [body, body]) expect(codesOf(await post(`${product.url}/graphql`, each))).toEqual([]);
    const common = { level: 30, requestId: expect.any(String), operation: 'login', msg: 'operation' };
    const seen = lines().map(({ time: _time, pid: _pid, hostname: _hostname, ...line }) => line);
    expect(seen).toEqual([
      { ...common, bytes: expect.any(Number), outcome: 'UNAUTHENTICATED' },
      { ...common, bytes: body.length, outcome: 'OK' },
      { ...common, bytes: body.length, outcome: 'OK' },
    ]);
  });

  it.each<readonly [string, string, object]>([
    ['variables', loginDocument, { input: { email: 'a@example.com', password: mark } }],
    ['variables of another type', loginDocument, { input: { email: 'a@example.com', password: [mark, 123_456] } }],
    ['variables too many', loginDocument, { input: { email: 'a@example.com', password: mark, code: mark } }],
    ['a literal', `mutation { login(input: { email: "a", password: "${mark}" }) { __typename } }`, {}],
    [
      'a literal of another type',
      `mutation { login(input: { email: "a", password: ["${mark}"] }) { __typename } }`,
      {},
    ],
    ['a literal where an object belongs', `mutation { login(input: "${mark}") { __typename } }`, {}],
    ['a token', `mutation { refreshSession(refreshToken: "${mark}") { accessToken } }`, {}],
    ['a text where none belongs', `mutation { login(input: { email: "a" } "${mark}") { __typename } }`, {}],
  ])('holds nothing of %s, and nor does the answer', async (_what, document, variables) => {
    const answer = await product.send(document, variables, {
      authorization: `Bearer ${mark}.${mark}.${mark}`,
      cookie: `tenure_refresh=${mark}; tenure_access=${mark}`,
      'x-api-key': mark,
      'apollo-require-preflight': '1',
    });
    expect(answer.body.errors).toHaveLength(1);
    expect(answer.text).not.toContain(mark);
    expect(answer.text).not.toContain('123456');
    expect(product.log).toHaveLength(1);
    expect(product.log.join('')).not.toContain(mark);
  });

  it('holds nothing of what cannot be read at all', async () => {
    const url = `${product.url}/graphql`;
    await post(url, `{"query":"{ me { id } }","variables":{"password":"${mark}`);
    await post(url, JSON.stringify({ query: loginDocument, variables: mark }));
    await post(`${url}?token=${mark}#${mark}`, JSON.stringify({ query: `{ ${mark} }`, variables: { password: mark } }));
    await fetch(`${product.url}/reset?token=${mark}`, { headers: { cookie: `a=${mark}` } });
    expect(product.log.join('')).not.toContain(mark);
  });

  it('holds nothing of the tokens and cookies that it hands out', async () => {
    const { email } = await product.signUp('cookies');
    const origin = `http://localhost:${product.port}`;
    const headers = { origin, 'apollo-require-preflight': '1', 'sec-fetch-site': 'same-origin' };
    const answer = await product.send(loginDocument, { input: { email, password: testPassword } }, headers);
    const values = answer.headers.getSetCookie().map((each) => /=([^;]+)/.exec(each)?.[1] ?? '');
    const bearer = await product.send(
      'mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { tokens { accessToken refreshToken } } } }',
      { input: { email, password: testPassword } },
    );
    const { login } = dataOf<{ login: { tokens: Record<string, string> } }>(bearer);
    for (const value of [...values, ...Object.values(login.tokens)]) {
      expect(value).not.toBe('');
      expect(product.log.join('')).not.toContain(value);
    }
  });

  it('says of an internal error where it is and of which kind, and nothing of the row', async () => {
    const own = await product.signUp('failing');
    await product.database.query(
      `alter table personas add constraint no_mark check (professional_summary is distinct from '${mark} in full')`,
    );
    const create = 'mutation ($input: CreatePersonaInput!) { createPersona(input: $input) { id } }';
    const input = { fullName: 'Ada', email: own.email, professionalSummary: `${mark} in full` };
    const answer = await own.send(create, { input });
    await product.database.query('alter table personas drop constraint no_mark');
    expect(codesOf(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
    const [failure] = told('operation failed');
    expect(failure).toMatchObject({
      requestId: answer.headers.get('x-request-id'),
      err: {
        code: '23514',
        table: 'personas',
        constraint: 'no_mark',
        message: 'new row for relation "personas" violates check constraint "no_mark"',
        stack: expect.stringMatching(/^ {4}at /),
      },
    });
    expect(product.log.join('')).not.toContain(mark);
  });

  it('holds no words of a trigger either', async () => {
    const own = await product.signUp('triggered');
    await makePersona(own);
    await product.database.query(
      `create function tell() returns trigger language plpgsql as $$ begin raise exception 'no %', new.professional_summary using detail = new.professional_summary; end $$`,
    );
    await product.database.query('create trigger tell before insert on personas for each row execute function tell()');
    const create = 'mutation ($input: CreatePersonaInput!) { createPersona(input: $input) { id } }';
    const answer = await own.send(create, { input: { fullName: 'B', email: own.email, professionalSummary: mark } });
    await product.database.query('drop function tell() cascade');
    expect(codesOf(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(told('operation failed')).toMatchObject([{ err: { code: 'P0001' } }]);
    expect(product.log.join('')).not.toContain(mark);
  });

  it('is one line, whatever a client calls itself', async () => {
    await product.send('query Named { me { id } }', {}, { 'user-agent': 'a{"level":60}', 'x-request-id': mark });
    expect(product.log.map((line) => line.indexOf('\n') === line.length - 1)).toEqual([true]);
    expect(told('operation')).toMatchObject([{ operation: 'Named', codes: ['UNAUTHENTICATED'] }]);
  });
});

describe('an answer that refuses a value', () => {
  it.each<readonly [unknown, string, string]>([
    [{ email: 1, password: mark }, 'input.email', 'at "input.email"; String cannot represent a non string value.'],
    [{ email: 'a', password: 1 }, 'input.password', 'at "input.password"; String cannot represent a non string value.'],
    [{ password: mark }, 'input.email', '; Field "email" of required type "String!" was not provided.'],
    [mark, 'input', '; Expected type "LoginInput" to be an object.'],
  ])('says where and what is expected, and does not repeat it: %j', async (input, field, ending) => {
    const [error] = (await product.send(loginDocument, { input })).body.errors ?? [];
    const joint = ending.startsWith(';') ? '' : ' ';
    expect(error?.message).toBe(`Variable "$input" got an invalid value${joint}${ending}`);
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', field });
  });
});
