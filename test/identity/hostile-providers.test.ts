import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { linkedinProfile } from '#identity/provider-profiles.ts';
import { Overloaded } from '#platform/errors.ts';
import { auditOf, bearer, eventsOf, minute, refusalOf, setProven, wait } from '../support/accounts.ts';
import { uncounted } from '../support/counters.ts';
import { startMockIssuer, type MockIssuer } from '../support/issuers.ts';
import { addPasskey } from '../support/passkeys.ts';
import { link, openProviderBrowser, passBy, type ProviderBrowser } from '../support/provider-browser.ts';
import { codesOf, startTestProduct, type TestProduct } from '../support/product.ts';
import { queueUp } from '../support/queue-up.ts';
import { startScriptedIssuer, type ScriptedIssuer } from '../support/scripted-issuer.ts';
import { addApp } from '../support/second-factor.ts';

let mock: MockIssuer;
let lax: MockIssuer;
let scripted: ScriptedIssuer;
let elsewhere: ScriptedIssuer;
let product: TestProduct;
beforeAll(async () => {
  [mock, lax] = await Promise.all([startMockIssuer('mock'), startMockIssuer('lax')]);
  elsewhere = await startScriptedIssuer('elsewhere');
  product = await startTestProduct({ providers: [mock.settings, lax.settingsWith('lax', linkedinProfile)] });
});
afterAll(async () => {
  await product.stop();
  await Promise.all([mock, lax, elsewhere].map((each) => each.stop()));
});
afterEach(() => {
  vi.useRealTimers();
  for (const issuer of [mock, lax]) Object.assign(issuer, { claims: {}, userInfo: {}, tamper: null, replace: null });
});

const failure = (reason: string): string => `/sign-in?error=${reason}`;
const failureInSession = (reason: string): string => `/settings/account?error=${reason}`;
const ada = (name: string) => ({ sub: `sub-${name}`, email: `${name}@example.com`, email_verified: true });
const seconds = (ago: number): number => Math.floor(Date.now() / 1000) - ago;

/** A browser signed in to an account that has nothing but a provider. */
async function federated(name: string, issuer = mock): Promise<ProviderBrowser> {
  const browser = openProviderBrowser(product);
  expect(await passBy(browser, issuer, ada(name))).toBe('/');
  return browser;
}

/** Goes to a provider from within a session and comes back. @returns where to */
const returnWith = async (browser: ProviderBrowser, issuer: MockIssuer, url: string): Promise<string> =>
  (await browser.visit(await issuer.signIn(url))).location;

describe('a step-up at a provider that can ask anew', () => {
  const steppingUp = async (name: string, claims: object): Promise<string> => {
    const browser = await federated(name);
    mock.claims = { ...ada(name), ...claims };
    return returnWith(browser, mock, await link(browser, 'mock', 'STEP_UP'));
  };

  it('is one where it did, within two minutes', async () => {
    expect(await steppingUp('anew', { auth_time: seconds(60) })).toBe('/settings/account');
  });

  it.each([
    ['long ago', { auth_time: seconds(300) }],
    ['nobody knows when', {}],
  ])('is none where it did so %s', async (when, claims) => {
    expect(await steppingUp(`stale-${when.length}`, claims)).toBe(failureInSession('UNAUTHENTICATED'));
  });

  it('has to do with another account there asked for, where it cannot', async () => {
    const browser = await federated('cannot', lax);
    const url = await link(browser, 'lax', 'STEP_UP');
    expect(new URL(url).searchParams.get('prompt')).toBe('select_account');
    expect(await returnWith(browser, lax, url)).toBe('/settings/account');
  });
});

describe('a step-up by a provider', () => {
  it('is worth nothing once the account has a second factor', async () => {
    const browser = await federated('adds-passkey');
    const url = await link(browser, 'mock', 'STEP_UP');
    await addPasskey(product, { accessToken: browser.jar.get(`tenure-access-${product.port}`) ?? '' });
    mock.claims = { ...ada('adds-passkey'), auth_time: seconds(0) };
    expect(await returnWith(browser, mock, url)).toBe(failureInSession('UNAUTHENTICATED'));
  });

  it('is asked for in a session that had nothing to prove itself by, from the first provider on', async () => {
    const { userId, email } = await product.signUp('has-nothing');
    const browser = openProviderBrowser(product);
    await browser.signIn(email);
    await product.database.query('delete from credentials where owner_id = $1', [userId]);
    mock.claims = ada('has-nothing');
    expect(await returnWith(browser, mock, await link(browser, 'mock'))).toBe('/settings/account');
    wait(product, 11 * minute);
    expect(refusalOf(await browser.send('mutation { logoutEverywhere }'))).toMatchObject({ methods: ['OAUTH'] });
  });
});

describe('what is refused within a session', () => {
  it('is written down of the account: a step-up by somebody else', async () => {
    const browser = await federated('refused');
    const id = (await browser.account())?.id ?? '';
    mock.claims = { ...ada('somebody-else'), auth_time: seconds(0) };
    await returnWith(browser, mock, await link(browser, 'mock', 'STEP_UP'));
    expect((await auditOf(product, id)).at(-1)).toMatchObject({
      event: 'STEP_UP',
      outcome: 'REFUSED',
      detail: 'fed',
      actor_id: id,
    });
  });

  it('is written down of the account: an identity that another account has', async () => {
    await federated('owns');
    const browser = await federated('wants', lax);
    const id = (await browser.account())?.id ?? '';
    mock.claims = ada('owns');
    expect(await returnWith(browser, mock, await link(browser, 'mock'))).toBe(
      failureInSession('ACCOUNT_LINKING_BLOCKED'),
    );
    expect((await auditOf(product, id)).at(-1)).toMatchObject({
      event: 'PROVIDER_LINKED',
      outcome: 'REFUSED',
      detail: 'mock',
    });
  });
});

describe('who come back at the same moment', () => {
  it('are one, though all have found the way good', async () => {
    const browser = openProviderBrowser(product);
    mock.claims = ada('queued');
    const back = await mock.signIn(await browser.begin('mock'));
    const comeBack = async (): Promise<string> => {
      return (await openProviderBrowser(product, browser.jar).visit(back)).location;
    };
    const ends = await queueUp(
      product.database,
      'select from oauth_attempts where used_at is null for update',
      Array.from({ length: 4 }, () => comeBack),
    );
    expect(ends).toEqual(['/', ...Array.from({ length: 3 }, () => failure('ATTEMPT_OVER'))]);
  });

  it('do not sign in by what is taken away from the account', async () => {
    const { userId, email } = await product.signUp('unlinks-meanwhile');
    const browser = openProviderBrowser(product);
    await browser.signIn(email);
    mock.claims = ada('unlinked');
    expect(await returnWith(browser, mock, await link(browser, 'mock'))).toBe('/settings/account');
    const [identity] = await product.database.query<{ id: string }>(
      'select id from provider_identities where owner_id = $1',
      [userId],
    );
    const again = openProviderBrowser(product);
    const back = await mock.signIn(await again.begin('mock'));
    const [, end] = await queueUp<unknown>(product.database, `select from users where id = '${userId}' for update`, [
      () => browser.send('mutation ($id: ID!) { unlinkProvider(id: $id) }', { id: identity?.id }),
      async () => (await again.visit(back)).location,
    ]);
    expect(end).toBe(failure('UNAUTHENTICATED'));
    expect(await again.account()).toBeNull();
  });
});

describe('an identity', () => {
  it('is one account’s of twenty that link it at once', async () => {
    const tenants = await Promise.all(Array.from({ length: 20 }, (_, at) => product.signUp(`wants-${at}`)));
    mock.claims = ada('wanted');
    const ways = await Promise.all(
      tenants.map(async ({ email }) => {
        const browser = openProviderBrowser(product);
        await browser.signIn(email);
        return { browser, back: await mock.signIn(await link(browser, 'mock')) };
      }),
    );
    const ends = await Promise.all(ways.map(async ({ browser, back }) => (await browser.visit(back)).location));
    expect(ends.toSorted()).toEqual([
      '/settings/account',
      ...Array.from({ length: 19 }, () => failureInSession('ACCOUNT_LINKING_BLOCKED')),
    ]);
    const rows = await product.database.query("select id from provider_identities where subject = 'sub-wanted'");
    expect(rows).toHaveLength(1);
  });

  it.each([
    ['of more letters than any may have', 'x'.repeat(256)],
    ['of none', ''],
    ['with a letter that ends texts', 'a\u0000b'],
  ])('is nobody’s %s', async (_what, sub) => {
    expect(await passBy(openProviderBrowser(product), mock, { ...ada('odd'), sub })).toBe(failure('UNAUTHENTICATED'));
  });

  it('opens a new account once the one that it had is deleted', async () => {
    const browser = await federated('deleted');
    const id = (await browser.account())?.id;
    const way = await link(browser, 'mock');
    const gone = await browser.send('mutation { deleteAccount(confirmEmail: "deleted@example.com") }');
    expect(codesOf(gone)).toEqual([]);
    mock.claims = ada('deleted');
    expect(await returnWith(browser, mock, way)).toBe(failureInSession('ATTEMPT_OVER'));
    const again = await federated('deleted');
    expect((await again.account())?.id).not.toBe(id);
  });
});

describe('what a provider says apart from its ID token', () => {
  const { sub } = ada('apart');
  const said = { email: 'apart@example.com', email_verified: true };

  it('is asked for where the token has no address', async () => {
    const browser = openProviderBrowser(product);
    mock.userInfo = { ...said, email_verified: 'true' };
    expect(await passBy(browser, mock, { sub })).toBe('/');
    expect(await browser.account()).toMatchObject({ email: said.email, emailVerified: false });
  });

  it('is worth nothing where it is said of somebody else', async () => {
    mock.userInfo = { ...said, sub: 'sub-another' };
    expect(await passBy(openProviderBrowser(product), mock, { sub: 'sub-apart-2' })).toBe(failure('UNAUTHENTICATED'));
  });
});

describe('the secret of the client', () => {
  it('is told in the header, where nothing else is said, and in the body to who takes it only there', async () => {
    await federated('by-header');
    expect(mock.seen.authorization).toMatch(/^Basic /);
    expect(mock.seen.token).not.toHaveProperty('client_secret');
    await federated('by-body', lax);
    expect(lax.seen.authorization).toBeUndefined();
    const { clientId, clientSecret } = lax.settings;
    expect(lax.seen.token).toMatchObject({ client_id: clientId, client_secret: clientSecret });
  });
});

describe('keys of a provider', () => {
  it('are asked for again when it has changed them', async () => {
    await federated('first-key');
    await mock.addKey();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    for (const name of ['some-key', 'other-key'])
      expect(await passBy(openProviderBrowser(product), mock, ada(name))).toBe('/');
  });
});

describe('an answer that is no provider’s', () => {
  let one: TestProduct;
  let usual: ScriptedIssuer['answer'];
  const begin = async (): Promise<string> => (await openProviderBrowser(one).visit('/auth/scripted')).location;
  const start = async (settings = scripted.settings, providerTimeoutSeconds = 5): Promise<void> => {
    one = await startTestProduct({ providers: [settings], providerTimeoutSeconds });
  };
  beforeAll(async () => {
    scripted = await startScriptedIssuer('scripted');
    usual = scripted.answer;
  });
  afterEach(async () => {
    scripted.answer = usual;
    await one.stop();
  });
  afterAll(() => scripted.stop());

  it('is forgotten: once the provider is there, it is used', async () => {
    await start();
    scripted.answer = (_request, response) => void response.writeHead(503).end();
    expect(await begin()).toBe(failure('PROVIDER_UNAVAILABLE'));
    scripted.answer = usual;
    expect(await begin()).toContain('/authorize?');
    expect(await begin()).toContain('/authorize?');
    expect(scripted.asked).toHaveLength(2);
  });

  it.each<[string, ScriptedIssuer['answer'], seconds?: number]>([
    [
      'leads elsewhere',
      (_request, response) => void response.writeHead(307, { location: elsewhere.settings.issuer }).end(),
    ],
    [
      'is endless',
      (_request, response) => {
        const timer = setInterval(() => response.write(' '), 20);
        response.setHeader('content-type', 'application/json').on('close', () => clearInterval(timer));
      },
      0.3,
    ],
    [
      'is larger than any',
      (_request, response) => {
        const padded = JSON.stringify({ ...scripted.metadata, padding: 'x'.repeat(1_000_000) });
        response.setHeader('content-type', 'application/json').end(padded);
      },
    ],
    ['is no JSON', (_request, response) => void response.setHeader('content-type', 'application/json').end('<p>')],
    [
      'is of another provider',
      (_request, response) => {
        const other = JSON.stringify({ ...scripted.metadata, issuer: elsewhere.settings.issuer });
        response.setHeader('content-type', 'application/json').end(other);
      },
    ],
  ])('is not followed, waited for or believed: one that %s', async (_what, answer, seconds) => {
    await start(scripted.settings, seconds);
    scripted.answer = answer;
    expect(await begin()).toBe(failure('PROVIDER_UNAVAILABLE'));
    expect(elsewhere.asked).toEqual([]);
  });

  it('is one of an issuer that is named otherwise than in the settings, be it by a slash', async () => {
    await start({ ...scripted.settings, issuer: `${scripted.settings.issuer}/` });
    expect(await begin()).toBe(failure('PROVIDER_UNAVAILABLE'));
    expect(one.log.join('')).toContain('issuer');
  });

  it('is not followed with the code: where the code is redeemed', async () => {
    await start();
    const browser = openProviderBrowser(one);
    const state = new URL(await browser.begin('scripted')).searchParams.get('state') ?? '';
    scripted.answer = (_request, response) =>
      void response.writeHead(307, { location: `${elsewhere.settings.issuer}/token` }).end();
    const { location } = await browser.visit(`/auth/scripted/callback?code=x&state=${state}`);
    expect(location).toBe(failure('PROVIDER_UNAVAILABLE'));
    expect(elsewhere.asked).toEqual([]);
  });

  it('keeps no transaction waiting', async () => {
    await start();
    const open: unknown[] = [];
    const answer = async (...[request, response]: Parameters<ScriptedIssuer['answer']>): Promise<void> => {
      const rows = await one.database.query(
        "select usename from pg_stat_activity where xact_start is not null and datname = current_database() and usename = 'tenure_identity'",
      );
      open.push(request.url, ...rows);
      usual(request, response);
    };
    scripted.answer = (request, response) => void answer(request, response);
    const browser = openProviderBrowser(one);
    const state = new URL(await browser.begin('scripted')).searchParams.get('state') ?? '';
    await browser.visit(`/auth/scripted/callback?code=x&state=${state}`);
    expect(open).toEqual(['/.well-known/openid-configuration', '/token']);
  });
});

describe('an answer that a browser makes up', () => {
  it.each([
    'state=S&state=S&code=x',
    'state=S&code=x&code=y',
    'state=S',
    'state=S&code=',
    'state=S&code=x&response=x',
    'state=S&code=x&id_token=x',
    'state=S&error=%00',
    'state=S&error=server_error&error_description=%3Cscript%3E',
    'state=%00&code=x',
    `state=${'x'.repeat(10_000)}&code=x`,
    'state[]=S&code=x',
    '%E0%A4%A',
  ])('leads back to the page that tells of it: %s', async (query) => {
    mock.claims = ada('made-up');
    const browser = openProviderBrowser(product);
    const state = new URL(await browser.begin('mock')).searchParams.get('state') ?? '';
    const { status, location } = await browser.visit(`/auth/mock/callback?${query.replaceAll('S', state)}`);
    expect(status).toBe(303);
    expect(location).toMatch(/^\/sign-in\?error=(ATTEMPT_OVER|UNAUTHENTICATED|PROVIDER_UNAVAILABLE)$/);
    expect(await browser.account()).toBeNull();
  });
});

describe('a refusal to agree at a provider', () => {
  it.each(['access_denied', 'user_cancelled_login', 'user_cancelled_authorize'])(
    'is told as such: %s',
    async (error) => {
      const browser = openProviderBrowser(product);
      const state = new URL(await browser.begin('lax')).searchParams.get('state') ?? '';
      const { location } = await browser.visit(`/auth/lax/callback?error=${error}&state=${state}`);
      expect(location).toBe(failure('PROVIDER_DENIED'));
    },
  );
});

describe('the log', () => {
  it('has nothing that lets anybody in: no state, code, cookie or challenge', async () => {
    const tenant = await product.signUp('logged');
    await setProven(product, tenant);
    await addApp(product, tenant);
    const browser = openProviderBrowser(product);
    const asked = await browser.begin('mock');
    const cookies = [...browser.jar.values()];
    mock.claims = ada('logged');
    const back = new URL(await mock.signIn(asked));
    const { location } = await browser.visit(back.href);
    const told = new URLSearchParams(location.split('#')[1]);
    const secrets = [
      ...new URL(asked).searchParams.getAll('state'),
      ...new URL(asked).searchParams.getAll('nonce'),
      ...back.searchParams.getAll('code'),
      ...told.getAll('challenge'),
      ...cookies,
      mock.settings.clientSecret,
    ];
    expect(secrets.length).toBeGreaterThan(5);
    const lines = product.log.join('\n');
    expect(lines).toContain('authCallback');
    for (const secret of secrets) expect(lines).not.toContain(secret);
  });
});

describe('a browser that goes to a provider', () => {
  it('and names two accounts at once is nobody', async () => {
    const [tenant, other] = [await product.signUp('two-1'), await product.signUp('two-2')];
    const browser = openProviderBrowser(product);
    await browser.signIn(tenant.email);
    for (const path of ['/auth/mock', '/auth/mock/callback?code=x&state=y']) {
      const { status, location } = await browser.visit(path, bearer(other.accessToken));
      expect([status, location]).toEqual([303, failure('UNAUTHENTICATED')]);
    }
  });

  it.each(['image', 'iframe', 'empty'])('goes there by a page of its own, not as a foreign page’s %s', async (dest) => {
    const browser = openProviderBrowser(product);
    const { status } = await browser.visit('/auth/mock', { 'sec-fetch-dest': dest, accept: 'image/*' });
    expect([status, [...browser.jar]]).toEqual([404, []]);
    mock.claims = ada(`as-${dest}`);
    const page = { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' };
    const back = await mock.signIn((await browser.visit('/auth/mock', page)).location);
    expect((await browser.visit(back, page)).location).toBe('/');
  });

  it('is told where nobody can count', async () => {
    const down = { ...uncounted, take: () => Promise.reject(new Overloaded()) };
    const one = await startTestProduct({ providers: [mock.settings], counters: down });
    const { status, location } = await openProviderBrowser(one).visit('/auth/mock');
    expect([status, location]).toEqual([303, failure('OVERLOADED')]);
    await one.stop();
  });

  it('is written down, once an hour, where it does so too often', async () => {
    const one = await startTestProduct({
      providers: [mock.settings],
      counters: undefined,
      rateLimits: [{ field: 'auth', key: 'IP', max: 1, windowSeconds: 60 }],
    });
    for (let at = 0; at < 4; at++) await openProviderBrowser(one).visit('/auth/mock');
    expect(await eventsOf(one, null)).toEqual(['RATE_LIMITED auth']);
    await one.stop();
  });
});

describe('an account whose password has to be changed', () => {
  const mustChange = async (name: string, isProven: boolean): Promise<ProviderBrowser> => {
    const { userId } = await product.signUp(name);
    await product.database.query(
      `update users set must_change_password = true, email_verified_at = ${isProven ? 'now()' : 'null'} where id = $1`,
      [userId],
    );
    return federated(name);
  };

  it('is let in by a provider to change it, and to nothing else', async () => {
    const browser = await mustChange('must-change', true);
    const answer = await browser.send('{ personas { id } }');
    expect(refusalOf(answer)).toMatchObject({ reason: 'PASSWORD_CHANGE_REQUIRED' });
  });

  it('has none to change where it went with what nobody had proven', async () => {
    const browser = await mustChange('must-not-change', false);
    expect(codesOf(await browser.send('{ personas { id } }'))).toEqual([]);
  });
});
