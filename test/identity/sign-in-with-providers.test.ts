import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bearer,
  eventsOf,
  mailKindsTo,
  minute,
  otherPassword,
  refusalOf,
  setProven,
  shutOut,
  tryChangePassword,
  wait,
} from '../support/accounts.ts';
import { startIssuer, type RealIssuer } from '../support/issuers.ts';
import { addPasskey, enterBy, enteredBy, methodsOf } from '../support/passkeys.ts';
import { link, openProviderBrowser, tryLink, type ProviderBrowser } from '../support/provider-browser.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type TestProduct } from '../support/product.ts';
import { addApp, codeOf, complete } from '../support/second-factor.ts';

let one: RealIssuer;
let two: RealIssuer;
let product: TestProduct;
beforeAll(async () => {
  [one, two] = await Promise.all([startIssuer('one'), startIssuer('two')]);
  product = await startTestProduct({ providers: [one.settings, two.settings] });
  for (const issuer of [one, two]) issuer.open(product.url);
});
afterAll(async () => {
  await product.stop();
  await Promise.all([one.stop(), two.stop()]);
});

const tokensOf = ({ jar }: ProviderBrowser) => ({ accessToken: jar.get(`tenure-access-${product.port}`) ?? '' });

const unlink = (by: Pick<TestProduct, 'send'>, id: string): Promise<Answer> =>
  by.send('mutation ($id: ID!) { unlinkProvider(id: $id) }', { id });

/** Goes to a provider, signs in there and comes back. @returns where to */
async function signIn(
  browser: ProviderBrowser,
  issuer: RealIssuer,
  { login, query = '' }: { readonly login: string; readonly query?: string },
): Promise<string> {
  const back = await issuer.signIn(await browser.begin(issuer.settings.id, query), login);
  return (await browser.visit(back)).location;
}

/** Somebody who has an account at a provider, whose address it vouches for. */
function person(name: string, issuer = one): { readonly login: string; readonly email: string } {
  const email = `${name}@example.com`;
  issuer.people.set(name, { email, email_verified: true, name: `${name} of the provider` });
  return { login: name, email };
}

/** A browser signed in to an account that has no password. */
async function federated(name: string): Promise<ProviderBrowser> {
  const browser = openProviderBrowser(product);
  await signIn(browser, one, person(name));
  return browser;
}

describe('Query.oauthProviders', () => {
  it('tells everybody the providers, with the address to begin at', async () => {
    const answer = await product.send('{ oauthProviders { id label startUrl } }');
    expect(dataOf<{ oauthProviders: unknown[] }>(answer).oauthProviders).toEqual([
      { id: 'one', label: 'Provider one', startUrl: `${product.url}/auth/one` },
      { id: 'two', label: 'Provider two', startUrl: `${product.url}/auth/two` },
    ]);
  });
});

describe('the address to begin at', () => {
  it('is where the client is', async () => {
    const origin = 'https://jobs.example.org';
    const elsewhere = await startTestProduct({ providers: [one.settings], corsOrigins: [origin] });
    const answer = await elsewhere.send('{ oauthProviders { startUrl } }');
    expect(dataOf(answer)).toEqual({ oauthProviders: [{ startUrl: `${origin}/auth/one` }] });
    const { location } = await openProviderBrowser(elsewhere).visit('/auth/one');
    expect(new URL(location).searchParams.get('redirect_uri')).toBe(`${origin}/auth/one/callback`);
    await elsewhere.stop();
  });
});

describe('signing in by a provider', () => {
  it('sends to the provider with PKCE, a nonce and a state that only this browser has, and is seen by no cache', async () => {
    const browser = openProviderBrowser(product);
    const { status, location, headers } = await browser.visit('/auth/one');
    expect(status).toBe(303);
    const { origin, searchParams: asked } = new URL(location);
    expect(origin).toBe(one.settings.issuer);
    expect(asked.get('redirect_uri')).toBe(`${product.url}/auth/one/callback`);
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('scope')).toBe('openid email profile');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect([headers.get('cache-control'), headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
    expect(headers.get('set-cookie')).toMatch(
      /^tenure-attempt-\d+=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('keeps the cookie behind TLS under the name that browsers guard', async () => {
    const proxied = await startTestProduct({ providers: [one.settings], trustedProxies: 1 });
    const { headers } = await openProviderBrowser(proxied).visit('/auth/one', { 'x-forwarded-proto': 'https' });
    expect(headers.get('set-cookie')).toMatch(/^__Host-tenure-attempt=[\w-]{43}; .*Secure; SameSite=Lax$/);
    await proxied.stop();
  });

  it('opens an account without a password, and signs in to it from then on', async () => {
    const { login, email } = person('opens');
    const browser = openProviderBrowser(product);
    expect(await signIn(browser, one, { login })).toBe('/');
    const account = await browser.account();
    expect(account).toMatchObject({
      email,
      emailVerified: true,
      name: 'opens of the provider',
      hasPassword: false,
      mfaEnabled: false,
    });
    expect(await methodsOf(browser)).toEqual([expect.objectContaining({ kind: 'OAUTH', label: 'Provider one' })]);
    expect(await eventsOf(product, account?.id ?? '')).toEqual(['REGISTER one', 'LOGIN fed']);
    expect(await mailKindsTo(product, email)).toEqual([]);

    const again = openProviderBrowser(product);
    const back = await one.signIn(await again.begin('one'), login);
    expect((await again.visit(back, { 'user-agent': 'another one' })).location).toBe('/');
    expect((await again.account())?.id).toBe(account?.id);
    expect((await methodsOf(again))[0]?.lastUsedAt).toBe(product.clock.now.toISOString());
    expect(await mailKindsTo(product, email)).toEqual(['NEW_DEVICE']);
  });

  it('knows somebody by issuer and subject alone, whatever address they have by now', async () => {
    const browser = await federated('moves');
    one.people.set('moves', { email: 'moved@example.com', email_verified: true });
    const again = openProviderBrowser(product);
    await signIn(again, one, { login: 'moves' });
    expect((await again.account())?.id).toBe((await browser.account())?.id);
    two.people.set('moves', { email: 'other@example.com', email_verified: true });
    const elsewhere = openProviderBrowser(product);
    await signIn(elsewhere, two, { login: 'moves' });
    expect((await elsewhere.account())?.email).toBe('other@example.com');
  });

  it.each([
    ['/settings/account', '/settings/account'],
    ['/personas/new', '/personas/new'],
    ['/settings/account/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example/', '/'],
    ['/settings/account?x=1', '/'],
  ])('goes on to pages of its own alone: %s leads to %s', async (next, page) => {
    const { login } = person(`next-${Buffer.from(next).toString('hex')}`);
    const browser = openProviderBrowser(product);
    expect(await signIn(browser, one, { login, query: `?next=${encodeURIComponent(next)}` })).toBe(page);
  });

  it('asks for the second factor of an account that has one', async () => {
    const tenant = await product.signUp('with-app');
    await setProven(product, tenant);
    const app = await addApp(product, tenant);
    const browser = openProviderBrowser(product);
    const location = await signIn(browser, one, { ...person('with-app'), query: '?next=/settings/account' });
    expect(await browser.account()).toBeNull();
    const [page, fragment] = location.split('#');
    expect(page).toBe('/sign-in');
    const told = new URLSearchParams(fragment);
    expect([told.get('methods'), told.get('next')]).toEqual(['TOTP,BACKUP_CODE', '/settings/account']);
    const challenge = told.get('challenge') ?? '';
    expect(codesOf(await complete(browser, { challenge, method: 'TOTP', code: codeOf(product, app) }))).toEqual([]);
    expect((await browser.account())?.id).toBe(tenant.userId);
    expect(await eventsOf(product, tenant.userId)).toContain('LOGIN fed otp mfa');
  });

  it('refuses an account that is shut out', async () => {
    const browser = await federated('disabled');
    const userId = (await browser.account())?.id ?? '';
    await shutOut(product, { userId });
    const again = openProviderBrowser(product);
    expect(await signIn(again, one, { login: 'disabled' })).toBe('/sign-in?error=UNAUTHENTICATED');
    expect([...again.jar.keys()].filter((name) => name.includes('access'))).toEqual([]);
    expect(await eventsOf(product, userId)).toContain('LOGIN_FAILED DISABLED');
  });

  it('ends the session that the browser had before', async () => {
    const browser = await federated('before');
    const before = dataOf<{ mySessions: { id: string }[] }>(await browser.send('{ mySessions { id } }')).mySessions;
    await signIn(browser, one, { login: 'before' });
    const after = dataOf<{ mySessions: { id: string }[] }>(await browser.send('{ mySessions { id } }')).mySessions;
    expect(after).toHaveLength(1);
    expect(after[0]?.id).not.toBe(before[0]?.id);
  });

  it('answers HEAD as for any page, and ends nothing by it', async () => {
    const { login } = person('head');
    const browser = openProviderBrowser(product);
    const back = await one.signIn(await browser.begin('one'), login);
    const headers = { cookie: [...browser.jar].map((pair) => pair.join('=')).join('; ') };
    expect((await fetch(back, { method: 'HEAD', headers, redirect: 'manual' })).status).toBe(200);
    expect((await browser.visit(back)).location).toBe('/');
  });

  it('knows no other provider', async () => {
    expect((await openProviderBrowser(product).visit('/auth/three', { accept: 'application/json' })).status).toBe(404);
    const callback = '/auth/three/callback?code=x&state=y';
    expect((await openProviderBrowser(product).visit(callback, { accept: 'application/json' })).status).toBe(404);
  });

  it('tells where somebody did not agree at the provider', async () => {
    const browser = openProviderBrowser(product);
    const asked = new URL(await browser.begin('one'));
    const answer = new URLSearchParams({
      error: 'access_denied',
      state: asked.searchParams.get('state') ?? '',
      iss: one.settings.issuer,
    });
    expect((await browser.visit(`/auth/one/callback?${answer.toString()}`)).location).toBe(
      '/sign-in?error=PROVIDER_DENIED',
    );
  });
});

describe('the way there and back', () => {
  const over = '/sign-in?error=ATTEMPT_OVER';

  it('is refused without a state, and with one that nobody began', async () => {
    const browser = openProviderBrowser(product);
    await browser.begin('one');
    expect((await browser.visit('/auth/one/callback')).location).toBe(over);
    expect((await browser.visit('/auth/one/callback?code=x&state=made-up')).location).toBe(over);
  });

  it('works once', async () => {
    const browser = openProviderBrowser(product);
    const back = await one.signIn(await browser.begin('one'), person('once').login);
    const kept = new Map(browser.jar);
    expect((await browser.visit(back)).location).toBe('/');
    expect([...browser.jar.keys()].filter((name) => name.includes('attempt'))).toEqual([]);
    const thief = openProviderBrowser(product, kept);
    expect((await thief.visit(back)).location).toBe(over);
    expect(await thief.account()).toBeNull();
  });

  it('gives one session to twenty who come back at once', async () => {
    const browser = openProviderBrowser(product);
    const back = await one.signIn(await browser.begin('one'), person('at-once').login);
    const locations = await Promise.all(
      Array.from({ length: 20 }, async () => (await openProviderBrowser(product, browser.jar).visit(back)).location),
    );
    expect(locations.filter((location) => location === '/')).toHaveLength(1);
    expect(locations.filter((location) => location === over)).toHaveLength(19);
    const rows = await product.database.query(
      "select s.id from sessions s join users u on u.id = s.owner_id where u.email = 'at-once@example.com'",
    );
    expect(rows).toHaveLength(1);
  });

  it('is over after ten minutes', async () => {
    const browser = openProviderBrowser(product);
    const back = await one.signIn(await browser.begin('one'), person('late').login);
    wait(product, 10 * minute);
    expect((await browser.visit(back)).location).toBe(over);
  });

  it('ends in the browser in which it began, and another one that tries does not end it', async () => {
    const browser = openProviderBrowser(product);
    const back = await one.signIn(await browser.begin('one'), person('bound').login);
    const other = openProviderBrowser(product);
    expect((await other.visit(back)).location).toBe(over);
    await other.begin('one');
    expect((await other.visit(back)).location).toBe(over);
    expect(await other.account()).toBeNull();
    expect((await browser.visit(back)).location).toBe('/');
  });

  it('ends at the provider that it was begun at (mix-up)', async () => {
    const browser = openProviderBrowser(product);
    const back = await two.signIn(await browser.begin('two'), person('mixed', two).login);
    expect((await browser.visit(back.replace('/auth/two/', '/auth/one/'))).location).toBe(over);
    expect((await browser.visit(back)).location).toBe('/');
  });

  it('refuses an answer that names another issuer (RFC 9207), and one that names none', async () => {
    for (const iss of [two.settings.issuer, null]) {
      const browser = openProviderBrowser(product);
      const back = new URL(await one.signIn(await browser.begin('one'), person('issuer').login));
      if (iss === null) back.searchParams.delete('iss');
      else back.searchParams.set('iss', iss);
      expect((await browser.visit(back.href)).location).toBe('/sign-in?error=UNAUTHENTICATED');
      expect(await browser.account()).toBeNull();
    }
  });

  it('keeps neither state nor cookie in the database', async () => {
    const browser = openProviderBrowser(product);
    const asked = new URL(await browser.begin('one'));
    const rows = JSON.stringify(await product.database.query('select * from oauth_attempts'));
    expect(rows).not.toContain(asked.searchParams.get('state'));
    expect(browser.jar.size).toBe(1);
    for (const value of browser.jar.values()) expect(rows).not.toContain(value);
  });

  it('is deleted once it has run out', async () => {
    await openProviderBrowser(product).begin('one');
    wait(product, 25 * 60 * minute);
    await product.purged();
    expect(await product.database.query('select id from oauth_attempts')).toEqual([]);
  });
});

describe('Mutation.startProviderLink', () => {
  it('adds a provider to the account of the session, and tells its owner', async () => {
    const tenant = await product.signUp('links');
    const browser = openProviderBrowser(product);
    await browser.signIn(tenant.email);
    const back = await one.signIn(await link(browser, 'one'), 'links-elsewhere');
    expect((await browser.visit(back)).location).toBe('/settings/account');
    expect((await methodsOf(browser)).map(({ kind }) => kind).toSorted()).toEqual(['OAUTH', 'PASSWORD']);
    expect(await eventsOf(product, tenant.userId)).toContain('PROVIDER_LINKED one');
    expect(await mailKindsTo(product, tenant.email)).toContain('PROVIDER_LINKED');
    const again = openProviderBrowser(product);
    await signIn(again, one, { login: 'links-elsewhere' });
    expect((await again.account())?.id).toBe(tenant.userId);
  });

  it('changes nothing when it is done once more', async () => {
    const browser = await federated('twice');
    const back = await one.signIn(await link(browser, 'one'), 'twice');
    expect((await browser.visit(back)).location).toBe('/settings/account');
    expect(await methodsOf(browser)).toHaveLength(1);
  });

  it('refuses an identity that another account has', async () => {
    await federated('taken');
    const browser = await federated('takes');
    const back = await one.signIn(await link(browser, 'one'), 'taken');
    expect((await browser.visit(back)).location).toBe('/settings/account?error=ACCOUNT_LINKING_BLOCKED');
    expect(await methodsOf(browser)).toHaveLength(1);
  });

  it('is bound to the session that began it: once that has ended, it links nothing', async () => {
    const browser = await federated('bound-session');
    const back = await two.signIn(await link(browser, 'two'), 'bound-session');
    await browser.send('mutation { logoutEverywhere }');
    expect((await browser.visit(back)).location).toBe('/settings/account?error=UNAUTHENTICATED');
    expect(
      await product.database.query(
        "select id from provider_identities where subject = 'bound-session' and provider_id = 'two'",
      ),
    ).toEqual([]);
  });

  it('links nobody whom it is sent to: the browser that asked has to come back', async () => {
    const attacker = await federated('attacker');
    const url = await link(attacker, 'two');
    const victim = openProviderBrowser(product);
    const back = await two.signIn(url, 'victim');
    expect((await victim.visit(back)).location).toBe('/sign-in?error=ATTEMPT_OVER');
    expect(await methodsOf(attacker)).toHaveLength(1);
  });

  it('goes on although the access token has run out at the provider', async () => {
    const browser = await federated('slowly');
    wait(product, 9 * minute);
    const back = await two.signIn(await link(browser, 'two'), 'slowly');
    wait(product, 9 * minute);
    expect((await browser.visit(back)).location).toBe('/settings/account');
    expect(await product.database.query("select id from provider_identities where subject = 'slowly'")).toHaveLength(2);
  });

  it('needs a recent sign-in, and says how to prove oneself', async () => {
    const browser = await federated('stale');
    wait(product, 11 * minute);
    const answer = await tryLink(browser, 'two');
    expect(refusalOf(answer)).toEqual({ code: 'STEP_UP_REQUIRED', maxAge: 600, methods: ['OAUTH'] });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('needs somebody who is signed in, and a provider that there is', async () => {
    expect(codesOf(await tryLink(openProviderBrowser(product), 'one'))).toEqual(['UNAUTHENTICATED']);
    const browser = await federated('no-provider');
    expect(refusalOf(await tryLink(browser, 'three'))).toEqual({ code: 'BAD_USER_INPUT', field: 'provider' });
  });
});

describe('a step-up by a provider', () => {
  it('proves once more who an account is that has nothing else, and renews its session', async () => {
    const browser = await federated('steps-up');
    const id = (await browser.account())?.id ?? '';
    wait(product, 11 * minute);
    const stale = await browser.send('mutation { logoutEverywhere(includeCurrent: false) }');
    expect(refusalOf(stale)).toEqual({ code: 'STEP_UP_REQUIRED', maxAge: 600, methods: ['OAUTH'] });
    const url = await link(browser, 'one', 'STEP_UP');
    expect(new URL(url).searchParams.get('prompt')).toBe('login');
    expect(new URL(url).searchParams.get('max_age')).toBe('120');
    const refresh = [...browser.jar].find(([name]) => name.includes('refresh'))?.[1];
    expect((await browser.visit(await one.signIn(url, 'steps-up'))).location).toBe('/settings/account');
    expect(codesOf(await browser.send('mutation { logoutEverywhere(includeCurrent: false) }'))).toEqual([]);
    expect([...browser.jar].find(([name]) => name.includes('refresh'))?.[1]).not.toBe(refresh);
    expect(await eventsOf(product, id)).toContain('STEP_UP fed');
  });

  it('is refused for another identity, though the provider is the same', async () => {
    const browser = await federated('steps-as-other');
    const url = await link(browser, 'one', 'STEP_UP');
    const { location } = await browser.visit(await one.signIn(url, 'somebody-else'));
    expect(location).toBe('/settings/account?error=UNAUTHENTICATED');
  });

  it('is for nobody who has a password or a second factor, and at no provider that is not linked', async () => {
    const tenant = await product.signUp('has-password');
    const browser = openProviderBrowser(product);
    await browser.signIn(tenant.email);
    expect(refusalOf(await tryLink(browser, 'one', 'STEP_UP'))).toEqual({ code: 'BAD_USER_INPUT', field: 'purpose' });
    const federal = await federated('one-provider');
    expect(refusalOf(await tryLink(federal, 'two', 'STEP_UP'))).toEqual({ code: 'BAD_USER_INPUT', field: 'provider' });
    await addPasskey(product, tokensOf(federal));
    expect(refusalOf(await tryLink(federal, 'one', 'STEP_UP'))).toEqual({ code: 'BAD_USER_INPUT', field: 'purpose' });
  });

  it('is worth nothing once the account has a password', async () => {
    const browser = await federated('sets-password');
    const url = await link(browser, 'one', 'STEP_UP');
    dataOf(await tryChangePassword(browser, { newPassword: otherPassword }));
    const { location } = await browser.visit(await one.signIn(url, 'sets-password'));
    expect(location).toBe('/settings/account?error=UNAUTHENTICATED');
    wait(product, 11 * minute);
    expect(refusalOf(await browser.send('mutation { logoutEverywhere }'))).toMatchObject({ methods: ['PASSWORD'] });
  });
});

describe('Mutation.unlinkProvider', () => {
  it('takes a provider away, and tells the owner', async () => {
    const tenant = await product.signUp('unlinks');
    const browser = openProviderBrowser(product);
    await browser.signIn(tenant.email);
    await browser.visit(await one.signIn(await link(browser, 'one'), 'unlinks-elsewhere'));
    const id = (await methodsOf(browser)).find(({ kind }) => kind === 'OAUTH')?.id ?? '';
    expect(codesOf(await unlink(browser, id))).toEqual([]);
    expect((await methodsOf(browser)).map(({ kind }) => kind)).toEqual(['PASSWORD']);
    expect(await eventsOf(product, tenant.userId)).toContain('PROVIDER_UNLINKED one');
    expect(await mailKindsTo(product, tenant.email)).toContain('PROVIDER_UNLINKED');
    expect(codesOf(await unlink(browser, id))).toEqual(['NOT_FOUND']);
  });

  it('leaves the last way to sign in, also where two are taken away at once', async () => {
    const browser = await federated('last');
    const [only] = await methodsOf(browser);
    expect(refusalOf(await unlink(browser, only?.id ?? ''))).toEqual({
      code: 'CONFLICT',
      reason: 'LAST_SIGN_IN_METHOD',
    });
    await browser.visit(await two.signIn(await link(browser, 'two'), 'last'));
    const both = await methodsOf(browser);
    const answers = await Promise.all(both.map(({ id }) => unlink(browser, id)));
    expect(answers.map((answer) => refusalOf(answer)?.reason ?? 'done').toSorted()).toEqual([
      'LAST_SIGN_IN_METHOD',
      'done',
    ]);
    expect(await methodsOf(browser)).toHaveLength(1);
  });

  it('counts passkeys as ways to sign in, of which one stays, and by which a step-up is asked for', async () => {
    const browser = await federated('and-passkey');
    const passkey = await addPasskey(product, tokensOf(browser));
    const methods = await methodsOf(browser);
    const [provider, added] = ['OAUTH', 'PASSKEY'].map((wanted) => methods.find(({ kind }) => kind === wanted));
    wait(product, 11 * minute);
    expect(refusalOf(await unlink(browser, provider?.id ?? ''))).toMatchObject({ methods: ['PASSKEY'] });

    const entered = bearer(enteredBy(await enterBy(product, passkey)).accessToken);
    const remove = [
      ['mutation ($id: ID!) { unlinkProvider(id: $id) }', { id: provider?.id }],
      ['mutation ($id: ID!) { removePasskey(id: $id) }', { id: added?.id }],
    ] as const;
    const answers = await Promise.all(remove.map(([document, which]) => product.send(document, which, entered)));
    expect(answers.map((answer) => refusalOf(answer)?.reason ?? 'done').toSorted()).toEqual([
      'LAST_SIGN_IN_METHOD',
      'done',
    ]);
  });

  it('is for the owner alone, signed in of late', async () => {
    const browser = await federated('owner');
    const [own] = await methodsOf(browser);
    const other = await product.signUp('not-owner');
    for (const id of [own?.id ?? '', 'no id']) expect(codesOf(await unlink(other, id))).toEqual(['NOT_FOUND']);
    expect(codesOf(await unlink(product, own?.id ?? ''))).toEqual(['UNAUTHENTICATED']);
    wait(product, 11 * minute);
    expect(codesOf(await unlink(browser, own?.id ?? ''))).toEqual(['STEP_UP_REQUIRED']);
  });
});
