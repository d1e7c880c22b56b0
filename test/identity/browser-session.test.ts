import { request } from 'node:http';
import { parseSetCookie, stringifyCookie } from 'cookie';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailKindsTo } from '../support/accounts.ts';
import { codesOf, startTestProduct, testPassword, type Answer, type TestProduct } from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const fields = '{ accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt }';
const loginDocument = `mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { tokens ${fields} user { id } } } }`;
const refreshDocument = `mutation { refreshSession ${fields} }`;
const withoutTokens = {
  accessToken: null,
  accessTokenExpiresAt: expect.any(String),
  refreshToken: null,
  refreshTokenExpiresAt: expect.any(String),
};

/** A browser on our page: it keeps cookies and says where it comes from. */
function openBrowser() {
  const jar = new Map<string, string>();
  const send = async (query: string, variables = {}, headers = {}): Promise<Answer> => {
    const page = { origin: product.url, 'x-tenure-client': 'web', 'apollo-require-preflight': 'true' };
    const answer = await product.send(query, variables, {
      ...page,
      cookie: stringifyCookie(Object.fromEntries(jar)),
      ...headers,
    });
    for (const header of answer.headers.getSetCookie()) {
      const { name, value = '', maxAge } = parseSetCookie(header);
      if (maxAge === 0) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const signIn = (email: string): Promise<Answer> => send(loginDocument, { input: { email, password: testPassword } });
  return { jar, send, signIn, hasSession: async () => codesOf(await send('{ me { id } }')).length === 0 };
}

describe('a browser', () => {
  it('is signed in by cookies that scripts cannot read, and is told no token', async () => {
    const { email, userId } = await product.signUp('browsing');
    const browser = openBrowser();
    const answer = await browser.signIn(email);
    expect(answer.body).toEqual({ data: { login: { tokens: withoutTokens, user: { id: userId } } } });
    const attributes = { httpOnly: true, sameSite: 'lax', path: '/' };
    expect(answer.headers.getSetCookie().map((header) => parseSetCookie(header))).toEqual([
      { name: `tenure-access-${product.port}`, value: expect.any(String), maxAge: 900, ...attributes },
      { name: `tenure-refresh-${product.port}`, value: expect.any(String), maxAge: 604_800, ...attributes },
      { name: `tenure-device-${product.port}`, value: expect.any(String), maxAge: 180 * 86_400, ...attributes },
    ]);
    expect(await browser.hasSession()).toBe(true);
  });

  it('has one session: signing in again, as anybody, ends the one before', async () => {
    const [one, other] = [await product.signUp('first-here'), await product.signUp('second-here')];
    const browser = openBrowser();
    await browser.signIn(one.email);
    const before = openBrowser();
    for (const [name, value] of browser.jar) before.jar.set(name, value);
    await browser.signIn(other.email);
    expect([await before.hasSession(), await browser.hasSession()]).toEqual([false, true]);
    expect(codesOf(await one.send('{ me { id } }'))).toEqual([]);
  });

  it('is signed in by opening an account', async () => {
    const browser = openBrowser();
    const input = { email: 'new-browser@example.com', password: testPassword };
    const answer = await browser.send(
      `mutation ($input: RegisterInput!) { register(input: $input) { tokens ${fields} } }`,
      { input },
    );
    expect(answer.body).toEqual({ data: { register: { tokens: withoutTokens } } });
    expect(await browser.hasSession()).toBe(true);
  });

  it('stays signed in by the refresh cookie alone', async () => {
    const { email } = await product.signUp('staying');
    const browser = openBrowser();
    await browser.signIn(email);
    const before = new Map(browser.jar);
    browser.jar.delete(`tenure-access-${product.port}`);
    expect((await browser.send(refreshDocument)).body).toEqual({ data: { refreshSession: withoutTokens } });
    expect(browser.jar.get(`tenure-refresh-${product.port}`)).not.toBe(before.get(`tenure-refresh-${product.port}`));
    expect(await browser.hasSession()).toBe(true);
  });

  it('replaces the cookie it sent even for a page that does not ask for cookies, such as the playground', async () => {
    const { email } = await product.signUp('playing');
    const browser = openBrowser();
    await browser.signIn(email);
    const answer = await browser.send(refreshDocument, {}, { 'x-tenure-client': 'playground' });
    expect(answer.body).toEqual({ data: { refreshSession: withoutTokens } });
    expect(answer.headers.getSetCookie()).toHaveLength(2);
  });

  it('keeps its cookies when refreshing fails, because another tab may have fresh ones', async () => {
    const browser = openBrowser();
    browser.jar.set(`tenure-refresh-${product.port}`, 'unknown');
    const answer = await browser.send(refreshDocument);
    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('is signed out with its cookies taken away, however often', async () => {
    const { email } = await product.signUp('closing');
    const browser = openBrowser();
    await browser.signIn(email);
    const kept = new Map(browser.jar);
    expect((await browser.send('mutation { logout }')).body).toEqual({ data: { logout: true } });
    expect([...browser.jar.keys()]).toEqual([`tenure-device-${product.port}`]);
    expect((await browser.send('mutation { logout }')).body).toEqual({ data: { logout: true } });
    const thief = openBrowser();
    for (const [name, value] of kept) thief.jar.set(name, value);
    expect(await thief.hasSession()).toBe(false);
  });

  it('loses its cookies with the session it revokes itself', async () => {
    const { email } = await product.signUp('revoking-itself');
    const browser = openBrowser();
    await browser.signIn(email);
    const { body } = await browser.send('{ mySessions { id current } }');
    const { mySessions } = body.data as { mySessions: { id: string; current: boolean }[] };
    const own = mySessions.find(({ current }) => current);
    const other = mySessions.find(({ current }) => !current);
    const revoke = (id?: string): Promise<Answer> =>
      browser.send('mutation ($id: ID!) { revokeSession(id: $id) }', { id });
    expect((await revoke(other?.id)).headers.getSetCookie()).toEqual([]);
    expect((await revoke(own?.id)).headers.getSetCookie()).toHaveLength(2);
    expect([...browser.jar.keys()]).toEqual([`tenure-device-${product.port}`]);
  });

  it('may not be one account by cookie and another by header', async () => {
    const [one, other] = [await product.signUp('cookie-holder'), await product.signUp('header-holder')];
    const browser = openBrowser();
    await browser.signIn(one.email);
    const answer = await browser.send('{ me { id } }', {}, other.headers);
    expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
  });

  it('is told why it cannot sign in over plain HTTP from another machine, and leaves no session behind', async () => {
    const { email, userId } = await product.signUp('in-the-clear');
    const body = JSON.stringify({ query: loginDocument, variables: { input: { email, password: testPassword } } });
    const host = `192.168.1.5:${product.port}`;
    // fetch cannot lie about the host.
    const answer = await postAs(host, body, {
      origin: product.url,
      'x-tenure-client': 'web',
      'apollo-require-preflight': 'true',
    });
    expect(answer.setCookie).toEqual([]);
    expect(JSON.parse(answer.text)).toMatchObject({
      data: null,
      errors: [{ message: expect.stringContaining('needs HTTPS'), extensions: { code: 'FORBIDDEN' } }],
    });
    expect(await product.database.query('select from sessions where owner_id = $1', [userId])).toHaveLength(1);
  });
});

describe('a link to sign in, asked for by a browser that may keep nothing', () => {
  it('is mailed to nobody, and the browser is told why', async () => {
    const { email } = await product.signUp('link-in-the-clear');
    const query = 'mutation ($email: String!) { requestMagicLink(email: $email) }';
    const page = { origin: product.url, 'x-tenure-client': 'web', 'apollo-require-preflight': 'true' };
    const host = `192.168.1.5:${product.port}`;
    const answer = await postAs(host, JSON.stringify({ query, variables: { email } }), page);
    expect(answer.setCookie).toEqual([]);
    expect(JSON.parse(answer.text)).toMatchObject({
      errors: [{ message: expect.stringContaining('needs HTTPS'), extensions: { code: 'FORBIDDEN' } }],
    });
    expect(await mailKindsTo(product, email)).not.toContain('MAGIC_LINK');
  });
});

describe('a refresh token that a browser may not keep', () => {
  it('is as good as before, so that nobody is signed out by trying', async () => {
    const { refreshToken, userId } = await product.signUp('refreshing-in-the-clear');
    const query = `mutation ($token: String) { refreshSession(refreshToken: $token) ${fields} }`;
    const body = JSON.stringify({ query, variables: { token: refreshToken } });
    const page = { origin: product.url, 'x-tenure-client': 'web', 'apollo-require-preflight': 'true' };
    const answer = await postAs(`192.168.1.5:${product.port}`, body, page);
    expect(JSON.parse(answer.text)).toMatchObject({ data: null, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(await product.database.query('select used_at from refresh_tokens where owner_id = $1', [userId])).toEqual([
      { used_at: null },
    ]);
    expect(codesOf(await product.send(query, { token: refreshToken }))).toEqual([]);
  });
});

function postAs(host: string, body: string, headers: Readonly<Record<string, string>>) {
  return new Promise<{ text: string; setCookie: readonly string[] }>((resolve, reject) => {
    const options = { method: 'POST', headers: { ...headers, host, 'content-type': 'application/json' } };
    const call = request(`http://127.0.0.1:${product.port}/graphql`, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ text: Buffer.concat(chunks).toString(), setCookie: response.headers['set-cookie'] ?? [] }),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}
