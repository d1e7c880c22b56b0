import { parseSetCookie } from 'cookie';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '#identity/hash-token.ts';
import {
  day,
  emptyMails,
  mailKindsTo,
  openBrowser,
  otherPassword,
  tryChangePassword,
  tryLogin,
  wait,
  type Browser,
} from '../support/accounts.ts';
import { resetByMail } from '../support/mailed-links.ts';
import { codesOf, dataOf, startTestProduct, testPassword, type Tenant, type TestProduct } from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const cookieName = (): string => `tenure-device-${product.port}`;
const tokenIn = ({ jar }: Browser): string => jar.get(cookieName()) ?? '';
/** Hashes of the tokens by which an account's browsers are known. */
const knownTo = async ({ userId }: Tenant): Promise<string[]> =>
  (
    await product.database.query<{ token_hash: string }>(
      'select token_hash from known_devices where owner_id = $1 order by created_at',
      [userId],
    )
  ).map(({ token_hash: hash }) => hash);
const isKnown = async (tenant: Tenant, browser: Browser): Promise<boolean> =>
  (await knownTo(tenant)).includes(hashToken(tokenIn(browser)));

describe('a browser', () => {
  it('is known by a cookie that scripts cannot read, for half a year', async () => {
    const tenant = await product.signUp('known');
    const answer = await openBrowser(product).signIn(tenant.email);
    const cookies = answer.headers.getSetCookie().map((header) => parseSetCookie(header));
    expect(cookies.find(({ name }) => name === cookieName())).toEqual({
      name: cookieName(),
      value: expect.stringMatching(/^[\w-]{43}$/),
      maxAge: 180 * day,
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
    });
  });

  it('keeps it where TLS is in front, for its host alone', async () => {
    const proxied = await startTestProduct({ trustedProxies: 1, corsOrigins: ['https://jobs.example.org'] });
    try {
      const { email } = await proxied.signUp('secure');
      const page = {
        origin: 'https://jobs.example.org',
        'x-tenure-client': 'web',
        'apollo-require-preflight': '1',
        'x-forwarded-proto': 'https',
        'x-forwarded-host': 'jobs.example.org',
        'x-forwarded-for': '203.0.113.7',
      };
      const answer = await tryLogin(proxied, { email }, page);
      const cookies = answer.headers.getSetCookie().map((header) => parseSetCookie(header));
      expect(cookies.map(({ name, secure, domain }) => ({ name, secure, domain }))).toEqual(
        ['access', 'refresh', 'device'].map((what) => ({
          name: `__Host-tenure-${what}`,
          secure: true,
          domain: undefined,
        })),
      );
    } finally {
      await proxied.stop();
    }
  });

  it('is known from the account’s first moment', async () => {
    const browser = openBrowser(product);
    const document = 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }';
    const answer = await browser.send(document, { input: { email: 'opened@example.com', password: testPassword } });
    const { register } = answer.body.data as { register: { user: { id: string } } };
    expect(await isKnown({ userId: register.user.id } as Tenant, browser)).toBe(true);
  });

  it('is not known where it does not keep cookies, nor after a wrong password', async () => {
    const tenant = await product.signUp('unknown');
    const answer = await tryLogin(product, tenant);
    expect(answer.headers.getSetCookie()).toEqual([]);
    const browser = openBrowser(product);
    const wrong = await browser.signIn(tenant.email, 'wrong horse 1!');
    expect(wrong.headers.getSetCookie()).toEqual([]);
    expect(await knownTo(tenant)).toEqual([]);
  });

  it('lets its owner in while strangers have had the password switched off', async () => {
    const tenant = await product.signUp('besieged');
    const browser = openBrowser(product);
    await browser.signIn(tenant.email);
    await product.database.query('update credentials set failed_attempts = 100 where owner_id = $1', [tenant.userId]);
    expect(codesOf(await tryLogin(product, tenant))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await browser.signIn(tenant.email))).toEqual([]);
    // Nor does that open it to strangers again.
    expect(codesOf(await tryLogin(product, tenant))).toEqual(['UNAUTHENTICATED']);
  });

  it('stays known when its session is signed out', async () => {
    const tenant = await product.signUp('signing-out');
    const browser = openBrowser(product);
    await browser.signIn(tenant.email);
    await browser.send('mutation { logout }');
    expect([...browser.jar.keys()]).toEqual([cookieName()]);
    expect(await isKnown(tenant, browser)).toBe(true);
  });

  it('that several accounts use is known to all of them by one cookie', async () => {
    const [one, other] = [await product.signUp('sharing-1'), await product.signUp('sharing-2')];
    const browser = openBrowser(product);
    for (const { email } of [one, other, one]) await browser.signIn(email);
    for (const tenant of [one, other]) {
      expect(await knownTo(tenant)).toHaveLength(1);
      expect(await isKnown(tenant, browser)).toBe(true);
    }
  });

  it('is a new one to each account, and the same one again at each sign-in', async () => {
    const tenant = await product.signUp('returning');
    const [desk, phone] = [openBrowser(product), openBrowser(product)];
    for (const browser of [desk, phone, desk, phone]) await browser.signIn(tenant.email);
    expect(await knownTo(tenant)).toHaveLength(2);
    for (const browser of [desk, phone]) expect(await isKnown(tenant, browser)).toBe(true);
  });
});

describe('a token that somebody planted', () => {
  it.each([
    ['of our form', async () => 'A'.repeat(43)],
    ['of no form', async () => 'planted'],
    [
      'of a browser in which they have signed in themselves',
      async () => {
        const thief = openBrowser(product);
        await product.signUp('thief');
        await thief.signIn('thief@example.com');
        return tokenIn(thief);
      },
    ],
  ])('is what nobody is known by: one %s', async (what, plant) => {
    const planted = await plant();
    const tenant = await product.signUp(`victim-${what.length}`);
    const browser = openBrowser(product);
    browser.jar.set(cookieName(), planted);
    await browser.signIn(tenant.email);
    expect(tokenIn(browser)).not.toBe(planted);
    expect(await knownTo(tenant)).toEqual([hashToken(tokenIn(browser))]);
    const still = await product.database.query('select from known_devices where token_hash = $1', [hashToken(planted)]);
    expect(still).toEqual([]);
  });
});

describe('known browsers', () => {
  it('are forgotten when the password is reset', async () => {
    const tenant = await product.signUp('resetting');
    await openBrowser(product).signIn(tenant.email);
    dataOf(await resetByMail(product, tenant.email));
    expect(await knownTo(tenant)).toEqual([]);
  });

  it('are forgotten when it is changed, but for the one that changes it, which gets a new token', async () => {
    const tenant = await product.signUp('changing');
    const [desk, phone] = [openBrowser(product), openBrowser(product)];
    for (const browser of [desk, phone]) await browser.signIn(tenant.email);
    const copied = tokenIn(desk);
    dataOf(await tryChangePassword(desk, { currentPassword: testPassword, newPassword: otherPassword }));
    expect(await knownTo(tenant)).toEqual([hashToken(tokenIn(desk))]);
    expect(tokenIn(desk)).not.toBe(copied);
  });
});

describe('the mail about a new device', () => {
  const from = (tenant: Tenant, userAgent: string) => tryLogin(product, tenant, { 'user-agent': userAgent });

  it('goes out for a place that the account has no session of, and for no other', async () => {
    const tenant = await product.signUp('placing');
    await emptyMails(product);
    await tryLogin(product, tenant);
    expect(await mailKindsTo(product, tenant.email)).toEqual([]);
    await from(tenant, 'elsewhere/1');
    expect(await mailKindsTo(product, tenant.email)).toEqual(['NEW_DEVICE']);
    await from(tenant, 'elsewhere/1');
    expect(await mailKindsTo(product, tenant.email)).toEqual(['NEW_DEVICE']);
    await from(tenant, `${'x'.repeat(700)}`);
    await from(tenant, `${'x'.repeat(700)}`);
    expect(await mailKindsTo(product, tenant.email)).toEqual(['NEW_DEVICE', 'NEW_DEVICE']);
  });

  it('does not go out for a known browser that calls itself otherwise since', async () => {
    const tenant = await product.signUp('updating');
    const browser = openBrowser(product);
    await browser.signIn(tenant.email);
    await emptyMails(product);
    const document = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';
    const input = { email: tenant.email, password: testPassword };
    await browser.send(document, { input }, { 'user-agent': 'updated/2' });
    expect(await mailKindsTo(product, tenant.email)).toEqual([]);
    wait(product, 181 * day);
    await browser.send(document, { input }, { 'user-agent': 'updated/3' });
    expect(await mailKindsTo(product, tenant.email)).toEqual(['NEW_DEVICE']);
  });
});
