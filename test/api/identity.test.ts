import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  dataOf,
  startTestProduct,
  testPassword,
  testSecret,
  type Answer,
  type Tenant,
  type TestProduct,
} from '../support/product.ts';
import { statementsOf, twinsOf, twinTraces } from '../support/twins.ts';

let product: TestProduct;
let tenant: Tenant;
beforeAll(async () => {
  product = await startTestProduct();
  tenant = await product.signUp('ada');
});
afterAll(() => product.stop());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
const sessionsOf = (userId: string): Promise<unknown[]> =>
  product.database.query('select id, revoked_at from sessions where owner_id = $1 order by id', [userId]);

/** A token that says what a good one says, but for what is given. */
function forge(claims: object, header: object = {}, secret = testSecret.secret): string {
  const { alg = 'HS256' } = header as { alg?: jwt.Algorithm };
  return jwt.sign({ ...claimsOf(tenant.accessToken), ...claims }, alg === 'none' ? '' : secret, {
    algorithm: alg,
    header: { alg, typ: 'at+jwt', kid: testSecret.kid, ...header },
  });
}

describe('an Authorization header', () => {
  it.each([
    ['without a token', () => 'Bearer'],
    ['with an empty token', () => 'Bearer  '],
    ['with something else', () => 'Bearer garbage'],
    ['with dots and nothing between', () => 'Bearer ..'],
    ['with parts that are no JSON', () => 'Bearer bm8.bm8.bm8'],
    ['with a token that lacks its end', () => `Bearer ${tenant.accessToken.slice(0, -3)}`],
    ['with a token that has been changed', () => `Bearer ${tenant.accessToken.replace(/\.(.)/, '.A$1')}`],
    ['with a refresh token', () => `Bearer ${tenant.refreshToken}`],
    ['with a token of another secret', () => `Bearer ${forge({}, {}, 'another secret of 32 bytes or even more')}`],
    ['with a token of an unknown key', () => `Bearer ${forge({}, { kid: 'nobody' })}`],
    ['with a token of another kind', () => `Bearer ${forge({}, { typ: 'JWT' })}`],
    ['with a token for others', () => `Bearer ${forge({ aud: 'elsewhere' })}`],
    ['with a token by others', () => `Bearer ${forge({ iss: 'elsewhere' })}`],
    ['with a token that nobody signed', () => `Bearer ${forge({}, { alg: 'none' })}`],
    ['with a token signed differently', () => `Bearer ${forge({}, { alg: 'HS512' })}`],
    ['with a token of a session that is none', () => `Bearer ${forge({ sid: claimsOf(tenant.accessToken)['sub'] })}`],
    ['with a token whose session is no id', () => `Bearer ${forge({ sid: "' or true --" })}`],
    ['of a proxy', () => 'Basic YWRhOnNlY3JldA=='],
    ['of nobody', () => '\u00ff'],
    ['of 8,000 letters', () => `Bearer ${'a'.repeat(8000)}`],
  ])('%s makes a stranger, whom public operations serve', async (_what, header) => {
    const headers = { authorization: header() };
    const refused = await product.send('{ me { id } }', {}, headers);
    expect([refused.status, refused.body.errors?.map(({ extensions }) => extensions)]).toEqual([
      200,
      [{ code: 'UNAUTHENTICATED' }],
    ]);
    expect(dataOf(await product.send('mutation { logout }', {}, headers))).toEqual({ logout: true });
    const input = { email: tenant.email, password: testPassword };
    expect(codesOf(await product.send(loginDocument, { input }, headers))).toEqual([]);
    expect(await tenant.ask('{ me { id } }')).toEqual({ me: { id: tenant.userId } });
  });

  it('may spell its scheme in whatever case', async () => {
    const answer = await product.send('{ me { id } }', {}, { authorization: `bEARER  ${tenant.accessToken}` });
    expect(dataOf(answer)).toEqual({ me: { id: tenant.userId } });
  });

  it('with a token of another’s session and one’s own name is no way in', async () => {
    const other = await product.signUp('victim');
    const token = forge({ sid: claimsOf(other.accessToken)['sid'] });
    expect(codesOf(await product.send('{ me { id } }', {}, bearer(token)))).toEqual(['UNAUTHENTICATED']);
    const asOther = forge({ sub: other.userId });
    expect(codesOf(await product.send('{ me { id } }', {}, bearer(asOther)))).toEqual(['UNAUTHENTICATED']);
  });

  it('whose token has run out is told so only where it was good once', async () => {
    const past = Math.floor(product.clock.now.getTime() / 1000) - 1;
    const reasonsOf = async (token: string) =>
      (await product.send('{ me { id } }', {}, bearer(token))).body.errors?.map(
        ({ extensions }) => extensions['reason'],
      );
    expect(await reasonsOf(forge({ exp: past }))).toEqual(['TOKEN_EXPIRED']);
    expect(await reasonsOf(forge({ exp: past }, {}, 'another secret of 32 bytes or even more'))).toEqual([undefined]);
  });
});

const loginDocument =
  'mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { tokens { accessToken } } } }';

/** Signs in as a browser does and gives back its Cookie header. */
async function cookiesOf({ email }: Tenant): Promise<string> {
  const page = { origin: product.url, 'apollo-require-preflight': '1', 'x-tenure-client': 'web' };
  const answer = await product.send(loginDocument, { input: { email, password: testPassword } }, page);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

describe('cookies', () => {
  it('sign in where they are whole, and never break anything where they are not', async () => {
    const cookie = await cookiesOf(tenant);
    const codes = async (header: string): Promise<unknown[]> =>
      codesOf(await product.send('{ me { id } }', {}, { cookie: header }));
    expect(await codes(cookie)).toEqual([]);
    for (const odd of [
      ';;;===',
      `tenure-access-${product.port}=%E0%A4%A`,
      `tenure-access-${product.port}="${tenant.accessToken}`,
      `tenure-refresh-${product.port}=%00`,
      '__proto__=x; constructor=y',
      `tenure-access-${product.port}=${'a'.repeat(8000)}`,
    ])
      expect(await codes(odd)).toEqual(['UNAUTHENTICATED']);
  });

  it('of a server at another port, or of one with TLS, are not ours', async () => {
    const cookie = await cookiesOf(tenant);
    for (const foreign of [
      cookie.replaceAll(String(product.port), '1'),
      cookie.replaceAll('tenure-', '__Host-tenure-'),
    ])
      expect(codesOf(await product.send('{ me { id } }', {}, { cookie: foreign }))).toEqual(['UNAUTHENTICATED']);
  });

  it('go together with a header of the same account', async () => {
    const cookie = await cookiesOf(tenant);
    expect(dataOf(await tenant.send('{ me { id } }', {}, { cookie }))).toEqual({ me: { id: tenant.userId } });
  });

  it('beside a header of another account are refused for everything, public operations included', async () => {
    const [cookie, other] = [await cookiesOf(tenant), await product.signUp('other-header')];
    for (const document of ['{ me { id } }', '{ __typename }', 'mutation { logout }']) {
      const answer = await other.send(document, {}, { cookie });
      expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
      expect(answer.body.errors?.[0]?.message).toBe(
        'The Authorization header and the cookie belong to different accounts.',
      );
    }
  });

  const mutations = {
    refreshSession: 'mutation { refreshSession { accessTokenExpiresAt } }',
    logout: 'mutation { logout }',
    revokeSession: 'mutation ($id: ID!) { revokeSession(id: $id) }',
    createPersona: 'mutation { createPersona(input: { fullName: "Eve", email: "eve@example.com" }) { id } }',
    login: 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }',
    register: 'mutation ($input: RegisterInput!) { register(input: $input) { verificationRequired } }',
  } as const;
  const foreignPages = [
    ['no origin', { 'apollo-require-preflight': '1' }],
    ['another origin', { origin: 'https://evil.example.com', 'apollo-require-preflight': '1' }],
    ['another port', { origin: 'http://localhost:1', 'apollo-require-preflight': '1' }],
    ['no preflight header', {}],
    ['the password of a proxy', { authorization: 'Basic YWRhOnNlY3JldA==' }],
  ] as const;

  it.each(Object.keys(mutations) as (keyof typeof mutations)[])(
    'need our own page for a mutation: %s',
    async (name) => {
      const own = await product.signUp(`page-${name.toLowerCase()}`);
      const [cookie, before] = [await cookiesOf(own), await sessionsOf(own.userId)];
      const input = { email: name === 'register' ? 'eve@example.com' : own.email, password: testPassword };
      const variables = { id: claimsOf(own.accessToken)['sid'], input };
      const here = { origin: product.url, 'x-tenure-client': 'web', cookie };
      for (const [, headers] of foreignPages) {
        const origin = 'apollo-require-preflight' in headers ? { origin: '' } : {};
        const answer = await product.send(mutations[name], variables, { ...here, ...origin, ...headers });
        expect([answer.status, codesOf(answer), answer.headers.getSetCookie()]).toEqual([200, ['FORBIDDEN'], []]);
        expect(answer.body).not.toHaveProperty('data');
      }
      expect(await sessionsOf(own.userId)).toEqual(before);
      expect(await own.ask('{ personas { id } }')).toEqual({ personas: [] });
      const ours = { ...here, 'apollo-require-preflight': '1' };
      expect(codesOf(await product.send(mutations[name], variables, ours))).toEqual([]);
    },
  );

  it('need it also for a sign-in that has none yet', async () => {
    const input = { email: tenant.email, password: testPassword };
    const answer = await product.send(loginDocument, { input }, { 'x-tenure-client': 'web' });
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  });

  it('do not stand in the way of a bearer token', async () => {
    const cookie = await cookiesOf(tenant);
    const answer = await tenant.send(mutations.createPersona, {}, { cookie });
    expect(codesOf(answer)).toEqual([]);
  });
});

describe('a mutation of identity', () => {
  const alone = {
    register: 'register(input: { email: "eve@example.com", password: "correct horse 1!" }) { verificationRequired }',
    login: 'login(input: { email: "ada@example.com", password: "correct horse 1!" }) { __typename }',
    refreshSession: 'refreshSession { accessToken }',
    logout: 'logout',
    revokeSession: 'revokeSession(id: "x")',
  } as const;
  const persona = 'createPersona(input: { fullName: "Mallory", email: "mallory@example.com" }) { id }';

  it.each(Object.entries(alone))('stands alone in its document: %s', async (_name, field) => {
    const before = await product.database.query('select id, revoked_at from sessions order by id');
    for (const document of [
      `mutation { ${field} ${persona} }`,
      `mutation { ${persona} ${field} }`,
      `mutation { ...Rest ${persona} } fragment Rest on Mutation { ${field} }`,
      `mutation { first: ${field} second: ${field} }`,
    ]) {
      const answer = await product.send(document, {}, tenant.headers);
      expect([answer.status, codesOf(answer)]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
      expect(answer.body).not.toHaveProperty('data');
      expect(answer.body.errors?.[0]?.message).toContain('alone');
    }
    expect(await product.database.query('select id, revoked_at from sessions order by id')).toEqual(before);
    expect(await product.database.query(`select from personas where full_name = 'Mallory'`)).toEqual([]);
  });
});

describe('another’s session', () => {
  it('cannot be told from none, by what is said or done', async () => {
    const other = await product.signUp('other-session');
    const before = await sessionsOf(other.userId);
    const [foreign, ...others] = await twinTraces(product, tenant, {
      document: 'mutation ($id: ID!) { revokeSession(id: $id) }',
      ids: twinsOf(String(claimsOf(other.accessToken)['sid'])),
      variables: (id) => ({ id }),
    });
    expect(foreign?.text).toContain('NOT_FOUND');
    for (const twin of others) expect(twin).toEqual(foreign);
    expect(await sessionsOf(other.userId)).toEqual(before);
  });

  it('is in no list of mine', async () => {
    const { mySessions } = await tenant.ask<{ mySessions: { id: string; current: boolean }[] }>(
      '{ mySessions { id current } }',
    );
    const own = await product.database.query<{ id: string }>(
      'select id from sessions where owner_id = $1 and revoked_at is null',
      [tenant.userId],
    );
    expect(mySessions.map(({ id }) => id).toSorted()).toEqual(own.map(({ id }) => id).toSorted());
    expect(mySessions.filter(({ current }) => current).map(({ id }) => id)).toEqual([
      claimsOf(tenant.accessToken)['sid'],
    ]);
  });
});

describe('what is secret', () => {
  it('is in no log and in no list, whatever happens', async () => {
    const own = await product.signUp('discreet');
    const cookie = await cookiesOf(own);
    const page = { origin: product.url, 'apollo-require-preflight': '1', 'x-tenure-client': 'web', cookie };
    const refreshed = await product.send(
      'mutation ($token: String) { refreshSession(refreshToken: $token) { accessToken refreshToken } }',
      { token: own.refreshToken },
    );
    const input = { email: own.email, password: 'a wrong one 2?' };
    const answers: Answer[] = [
      await product.send(loginDocument, { input }),
      await product.send('{ me { id } }', {}, page),
    ];
    await product.database.query('alter table sessions rename to sessions_away');
    answers.push(await product.send(loginDocument, { input: { ...input, password: testPassword } }));
    answers.push(await own.send('{ me { id } }'));
    await product.database.query('alter table sessions_away rename to sessions');
    expect(answers.map(codesOf)).toEqual([
      ['UNAUTHENTICATED'],
      [],
      ['INTERNAL_SERVER_ERROR'],
      ['INTERNAL_SERVER_ERROR'],
    ]);
    const list = await own.send('{ mySessions { id createdAt lastSeenAt ip userAgent methods current } }');
    const { refreshSession } = dataOf<{ refreshSession: Record<string, string> }>(refreshed);
    const secrets = [own.accessToken, own.refreshToken, testPassword, input.password, ...Object.values(refreshSession)];
    const shown = product.log.join('') + list.text + answers.map(({ text }) => text).join('');
    for (const secret of [...secrets, ...cookie.split('; ').map((each) => each.split('=')[1] ?? '')]) {
      expect(secret.length).toBeGreaterThan(8);
      expect(shown).not.toContain(secret);
    }
  });

  it('costs a stranger’s sign-in as many statements as an unknown address', async () => {
    const ask = (email: string) =>
      statementsOf(product, () => product.send(loginDocument, { input: { email, password: 'wrong 1!' } }));
    const withoutCount = (statement: string): string => statement.replace(/, \d (results?|rows? affected)\]/, ']');
    const known = (await ask(tenant.email)).map(withoutCount);
    expect(known).toEqual((await ask('nobody@example.com')).map(withoutCount));
  });
});
