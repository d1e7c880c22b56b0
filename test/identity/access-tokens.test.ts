import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '#identity/hash-token.ts';
import { recogniseNarrowViewer } from '#identity/recognise-narrow-viewer.ts';
import { withIdentity } from '../../src/server/open-accounts.ts';
import {
  atOnce,
  auditOf,
  day,
  eventsOf,
  mailedToken,
  mailKindsTo,
  minute,
  otherPassword,
  refusalOf,
  shutOut,
  tryChangePassword,
  tryRefresh,
  wait,
  winnersOf,
} from '../support/accounts.ts';
import { makeToken, tryMakeToken, tryRevokeToken, type MadeToken } from '../support/access-tokens.ts';
import { endSessions, moveAccount, moveBack, resetByMail } from '../support/mailed-links.ts';
import { codesOf, dataOf, startTestProduct, testPassword, type Tenant, type TestProduct } from '../support/product.ts';
import { until } from '../support/queue-up.ts';
import { signInAgain, signUpStaff } from '../support/staff.ts';
import { twinsOf, twinTraces } from '../support/twins.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const personas = '{ personas { fullName } }';
const isGood = async ({ headers }: MadeToken): Promise<boolean> =>
  codesOf(await product.send(personas, {}, headers)).length === 0;
const listOf = async (tenant: Tenant): Promise<readonly Record<string, unknown>[]> =>
  (
    await tenant.ask<{ accessTokens: Record<string, unknown>[] }>(
      '{ accessTokens { id label scopes createdAt expiresAt lastUsedAt } }',
    )
  ).accessTokens;
let count = 0;
const someone = (): Promise<Tenant> => product.signUp(`someone${(count += 1)}`);
const newAdmin = (): Promise<Tenant> => signUpStaff(product, `admin${(count += 1)}`, 'ADMIN');
const inSeconds = (seconds: number): string => new Date(product.clock.now.getTime() + seconds * 1000).toISOString();

describe('Mutation.createAccessToken', () => {
  it('gives a token that is shown once, and stored as a hash alone', async () => {
    const tenant = await product.signUp('making');
    const made = await makeToken(product, tenant, { label: '  My assistant ', scopes: ['JOBS_READ', 'PERSONAS_READ'] });
    expect(made.token).toMatch(/^tenure_pat_[\w-]{43}$/);
    expect(await isGood(made)).toBe(true);
    const rows = await product.database.query('select * from access_tokens where owner_id = $1', [tenant.userId]);
    expect(rows).toMatchObject([
      { id: made.id, label: 'My assistant', token_hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(JSON.stringify(rows)).not.toContain(made.token.slice('tenure_pat_'.length));
    expect(product.log.join('')).not.toContain(made.token.slice('tenure_pat_'.length));
  });

  it('is written down, and told of by mail', async () => {
    const tenant = await product.signUp('told');
    await makeToken(product, tenant, { scopes: ['PERSONAS_READ', 'JOBS_READ'] });
    expect(await eventsOf(product, tenant.userId)).toContain('ACCESS_TOKEN_CREATED JOBS_READ PERSONAS_READ');
    expect(await mailKindsTo(product, tenant.email)).toContain('ACCESS_TOKEN_CREATED');
  });

  it.each([
    ['label', { label: '   ' }],
    ['label', { label: 'x'.repeat(81) }],
    ['label', { label: 'two\nlines' }],
    ['scopes', { scopes: [] }],
    ['scopes', { scopes: ['JOBS_READ', 'JOBS_READ'] }],
  ])('refuses a bad %s: %j', async (field, input) => {
    expect(refusalOf(await tryMakeToken(product, await someone(), input))).toEqual({
      code: 'BAD_USER_INPUT',
      field: `input.${field}`,
    });
  });

  it.each([-1, 0, 366 * day + 1])('refuses an end in %i seconds', async (seconds) => {
    const expiresAt = inSeconds(seconds);
    expect(refusalOf(await tryMakeToken(product, await someone(), { expiresAt }))).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'input.expiresAt',
    });
  });

  it('takes what is at the very edge', async () => {
    const tenant = await product.signUp('edge');
    const edge = { label: 'x'.repeat(80), expiresAt: inSeconds(366 * day) };
    expect(codesOf(await tryMakeToken(product, tenant, edge))).toEqual([]);
  });

  it('needs a recent sign-in, and a sign-in at all', async () => {
    const tenant = await product.signUp('long-ago');
    wait(product, 10 * minute + 1);
    expect(refusalOf(await tryMakeToken(product, tenant))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect(codesOf(await tryMakeToken(product, product))).toEqual(['UNAUTHENTICATED']);
  });

  it('counts none that has run out', async () => {
    const tenant = await product.signUp('run-out');
    await atOnce(20, () => tryMakeToken(product, tenant, { expiresAt: inSeconds(60) }));
    expect(codesOf(await tryMakeToken(product, tenant))).toEqual(['FORBIDDEN']);
    wait(product, 60);
    expect(codesOf(await tryMakeToken(product, tenant))).toEqual([]);
  });

  it('makes twenty and no more, though twenty more ask at once; ended ones do not count', async () => {
    const tenant = await product.signUp('many');
    const answers = await atOnce(40, () => tryMakeToken(product, tenant));
    expect(winnersOf(answers)).toBe(20);
    expect([...new Set(answers.flatMap(codesOf))]).toEqual(['FORBIDDEN']);
    const [first] = await listOf(tenant);
    await tryRevokeToken(tenant, String(first?.['id']));
    expect(codesOf(await tryMakeToken(product, tenant))).toEqual([]);
  });
});

describe('Query.accessTokens', () => {
  it('lists the own that are good, latest first, with their latest use to the minute', async () => {
    const [tenant, other] = [await product.signUp('listing'), await product.signUp('listing-other')];
    await makeToken(product, other);
    const first = await makeToken(product, tenant, { label: 'first' });
    await makeToken(product, tenant, { label: 'short', expiresAt: inSeconds(30) });
    wait(product, 60);
    const second = await makeToken(product, tenant, { label: 'second', scopes: ['JOBS_WRITE', 'JOBS_READ'] });
    expect(await isGood(first)).toBe(true);
    const at = product.clock.now.toISOString();
    // The use is noted after the answer.
    const used = 'select from access_tokens where id = $1 and last_used_at is not null';
    await until(async () => (await product.database.query(used, [first.id])).length === 1);
    wait(product, 59);
    expect(await isGood(first)).toBe(true);
    expect(await listOf(tenant)).toMatchObject([
      { id: second.id, label: 'second', scopes: ['JOBS_WRITE', 'JOBS_READ'], lastUsedAt: null },
      { id: first.id, label: 'first', scopes: ['PERSONAS_READ'], lastUsedAt: at },
    ]);
  });

  it('lists nothing to who is signed out', async () => {
    expect(codesOf(await product.send('{ accessTokens { id } }'))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('Mutation.revokeAccessToken', () => {
  it('ends a token at once, and no other; once more is harmless', async () => {
    const tenant = await product.signUp('revoking');
    const [ended, kept] = [await makeToken(product, tenant), await makeToken(product, tenant)];
    expect(dataOf(await tryRevokeToken(tenant, ended.id))).toEqual({ revokeAccessToken: true });
    expect([await isGood(ended), await isGood(kept)]).toEqual([false, true]);
    expect(dataOf(await tryRevokeToken(tenant, ended.id))).toEqual({ revokeAccessToken: true });
    const events = (await auditOf(product, tenant.userId)).filter(({ event }) => event === 'ACCESS_TOKEN_REVOKED');
    expect(events).toHaveLength(1);
    expect(await listOf(tenant)).toMatchObject([{ id: kept.id }]);
  });

  it('cannot tell whether an id is somebody else’s', async () => {
    const [tenant, other] = [await product.signUp('guessing'), await product.signUp('guessed')];
    const made = await makeToken(product, other);
    const traces = await twinTraces(product, tenant, {
      document: 'mutation ($id: ID!) { revokeAccessToken(id: $id) }',
      ids: twinsOf(made.id),
      variables: (id) => ({ id }),
    });
    for (const trace of traces) expect(trace).toEqual(traces[0]);
    expect(await isGood(made)).toBe(true);
  });

  it('needs a recent sign-in, as it does to end a session, and a sign-in at all', async () => {
    const tenant = await product.signUp('revoking-late');
    const made = await makeToken(product, tenant);
    wait(product, 10 * minute + 1);
    expect(refusalOf(await tryRevokeToken(tenant, made.id))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect(codesOf(await tryRevokeToken(product, made.id))).toEqual(['UNAUTHENTICATED']);
    expect(await isGood(made)).toBe(true);
  });
});

describe('a token', () => {
  const endings: Readonly<Record<string, (tenant: Tenant) => Promise<unknown>>> = {
    'signing out everywhere': ({ ask }) => ask('mutation { logoutEverywhere }'),
    'signing all others out': ({ ask }) => ask('mutation { logoutEverywhere(includeCurrent: false) }'),
    'a changed password': async (tenant) =>
      dataOf(await tryChangePassword(tenant, { currentPassword: testPassword, newPassword: otherPassword })),
    'a password set by a mail': async ({ email }) => dataOf(await resetByMail(product, email)),
    '"this was not me"': async ({ email }) =>
      dataOf(await endSessions(product, await mailedToken(product, 'ACCESS_TOKEN_CREATED', email))),
    'a change of address that is taken back': async (tenant) => {
      await moveAccount(product, tenant, `new-${tenant.email}`);
      await moveBack(product, tenant.email);
    },
    'a refresh token that came twice': async ({ refreshToken }) => {
      await tryRefresh(product, refreshToken);
      wait(product, minute);
      expect(codesOf(await tryRefresh(product, refreshToken))).toEqual(['UNAUTHENTICATED']);
    },
    'a proof of the address by somebody who set nothing up': async ({ email }) => {
      await product.database.query('update users set email_verified_at = null where email = $1', [email]);
      await product.send('mutation ($email: String!) { requestMagicLink(email: $email) }', { email });
      const token = await mailedToken(product, 'MAGIC_LINK', email);
      const redeem = 'mutation ($token: String!) { redeemMagicLink(token: $token, elsewhere: true) { __typename } }';
      dataOf(await product.send(redeem, { token }));
    },
    'shutting the account out': async ({ userId }) => {
      const admin = await newAdmin();
      await admin.ask('mutation ($id: ID!) { setUserDisabled(id: $id, disabled: true) { id } }', { id: userId });
      await admin.ask('mutation ($id: ID!) { setUserDisabled(id: $id, disabled: false) { id } }', { id: userId });
    },
    'an admin who signs it out': async ({ userId }) => {
      const admin = await newAdmin();
      await admin.ask('mutation ($id: ID!) { adminRevokeSessions(userId: $id) }', { id: userId });
    },
    'deleting the account': ({ ask, email }) =>
      ask('mutation ($email: String!) { deleteAccount(confirmEmail: $email) }', { email }),
    'a password that has to be changed': ({ userId }) =>
      product.database.query('update users set must_change_password = true where id = $1', [userId]),
    'shutting out, whoever does it': (tenant) => shutOut(product, tenant),
  };

  it.each(Object.entries(endings))('ends with %s', async (_name, end) => {
    const tenant = await someone();
    const made = await makeToken(product, tenant);
    expect(await isGood(made)).toBe(true);
    await end(tenant);
    expect(codesOf(await product.send(personas, {}, made.headers))).toEqual(['UNAUTHENTICATED']);
  });

  it('makes nobody more than a user who has proven nothing of late, whatever its owner is', async () => {
    const admin = await newAdmin();
    const { id, token } = await makeToken(product, admin, { scopes: ['JOBS_READ'] });
    const judge = { services: { impliedRoles: new Map() }, now: product.clock.now };
    const viewer = await withIdentity(product.database.urls.identity, async (em) =>
      recogniseNarrowViewer(em, { tokenHash: hashToken(token) }, judge),
    );
    expect(viewer).toMatchObject({
      userId: admin.userId,
      sessionId: id,
      roles: new Set(['USER']),
      authenticatedAt: new Date(0),
      stepUpMethods: [],
      scopes: new Set(['JOBS_READ']),
    });
  });

  it('outlives the session that made it, and an ordinary sign-out', async () => {
    const tenant = await product.signUp('outliving');
    const made = await makeToken(product, tenant);
    await tenant.ask('mutation { logout }');
    expect(await isGood(made)).toBe(true);
  });

  it('ends with its time, and says so', async () => {
    const tenant = await product.signUp('timed');
    const made = await makeToken(product, tenant, { expiresAt: inSeconds(60) });
    wait(product, 59);
    expect(await isGood(made)).toBe(true);
    wait(product, 1);
    expect(refusalOf(await product.send(personas, {}, made.headers))).toEqual({
      code: 'UNAUTHENTICATED',
      reason: 'TOKEN_EXPIRED',
    });
  });

  it('is purged a day after its end', async () => {
    const tenant = await product.signUp('purging');
    const ended = await makeToken(product, tenant);
    await tryRevokeToken(tenant, ended.id);
    await makeToken(product, tenant, { expiresAt: inSeconds(60) });
    const kept = await makeToken(product, tenant, { expiresAt: inSeconds(30 * day) });
    const ids = async (): Promise<unknown> =>
      product.database.query('select id from access_tokens where owner_id = $1', [tenant.userId]);
    await product.purged();
    expect(await ids()).toHaveLength(3);
    wait(product, day + minute + 1);
    await product.purged();
    expect(await ids()).toEqual([{ id: kept.id }]);
    expect(await isGood(kept)).toBe(true);
    expect((await listOf(await signInAgain(product, tenant))).map(({ id }) => id)).toEqual([kept.id]);
  });
});
