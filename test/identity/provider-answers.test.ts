import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { linkedinProfile } from '#identity/provider-profiles.ts';
import {
  claimsOf,
  eventsOf,
  isSignedIn,
  mailKindsTo,
  newestToken,
  otherPassword,
  refusalOf,
  setProven,
  shutOut,
  tryChangePassword,
  tryLogin,
  tryRefresh,
  tryRegister,
  wait,
} from '../support/accounts.ts';
import {
  startMockIssuer,
  startSignpost,
  startSilentIssuers,
  type Claims,
  type MockIssuer,
} from '../support/issuers.ts';
import {
  moveAccount,
  moveBack,
  proveByMail,
  requestReset,
  resetPassword,
  verifyEmail,
} from '../support/mailed-links.ts';
import { openProviderBrowser, passBy, type ProviderBrowser } from '../support/provider-browser.ts';
import { codesOf, dataOf, startTestProduct, type TestProduct } from '../support/product.ts';
import { addPasskey, enterBy } from '../support/passkeys.ts';
import { addApp } from '../support/second-factor.ts';

let mock: MockIssuer;
let lax: MockIssuer;
let silent: Awaited<ReturnType<typeof startSilentIssuers>>;
let product: TestProduct;
let verified: TestProduct;
let closed: TestProduct;
beforeAll(async () => {
  [mock, lax, silent] = await Promise.all([startMockIssuer('mock'), startMockIssuer('lax'), startSilentIssuers()]);
  const disguised = await startSignpost('disguised', mock.settings.issuer);
  const lenient = lax.settingsWith('lax', linkedinProfile);
  const providers = [mock.settings, lenient, silent.slow, silent.down, disguised];
  [product, verified, closed] = await Promise.all([
    startTestProduct({ providers }),
    startTestProduct({ providers, registration: 'verified' }),
    startTestProduct({ providers, registration: 'closed' }),
  ]);
});
afterAll(async () => {
  await Promise.all([product, verified, closed].map((each) => each.stop()));
  await Promise.all([mock.stop(), lax.stop(), silent.stop()]);
});
afterEach(() => {
  for (const issuer of [mock, lax]) Object.assign(issuer, { claims: {}, tamper: null, replace: null });
});

/** Signs in by a provider, with what its ID token says. @returns where that leads to */
const signIn = (
  claims: Claims,
  { browser, on = product, issuer = mock }: { browser?: ProviderBrowser; on?: TestProduct; issuer?: MockIssuer } = {},
): Promise<string> => passBy(browser ?? openProviderBrowser(on), issuer, claims);

const failure = (reason: string): string => `/sign-in?error=${reason}`;

const ada = (name: string) => ({ sub: `sub-${name}`, email: `${name}@example.com`, email_verified: true });

const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  (await product.database.query(sql, values)).length;

describe('an ID token', () => {
  const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const unsigned = (token: string, alg: string): string => `${encoded({ alg })}.${token.split('.')[1] ?? ''}.`;

  it('is taken as it should be', async () => {
    expect(await signIn(ada('as-it-should'))).toBe('/');
  });

  it.each<[string, (payload: Record<string, unknown>) => void]>([
    ['for another client', (payload) => (payload['aud'] = 'another client')],
    [
      'for this client and others, without saying whom it was issued to',
      (payload) => (payload['aud'] = ['tenure', 'x']),
    ],
    [
      'for this client and others, issued to another',
      (payload) => Object.assign(payload, { aud: ['tenure', 'x'], azp: 'x' }),
    ],
    ['of another issuer', (payload) => (payload['iss'] = 'https://evil.example')],
    ['with another nonce', (payload) => (payload['nonce'] = 'another')],
    ['without a nonce', (payload) => delete payload['nonce']],
    ['that has run out', (payload) => (payload['exp'] = Math.floor(Date.now() / 1000) - 60)],
    ['that never runs out', (payload) => delete payload['exp']],
    ['without a subject', (payload) => delete payload['sub']],
  ])('is refused that is %s', async (_what, tamper) => {
    mock.tamper = ({ payload }) => tamper(payload);
    const browser = openProviderBrowser(product);
    expect(await signIn(ada('tampered'), { browser })).toBe(failure('UNAUTHENTICATED'));
    expect(await browser.account()).toBeNull();
    expect(await count("select id from users where email = 'tampered@example.com'")).toBe(0);
  });

  it.each(['none', 'None', 'HS256'])('is refused that is signed by %s', async (alg) => {
    mock.replace = (token) => unsigned(token, alg);
    expect(await signIn(ada('unsigned'))).toBe(failure('UNAUTHENTICATED'));
  });

  it.each([
    ['RS512', failure('UNAUTHENTICATED')],
    ['ES384', failure('UNAUTHENTICATED')],
    ['ES256', '/'],
    ['PS256', '/'],
    ['EdDSA', '/'],
  ])('is judged by our list of signatures, whatever the provider says that it uses: %s', async (algorithm, end) => {
    const issuer = await startMockIssuer('signs', algorithm);
    const one = await startTestProduct({ providers: [issuer.settings] });
    expect(await signIn(ada(algorithm), { issuer, on: one })).toBe(end);
    await Promise.all([one.stop(), issuer.stop()]);
  });

  it('is refused whose signature is of other words', async () => {
    mock.replace = (token) => {
      const [header, payload = '', signature] = token.split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
      return [header, encoded({ ...claims, sub: 'another' }), signature].join('.');
    };
    expect(await signIn(ada('forged'))).toBe(failure('UNAUTHENTICATED'));
  });

  it('is needed: the rest of the answer says nobody is anybody', async () => {
    mock.replace = () => 'no token';
    expect(await signIn(ada('no-token'))).toBe(failure('UNAUTHENTICATED'));
  });

  it('leaves a line in the audit log of nobody when it is refused, and nothing of it in the log', async () => {
    mock.tamper = ({ payload }) => (payload['aud'] = 'another client');
    await signIn({ ...ada('logged'), name: 'a name that is nobody’s business' });
    expect(await eventsOf(product, null)).toContain('LOGIN_FAILED PROVIDER');
    const lines = product.log.join('\n');
    expect(lines).toContain('a provider could not be used');
    expect(lines).not.toMatch(/logged@example\.com|nobody’s business|sub-logged/);
  });
});

describe('what a provider is told', () => {
  it('is a verifier and a nonce, and they are taken', async () => {
    await signIn(ada('told'));
    expect(mock.seen.authorize.get('scope')).toBe('openid email profile');
    expect(mock.seen.authorize.get('code_challenge_method')).toBe('S256');
    expect(mock.seen.token['code_verifier']).toMatch(/^[\w-]{43}$/);
  });

  it('is neither where it takes neither; a nonce that it makes up is refused', async () => {
    expect(await signIn(ada('lax'), { issuer: lax })).toBe('/');
    for (const name of ['nonce', 'code_challenge', 'code_challenge_method'])
      expect(lax.seen.authorize.has(name)).toBe(false);
    expect(lax.seen.token).not.toHaveProperty('code_verifier');
    expect(lax.seen.authorize.get('redirect_uri')).toBe(`${product.url}/auth/lax/callback`);
    expect(await signIn({ ...ada('lax'), nonce: 'made up' }, { issuer: lax })).toBe(failure('UNAUTHENTICATED'));
  });

  it('binds the state of such a provider to browser and provider all the same', async () => {
    lax.claims = ada('lax-bound');
    const browser = openProviderBrowser(product);
    const back = await lax.signIn(await browser.begin('lax'));
    const other = openProviderBrowser(product);
    expect((await other.visit(back)).location).toBe(failure('ATTEMPT_OVER'));
    expect((await browser.visit(back.replace('/auth/lax/', '/auth/mock/'))).location).toBe(failure('ATTEMPT_OVER'));
    const named = new URL(back);
    named.searchParams.set('iss', mock.settings.issuer);
    expect((await browser.visit(named.href)).location).toBe(failure('UNAUTHENTICATED'));
  });
});

describe('a provider that does not answer', () => {
  it.each(['down', 'slow'] as const)('is told of, not waited for: %s', async (id) => {
    const hasty = await startTestProduct({ providers: [silent[id]], providerTimeoutSeconds: 0.2 });
    const { status, location } = await openProviderBrowser(hasty).visit(`/auth/${id}`);
    expect([status, location]).toEqual([303, failure('PROVIDER_UNAVAILABLE')]);
    await hasty.stop();
  });

  it('is told of within a session as well', async () => {
    const tenant = await product.signUp('links-down');
    const answer = await tenant.send('mutation { startProviderLink(provider: "down") { url } }');
    expect(codesOf(answer)).toEqual(['OVERLOADED']);
  });

  it('is told of where it goes away meanwhile', async () => {
    const other = await startMockIssuer('mock');
    const one = await startTestProduct({ providers: [other.settings] });
    other.claims = ada('gone');
    const browser = openProviderBrowser(one);
    const back = await other.signIn(await browser.begin('mock'));
    await other.stop();
    expect((await browser.visit(back)).location).toBe(failure('PROVIDER_UNAVAILABLE'));
    expect(await browser.account()).toBeNull();
    await one.stop();
  });
});

describe('a provider that says it is another', () => {
  it('is not asked any further, whoever has its address in the settings', async () => {
    const { status, location } = await openProviderBrowser(product).visit('/auth/disguised');
    expect([status, location]).toEqual([303, failure('PROVIDER_UNAVAILABLE')]);
  });
});

describe('an address that no account has', () => {
  it.each([false, 'false', 'true', 1, null, undefined])('is not proven by email_verified %j', async (said) => {
    const name = `said-${typeof said}-${String(said)}`;
    const browser = openProviderBrowser(product);
    expect(await signIn({ ...ada(name), email_verified: said }, { browser })).toBe('/');
    expect(await browser.account()).toMatchObject({ emailVerified: false, hasPassword: false });
    expect(await mailKindsTo(product, `${name}@example.com`)).toEqual(['VERIFY_EMAIL']);
  });

  it('opens no account where addresses have to be proven and the provider does not vouch for it', async () => {
    const unproven = { ...ada('unproven'), email_verified: 'true' };
    expect(await signIn(unproven, { on: verified })).toBe(failure('EMAIL_NOT_VERIFIED'));
    const browser = openProviderBrowser(verified);
    expect(await signIn(ada('proven'), { on: verified, browser })).toBe('/');
    expect(await browser.account()).toMatchObject({ email: 'proven@example.com', emailVerified: true });
  });

  it('opens no account where one has to be invited', async () => {
    expect(await signIn(ada('uninvited'), { on: closed })).toBe(failure('REGISTRATION_CLOSED'));
  });

  it.each([undefined, '', 'no address', 42])('opens no account without one: %j', async (email) => {
    expect(await signIn({ ...ada('without'), email })).toBe(failure('EMAIL_NEEDED'));
  });

  it('is one account, however many come at once', async () => {
    mock.claims = ada('many');
    const browsers = Array.from({ length: 20 }, () => openProviderBrowser(product));
    const backs = await Promise.all(browsers.map(async (each) => mock.signIn(await each.begin('mock'))));
    const ends = await Promise.all(browsers.map(async (each, at) => (await each.visit(backs[at] ?? '')).location));
    expect(ends).toContain('/');
    for (const end of ends) expect(['/', failure('ATTEMPT_OVER')]).toContain(end);
    expect(await count("select id from users where email = 'many@example.com'")).toBe(1);
    expect(await count("select id from provider_identities where subject = 'sub-many'")).toBe(1);
  });
});

describe('an address that an account has', () => {
  it('is linked where provider and account have both proven it', async () => {
    const tenant = await product.signUp('both-proven');
    await setProven(product, tenant);
    const browser = openProviderBrowser(product);
    expect(await signIn({ ...ada('both-proven'), email: 'Both-Proven@Example.com' }, { browser })).toBe('/');
    expect(await browser.account()).toMatchObject({ id: tenant.userId, hasPassword: true });
    expect(await isSignedIn(product, tenant)).toBe(true);
    expect(await eventsOf(product, tenant.userId)).toEqual(['REGISTER', 'PROVIDER_LINKED mock', 'LOGIN fed']);
    expect(await mailKindsTo(product, tenant.email)).toContain('PROVIDER_LINKED');
  });

  it.each([
    ['account', true, 'false'],
    ['account', true, undefined],
    ['nobody', false, false],
  ])('is refused where %s alone has proven it', async (_who, isProven, said) => {
    const name = `blocked-${String(isProven)}-${String(said)}`;
    const tenant = await product.signUp(name);
    if (isProven) await setProven(product, tenant);
    const browser = openProviderBrowser(product);
    expect(await signIn({ ...ada(name), email_verified: said }, { browser })).toBe(failure('ACCOUNT_LINKING_BLOCKED'));
    expect(await browser.account()).toBeNull();
    expect(await isSignedIn(product, tenant)).toBe(true);
    expect(await eventsOf(product, tenant.userId)).toEqual(['REGISTER', 'LOGIN_FAILED PROVIDER']);
  });

  it('takes away what somebody set up who had not proven it, and is proven from then on', async () => {
    const squatter = await product.signUp('squatted');
    await addApp(product, squatter);
    const passkey = await addPasskey(product, squatter);
    await product.database.query(
      `insert into provider_identities (id, owner_id, issuer, subject, provider_id, created_at)
       values (gen_random_uuid(), $1, 'https://elsewhere.example', 'squatter', 'mock', now())`,
      [squatter.userId],
    );
    await requestReset(product, squatter.email);
    const reset = await newestToken(product, 'RESET_PASSWORD', squatter.email);

    const browser = openProviderBrowser(product);
    expect(await signIn(ada('squatted'), { browser })).toBe('/');
    expect(await browser.account()).toMatchObject({
      id: squatter.userId,
      emailVerified: true,
      hasPassword: false,
      mfaEnabled: false,
    });
    expect(await isSignedIn(product, squatter)).toBe(false);
    expect(refusalOf(await tryLogin(product, squatter))).toEqual({ code: 'UNAUTHENTICATED' });
    expect(codesOf(await tryRefresh(product, squatter.refreshToken))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await enterBy(product, passkey))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await resetPassword(product, reset))).toEqual(['BAD_USER_INPUT']);
    const rows = await product.database.query('select subject from provider_identities where owner_id = $1', [
      squatter.userId,
    ]);
    expect(rows).toEqual([{ subject: 'sub-squatted' }]);
  });

  it('is adopted of a registration that waits for its proof, without the password that waited', async () => {
    const input = { email: 'pending@example.com' };
    await tryRegister(verified, input);
    const link = await newestToken(verified, 'VERIFY_EMAIL', input.email);
    const browser = openProviderBrowser(verified);
    expect(await signIn(ada('pending'), { browser, on: verified })).toBe('/');
    await verifyEmail(verified, link);
    expect(refusalOf(await tryLogin(verified, input))).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await browser.account()).toMatchObject({ email: input.email, hasPassword: false });
  });

  it('loses a provider that was linked before a link of a mail proved it', async () => {
    const browser = openProviderBrowser(product);
    await signIn({ ...ada('mail-proof'), email_verified: false }, { browser });
    dataOf(await proveByMail(product, 'mail-proof@example.com'));
    expect(await browser.account()).toBeNull();
    expect(await signIn({ ...ada('mail-proof'), email_verified: false })).toBe(failure('ACCOUNT_LINKING_BLOCKED'));
  });

  it('keeps the providers of before when a change of address is taken back', async () => {
    const browser = openProviderBrowser(product);
    await signIn(ada('moved'), { browser });
    const identities = () => product.database.query("select id from provider_identities where subject = 'sub-moved'");
    const before = await identities();
    wait(product, 1);
    await moveAccount(product, browser, 'moved-new@example.com');
    wait(product, 1);
    await moveBack(product, 'moved@example.com');
    expect(before).toHaveLength(1);
    expect(await identities()).toEqual(before);
    expect(await signIn(ada('moved'))).toBe('/');
  });

  it('has to be proven for a known identity too, where addresses have to be', async () => {
    await signIn(ada('taken-back'), { on: verified });
    await verified.database.query("update users set email_verified_at = null where email = 'taken-back@example.com'");
    expect(await signIn(ada('taken-back'), { on: verified })).toBe(failure('EMAIL_NOT_VERIFIED'));
  });

  it('is nobody’s to register who has not proven it while somebody signs in to it by a provider', async () => {
    const email = 'in-use@example.com';
    await signIn({ ...ada('in-use'), name: 'Ada' }, { on: verified });
    await verified.database.query('update users set email_verified_at = null where email = $1', [email]);
    await tryRegister(verified, { email, name: 'Mallory' });
    expect(await mailKindsTo(verified, email)).toEqual(['ACCOUNT_EXISTS']);
    expect(await verified.database.query('select name from users where email = $1', [email])).toEqual([
      { name: 'Ada' },
    ]);
  });

  it('is refused of an account that is shut out', async () => {
    const tenant = await product.signUp('shut-out');
    await shutOut(product, tenant);
    expect(await signIn(ada('shut-out'))).toBe(failure('UNAUTHENTICATED'));
    expect(await count('select id from credentials where owner_id = $1', [tenant.userId])).toBe(1);
  });
});

describe('the session', () => {
  it('says that a provider vouched for it', async () => {
    const browser = openProviderBrowser(product);
    await signIn(ada('methods'), { browser });
    const token = [...browser.jar].find(([name]) => name.includes('access'))?.[1] ?? '';
    expect(claimsOf(token)['amr']).toEqual(['fed']);
    const { mySessions } = dataOf<{ mySessions: unknown[] }>(await browser.send('{ mySessions { methods current } }'));
    expect(mySessions).toEqual([{ methods: ['fed'], current: true }]);
  });

  it('sets a first password without one before, and signs in by it', async () => {
    const browser = openProviderBrowser(product);
    await signIn(ada('first-password'), { browser });
    dataOf(await tryChangePassword(browser, { newPassword: otherPassword }));
    const answer = await tryLogin(product, { email: 'first-password@example.com', password: otherPassword });
    expect(codesOf(answer)).toEqual([]);
  });
});

describe('a browser', () => {
  it('that cannot keep a session is told so before it goes anywhere', async () => {
    const proxied = await startTestProduct({ providers: [mock.settings], trustedProxies: 1 });
    const headers = { 'x-forwarded-proto': 'http', 'x-forwarded-host': 'jobs.example.org' };
    const { location } = await openProviderBrowser(proxied).visit('/auth/mock', headers);
    expect(location).toBe(failure('COOKIES_REFUSED'));
    await proxied.stop();
  });

  it('may begin ten times an hour and come back twenty times, unless the settings say otherwise', async () => {
    const counted = await startTestProduct({ providers: [mock.settings], counters: undefined });
    const stricter = await startTestProduct({
      providers: [mock.settings],
      counters: undefined,
      rateLimits: [{ field: 'auth', key: 'IP', max: 1, windowSeconds: 60 }],
    });
    const begin = async (on: TestProduct) => (await openProviderBrowser(on).visit('/auth/mock')).location;
    const comeBack = async () => (await openProviderBrowser(counted).visit('/auth/mock/callback')).location;
    for (let turn = 0; turn < 10; turn++) expect(await begin(counted)).toContain(mock.settings.issuer);
    expect(await begin(counted)).toBe(failure('RATE_LIMITED'));
    for (let turn = 0; turn < 20; turn++) expect(await comeBack()).toBe(failure('ATTEMPT_OVER'));
    expect(await comeBack()).toBe(failure('RATE_LIMITED'));
    await begin(stricter);
    expect(await begin(stricter)).toBe(failure('RATE_LIMITED'));
    await Promise.all([counted.stop(), stricter.stop()]);
  });
});
