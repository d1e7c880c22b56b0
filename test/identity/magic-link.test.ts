import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  atOnce,
  auditOf,
  bearer,
  claimsOf,
  emptyMails,
  eventsOf,
  isSignedIn,
  mailedToken,
  mailKindsTo,
  minute,
  newestToken,
  openBrowser,
  otherPassword,
  refusalOf,
  setProven,
  shutOut,
  tryChangePassword,
  tryLogin,
  tryRefresh,
  tryRegister,
  wait,
  winnersOf,
  type Browser,
  type Tokens,
} from '../support/accounts.ts';
import { confirmMove, endSessions, moveAccount, requestMove, resetByMail } from '../support/mailed-links.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { queueUp } from '../support/queue-up.ts';
import { addApp, codeOf, complete, completed, type Challenge } from '../support/second-factor.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

type Asking = Pick<TestProduct, 'send'>;
const by = (headers: Readonly<Record<string, string>>, on = product): Asking => ({
  send: (query, variables) => on.send(query, variables, headers),
});
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';
const notGood = { code: 'BAD_USER_INPUT', field: 'token' };

const request = (email: string, on: Asking = product, headers = {}): Promise<Answer> =>
  on.send('mutation ($email: String!) { requestMagicLink(email: $email) }', { email }, headers);
const redeem = (token: string, on: Asking = product, elsewhere?: boolean): Promise<Answer> =>
  on.send(
    `mutation ($token: String!, $elsewhere: Boolean) {
      redeemMagicLink(token: $token, elsewhere: $elsewhere) {
        __typename
        ... on AuthSession { tokens { accessToken refreshToken } user { id emailVerified hasPassword mfaEnabled } }
        ... on MfaChallenge { challenge methods expiresAt }
      }
    }`,
    { token, ...(elsewhere === undefined ? {} : { elsewhere }) },
  );
/** Asks for a link and gives back its token. */
async function linkFor({ email }: Pick<Tenant, 'email'>, on: Asking = product): Promise<string> {
  expect(dataOf(await request(email, on))).toEqual({ requestMagicLink: true });
  return mailedToken(product, 'MAGIC_LINK', email);
}
/** Signs in by a link wherever it was asked for, which must succeed. */
async function enter(tenant: Pick<Tenant, 'email'>): Promise<Tokens> {
  const answer = await redeem(await linkFor(tenant), product, true);
  return dataOf<{ redeemMagicLink: { tokens: Tokens } }>(answer).redeemMagicLink.tokens;
}
const linkCookie = (): string => `tenure-link-${product.port}`;
const hasSession = async (browser: Browser): Promise<boolean> =>
  codesOf(await browser.send('{ me { id } }')).length === 0;
const liveLinks = ({ userId }: Tenant): Promise<{ nonce_hash: string | null; asked_ip: string | null }[]> =>
  product.database.query(
    `select nonce_hash, asked_ip from one_time_tokens where owner_id = $1 and kind = 'MAGIC_LINK' and used_at is null`,
    [userId],
  );
/** An account whose owner has proven its address. */
async function provenAccount(name: string): Promise<Tenant> {
  const tenant = await product.signUp(name);
  await setProven(product, tenant);
  return tenant;
}

describe('Mutation.requestMagicLink', () => {
  it('answers alike for an account, one that is shut out, none and no address, and mails only to the first', async () => {
    const [tenant, out] = [await product.signUp('asking'), await product.signUp('asking-shut-out')];
    await shutOut(product, out);
    await emptyMails(product);
    const seen = ({ status, text, headers }: Answer): unknown => [
      status,
      text,
      [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name)),
    ];
    const known = await request(' ASKING@example.com');
    expect(known.headers.getSetCookie()).toEqual([]);
    expect(await mailKindsTo(product, tenant.email)).toEqual(['MAGIC_LINK']);
    for (const other of [out.email, 'nobody@example.com', 'no address', '', `${'x'.repeat(300)}@example.com`])
      expect(seen(await request(other))).toEqual(seen(known));
    expect(await product.database.query('select from mails')).toHaveLength(1);
    expect((await eventsOf(product, tenant.userId)).at(-1)).toBe('MAGIC_LINK_REQUESTED');
  });

  it('takes as long as always, whether there is an account', async () => {
    const { email } = await product.signUp('timed');
    for (const asked of [email, 'nobody@example.com', 'no address']) {
      const start = performance.now();
      await request(asked);
      expect(performance.now() - start).toBeGreaterThan(240);
    }
  });

  it('gives every browser a cookie, whomever it asks for, of which only a hash is stored', async () => {
    const tenant = await product.signUp('asking-browser');
    const cookies: string[] = [];
    for (const email of [tenant.email, 'nobody@example.com', tenant.email]) {
      const answer = await request(email, openBrowser(product));
      expect(answer.body).toEqual({ data: { requestMagicLink: true } });
      cookies.push(...answer.headers.getSetCookie());
    }
    const [first, , last] = cookies.map((cookie) => /^[^=]+=([\w-]{43});/.exec(cookie)?.[1] ?? '');
    expect(cookies.map((cookie) => cookie.replace(/=[\w-]{43};/, '=…;'))).toEqual(
      Array.from({ length: 3 }, () => `${linkCookie()}=…; Max-Age=600; Path=/; HttpOnly; SameSite=Lax`),
    );
    expect(first).not.toBe(last);
    const nonceHash = createHash('sha256')
      .update(last ?? '')
      .digest('hex');
    expect(await liveLinks(tenant)).toEqual([{ nonce_hash: nonceHash, asked_ip: '127.0.0.1' }]);
    expect(product.log.join('')).not.toContain(last);
  });

  it('leaves the account as it is, signed in and with its password', async () => {
    const tenant = await product.signUp('unmoved');
    await linkFor(tenant);
    expect(await isSignedIn(product, tenant)).toBe(true);
    expect(codesOf(await tryLogin(product, tenant))).toEqual([]);
  });

  it('leaves one link of twenty that are asked for at once', async () => {
    const tenant = await product.signUp('insistent');
    expect(winnersOf(await atOnce(20, () => request(tenant.email)))).toBe(20);
    expect(await liveLinks(tenant)).toHaveLength(1);
  });

  it('is for our own pages, where a browser asks', async () => {
    const foreign = await request('asking@example.com', openBrowser(product), { origin: 'https://evil.example.com' });
    expect([codesOf(foreign), foreign.headers.getSetCookie()]).toEqual([['FORBIDDEN'], []]);
  });
});

describe('Mutation.redeemMagicLink', () => {
  it('signs in the browser that asked', async () => {
    const tenant = await provenAccount('same-browser');
    const browser = openBrowser(product);
    const token = await linkFor(tenant, browser);
    expect(await hasSession(browser)).toBe(false);
    const answer = await redeem(token, browser);
    expect(dataOf(answer)).toEqual({
      redeemMagicLink: {
        __typename: 'AuthSession',
        tokens: { accessToken: null, refreshToken: null },
        user: { id: tenant.userId, emailVerified: true, hasPassword: true, mfaEnabled: false },
      },
    });
    expect(await hasSession(browser)).toBe(true);
    expect([...browser.jar.keys()]).not.toContain(linkCookie());
    expect((await eventsOf(product, tenant.userId)).slice(-2)).toEqual(['MAGIC_LINK_REQUESTED', 'LOGIN email']);
    expect(codesOf(await tryLogin(product, tenant))).toEqual([]);
  });

  it('asks any other browser first, tells it who asked, and leaves the link good', async () => {
    const tenant = await provenAccount('other-browser');
    const [asker, other] = [openBrowser(product), openBrowser(product)];
    const askedAt = product.clock.now.toISOString();
    await request(tenant.email, asker, { 'user-agent': firefox });
    const token = await mailedToken(product, 'MAGIC_LINK', tenant.email);
    // One that has asked for a link of its own is another all the same.
    await request('nobody@example.com', other);
    wait(product, minute);
    const asked = { at: askedAt, from: '127.0.0.1', device: 'Firefox on Linux' };
    for (const elsewhere of [undefined, false]) {
      const answer = await redeem(token, other, elsewhere);
      expect([answer.body.data, refusalOf(answer)]).toEqual([null, { code: 'FORBIDDEN', reason: 'ELSEWHERE', asked }]);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect((await auditOf(product, tenant.userId)).at(-1)).toMatchObject({
      event: 'LOGIN_FAILED',
      outcome: 'REFUSED',
      detail: 'ELSEWHERE',
    });
    expect(await hasSession(other)).toBe(false);
    expect(codesOf(await redeem(token, other, true))).toEqual([]);
    expect([await hasSession(other), await hasSession(asker)]).toEqual([true, false]);
    expect(refusalOf(await redeem(token, asker))).toEqual(notGood);
  });

  it('is still the asking browser’s after others have tried', async () => {
    const tenant = await provenAccount('patient');
    const browser = openBrowser(product);
    const token = await linkFor(tenant, browser);
    for (const other of [product, openBrowser(product)])
      expect(codesOf(await redeem(token, other))).toEqual(['FORBIDDEN']);
    expect(codesOf(await redeem(token, browser))).toEqual([]);
    expect(await hasSession(browser)).toBe(true);
  });

  it('asks programs always, also the one that asked, since they keep nothing to be known by', async () => {
    const tenant = await provenAccount('program');
    const token = await linkFor(tenant);
    expect(refusalOf(await redeem(token))).toMatchObject({ code: 'FORBIDDEN', reason: 'ELSEWHERE' });
    const cookie = `${linkCookie()}=; ${linkCookie()}=null`;
    expect(codesOf(await redeem(token, by({ cookie })))).toEqual(['FORBIDDEN']);
    const answer = await redeem(token, product, true);
    const { tokens } = dataOf<{ redeemMagicLink: { tokens: Tokens } }>(answer).redeemMagicLink;
    expect(await isSignedIn(product, tokens)).toBe(true);
    expect(claimsOf(tokens.accessToken)['amr']).toEqual(['email']);
  });

  it('is done by one of twenty who come with the link at once, and by nobody after', async () => {
    const tenant = await provenAccount('racing');
    const browser = openBrowser(product);
    const token = await linkFor(tenant, browser);
    const cookie = `${linkCookie()}=${browser.jar.get(linkCookie())}`;
    const answers = await atOnce(20, (index) =>
      redeem(token, index % 2 === 0 ? by({ cookie }) : product, index % 2 === 1),
    );
    expect(winnersOf(answers)).toBe(1);
    for (const answer of answers.filter((each) => codesOf(each).length > 0)) expect(refusalOf(answer)).toEqual(notGood);
    expect(refusalOf(await redeem(token, product, true))).toEqual(notGood);
    expect((await eventsOf(product, tenant.userId)).filter((event) => event === 'LOGIN email')).toHaveLength(1);
  });

  it('is done by one of those who have all found the link good, and by nobody who is shut out meanwhile', async () => {
    const [tenant, out] = [await provenAccount('queued'), await provenAccount('shut-out-meanwhile')];
    const holding = ({ userId }: Tenant): string => `update users set updated_at = now() where id = '${userId}'`;
    const [token, other] = [await linkFor(tenant), await linkFor(out)];
    const redeemers = Array.from({ length: 4 }, () => () => redeem(token, product, true));
    expect((await queueUp(product.database, holding(tenant), redeemers)).map(refusalOf)).toEqual([
      null,
      ...Array.from({ length: 3 }, () => notGood),
    ]);
    const shutOut = holding(out).replace('updated_at', 'disabled_at');
    const [late] = await queueUp(product.database, shutOut, [() => redeem(other, product, true)]);
    expect(late && refusalOf(late)).toEqual(notGood);
  });

  it('takes the newest link alone, for ten minutes', async () => {
    const tenant = await provenAccount('in-time');
    const first = await linkFor(tenant);
    wait(product, 1);
    const second = await linkFor(tenant);
    expect(refusalOf(await redeem(first, product, true))).toEqual(notGood);
    wait(product, 10 * minute - 1);
    expect(codesOf(await redeem(second, product, true))).toEqual([]);
    const third = await linkFor(tenant);
    wait(product, 10 * minute);
    for (const elsewhere of [true, false]) expect(refusalOf(await redeem(third, product, elsewhere))).toEqual(notGood);
  });

  it('names no way to prove oneself once more where it is the only way to sign in', async () => {
    const { accessToken } = await enter(await product.signUp('without-ways'));
    wait(product, 10 * minute + 1);
    const answer = await product.send('mutation { startTotpEnrollment { secret } }', {}, bearer(accessToken));
    expect(refusalOf(answer)).toEqual({ code: 'STEP_UP_REQUIRED', maxAge: 600, methods: [] });
  });

  it('is done by a mutation alone: whoever opens the link, or looks whether it is there, uses nothing up', async () => {
    const tenant = await provenAccount('scanned');
    const browser = openBrowser(product);
    const token = await linkFor(tenant, browser);
    const query = encodeURIComponent(`mutation { redeemMagicLink(token: "${token}", elsewhere: true) { __typename } }`);
    const places = [`/magic-link#token=${token}`, `/magic-link?token=${token}`, `/graphql?query=${query}`];
    const headers = { 'apollo-require-preflight': 'true', origin: product.url };
    for (const method of ['GET', 'HEAD'])
      for (const place of places) {
        const response = await fetch(`${product.url}${place}`, { method, headers });
        expect(response.headers.getSetCookie()).toEqual([]);
        expect(await response.text()).not.toContain('AuthSession');
      }
    expect(codesOf(await redeem(token, browser))).toEqual([]);
  });

  it('takes no link of another account’s, of another kind, or none', async () => {
    const [tenant, other] = [await provenAccount('mine'), await provenAccount('theirs')];
    const tokens = await enter(tenant);
    expect(claimsOf(tokens.accessToken)['sub']).toBe(tenant.userId);
    expect(await isSignedIn(product, other)).toBe(true);
    for (const none of ['', 'x', await newestToken(product, 'VERIFY_EMAIL', other.email)])
      expect(refusalOf(await redeem(none, product, true))).toEqual(notGood);
  });

  it('tells the owner of a sign-in from a device that the account did not know', async () => {
    const tenant = await provenAccount('told');
    const token = await linkFor(tenant);
    await emptyMails(product);
    expect(codesOf(await redeem(token, by({ 'user-agent': 'elsewhere/1' }), true))).toEqual([]);
    expect(await mailKindsTo(product, tenant.email)).toEqual(['NEW_DEVICE']);
  });

  it('works where the password is off', async () => {
    const tenant = await provenAccount('locked');
    await product.database.query('update credentials set failed_attempts = 100 where owner_id = $1', [tenant.userId]);
    expect(codesOf(await tryLogin(product, tenant))).toEqual(['UNAUTHENTICATED']);
    expect(await isSignedIn(product, await enter(tenant))).toBe(true);
    expect(codesOf(await tryLogin(product, tenant))).toEqual(['UNAUTHENTICATED']);
  });

  it.each(['before', 'after'])(
    'refuses a link of an account that is shut out, as a bad one: %s it was asked for',
    async (when) => {
      const tenant = await provenAccount(`shut-out-${when}`);
      const browser = openBrowser(product);
      const token = await linkFor(tenant, browser);
      await shutOut(product, tenant);
      if (when === 'before') await request(tenant.email, browser);
      const unknown = await redeem('x', browser);
      for (const answer of [await redeem(token, browser), await redeem(token, browser, true), await redeem(token)])
        expect([answer.status, answer.text]).toEqual([unknown.status, unknown.text]);
      expect((await eventsOf(product, tenant.userId)).at(-1)).toBe('LOGIN_FAILED DISABLED');
      expect(await hasSession(browser)).toBe(false);
    },
  );
});

describe('a link to sign in is over', () => {
  it('when the password is reset, or changed, and by “this was not me”', async () => {
    const ends: readonly ((tenant: Tenant) => Promise<Answer>)[] = [
      ({ email }) => resetByMail(product, email),
      (tenant) => tryChangePassword(tenant, { currentPassword: tenant.password, newPassword: otherPassword }),
      async (tenant) => {
        await tryLogin(product, tenant, { 'user-agent': 'thief/1' });
        return endSessions(product, await mailedToken(product, 'NEW_DEVICE', tenant.email));
      },
    ];
    for (const [at, end] of ends.entries()) {
      const tenant = await provenAccount(`ending-${at}`);
      const token = await linkFor(tenant);
      expect(codesOf(await end(tenant))).toEqual([]);
      expect([at, refusalOf(await redeem(token, product, true))]).toEqual([at, notGood]);
    }
  });

  it('when the account has another address', async () => {
    const tenant = await provenAccount('moving');
    const token = await linkFor(tenant);
    const moved = await requestMove(product, tenant, 'moved@example.com');
    expect(codesOf(await confirmMove(product, moved))).toEqual([]);
    expect(refusalOf(await redeem(token, product, true))).toEqual(notGood);
  });
});

describe('Query.mySignInMethods', () => {
  it('lists the mailbox: since its address is known or proven, and its latest sign-in by a link', async () => {
    const tenant = await product.signUp('mailbox');
    const mailboxOf = async ({ accessToken }: Tokens): Promise<unknown> => {
      const answer = await by(bearer(accessToken)).send('{ mySignInMethods { id kind label addedAt lastUsedAt } }');
      const { mySignInMethods } = dataOf<{ mySignInMethods: { kind: string }[] }>(answer);
      return mySignInMethods.filter(({ kind }) => kind === 'MAGIC_LINK');
    };
    const mailbox = { id: tenant.userId, kind: 'MAGIC_LINK', label: tenant.email };
    const later = (): string => {
      wait(product, minute);
      return product.clock.now.toISOString();
    };
    const opened = product.clock.now.toISOString();
    expect(await mailboxOf(tenant)).toEqual([{ ...mailbox, addedAt: opened, lastUsedAt: null }]);
    const proven = later();
    expect(await mailboxOf(await enter(tenant))).toEqual([{ ...mailbox, addedAt: proven, lastUsedAt: proven }]);
    const used = later();
    const tokens = await enter(tenant);
    expect(await mailboxOf(tokens)).toEqual([{ ...mailbox, addedAt: proven, lastUsedAt: used }]);
    const [moved, label] = [later(), 'mailbox-moved@example.com'];
    await moveAccount(product, by(bearer(tokens.accessToken)), label);
    expect(await mailboxOf(tokens)).toEqual([{ ...mailbox, label, addedAt: moved, lastUsedAt: null }]);
  });
});

describe('a second factor', () => {
  it('is asked for behind a link as behind a password', async () => {
    const tenant = await provenAccount('two-factors');
    const app = await addApp(product, tenant);
    const browser = openBrowser(product);
    const answer = await redeem(await linkFor(tenant, browser), browser);
    const { redeemMagicLink: challenge } = dataOf<{ redeemMagicLink: Challenge }>(answer);
    expect(challenge).toMatchObject({ __typename: 'MfaChallenge', methods: ['TOTP', 'BACKUP_CODE'] });
    expect(await hasSession(browser)).toBe(false);
    expect((await eventsOf(product, tenant.userId)).at(-1)).toBe('FIRST_FACTOR');
    const given = { challenge: challenge.challenge, method: 'TOTP', code: codeOf(product, app) } as const;
    const { accessToken } = completed(await complete(product, given));
    expect(claimsOf(accessToken)['amr']).toEqual(['email', 'otp', 'mfa']);
    expect((await eventsOf(product, tenant.userId)).at(-1)).toBe('LOGIN email otp mfa');
  });
});

describe('an address that nobody had proven', () => {
  it('is its owner’s alone from the link on: password, sessions, factors and links of before are gone', async () => {
    const squatter = await product.signUp('squatted');
    const app = await addApp(product, squatter);
    expect(app.backupCodes).toHaveLength(10);
    const move = await requestMove(product, squatter, 'squatter@example.com');
    const browser = openBrowser(product);
    const answer = await redeem(await linkFor(squatter, browser), browser);
    expect(dataOf(answer)).toMatchObject({
      redeemMagicLink: { user: { id: squatter.userId, emailVerified: true, hasPassword: false, mfaEnabled: false } },
    });
    expect(await hasSession(browser)).toBe(true);
    expect(await isSignedIn(product, squatter)).toBe(false);
    expect(codesOf(await tryRefresh(product, squatter.refreshToken))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await tryLogin(product, squatter))).toEqual(['UNAUTHENTICATED']);
    expect(refusalOf(await confirmMove(product, move))).toEqual(notGood);
    expect(await eventsOf(product, squatter.userId)).toEqual(expect.arrayContaining(['EMAIL_VERIFIED', 'LOGIN email']));
  });

  it('has no password to change, where one had to be and went with what nobody had proven', async () => {
    const personas = async ({ accessToken }: Tokens): Promise<Answer> =>
      product.send('{ personas { id } }', {}, bearer(accessToken));
    const must = 'update users set must_change_password = true where id = $1';
    const [squatter, owner] = [await product.signUp('must-not-change'), await provenAccount('must-change')];
    for (const { userId } of [squatter, owner]) await product.database.query(must, [userId]);
    expect(codesOf(await personas(await enter(squatter)))).toEqual([]);
    expect(refusalOf(await personas(await enter(owner)))).toMatchObject({ reason: 'PASSWORD_CHANGE_REQUIRED' });
  });

  it('leaves everything as it was where the link is opened by who is signed in as the account', async () => {
    const tenant = await product.signUp('owner');
    const browser = openBrowser(product);
    await browser.signIn(tenant.email);
    const answer = await redeem(await linkFor(tenant, browser), browser);
    expect(dataOf(answer)).toMatchObject({ redeemMagicLink: { user: { emailVerified: true, hasPassword: true } } });
    expect(await isSignedIn(product, tenant)).toBe(true);
    expect(codesOf(await tryLogin(product, tenant))).toEqual([]);
  });

  it('is proven by it where accounts wait for that, and the password of whoever registered is not', async () => {
    const verified = await startTestProduct({ registration: 'verified' });
    try {
      const email = 'waiting@example.com';
      await tryRegister(verified, { email });
      await request(email, verified);
      const token = await mailedToken(verified, 'MAGIC_LINK', email);
      const answer = await redeem(token, verified, true);
      expect(dataOf(answer)).toMatchObject({ redeemMagicLink: { user: { emailVerified: true, hasPassword: false } } });
      expect(codesOf(await tryLogin(verified, { email }))).toEqual(['UNAUTHENTICATED']);
      const { redeemMagicLink } = dataOf<{ redeemMagicLink: { tokens: Tokens } }>(answer);
      const headers = bearer(redeemMagicLink.tokens.accessToken);
      expect(codesOf(await tryChangePassword(verified, { newPassword: otherPassword }, headers))).toEqual([]);
      expect(codesOf(await tryLogin(verified, { email, password: otherPassword }))).toEqual([]);
    } finally {
      await verified.stop();
    }
  });
});

describe('limits of links to sign in', () => {
  let limited: TestProduct;
  beforeAll(async () => {
    limited = await startTestProduct({ counters: undefined, trustedProxies: 1 });
  });
  afterAll(() => limited.stop());
  const from = (ip: string) => ({ 'x-forwarded-for': ip });
  const outcome = (answer: Answer): unknown => codesOf(answer)[0] ?? 'done';

  it('are five requests an hour for an address, whether anybody has it', async () => {
    const { email } = await limited.signUp('flooded');
    for (const asked of [email, 'flooded-nobody@example.com']) {
      const outcomes: unknown[] = [];
      for (let at = 0; at < 6; at += 1)
        outcomes.push(outcome(await request(asked, limited, from(`192.0.2.${at + 1}`))));
      expect(outcomes).toEqual([...Array.from({ length: 5 }, () => 'done'), 'RATE_LIMITED']);
    }
    expect(await mailKindsTo(limited, email)).toHaveLength(6);
  });

  it('are ten requests an hour, and ten tries in ten minutes, from a network address', async () => {
    const outcomes: unknown[] = [];
    for (let at = 0; at < 11; at += 1)
      outcomes.push(outcome(await request(`each-${at}@example.com`, limited, from('192.0.2.50'))));
    expect(outcomes).toEqual([...Array.from({ length: 10 }, () => 'done'), 'RATE_LIMITED']);
    const tries: unknown[] = [];
    const guessing = by(from('192.0.2.51'), limited);
    for (let at = 0; at < 11; at += 1) tries.push(outcome(await redeem(`guess-${at}`, guessing, true)));
    expect(tries).toEqual([...Array.from({ length: 10 }, () => 'BAD_USER_INPUT'), 'RATE_LIMITED']);
  });
});
