import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLocalOwner, type LocalOwner } from '#identity/local-owner.ts';
import { builtInProviders } from '#identity/provider-profiles.ts';
import { newOwnedId } from '#platform/ids.ts';
import { readConfig } from '../../src/config.ts';
import { withIdentity } from '../../src/server/open-accounts.ts';
import { makeToken, type MadeToken } from '../support/access-tokens.ts';
import { bearer, day, refusalOf, tryRefresh, wait } from '../support/accounts.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import {
  codesOf,
  dataOf,
  startTestProduct,
  testPassword,
  type Answer,
  type Tenant,
  type TestProduct,
} from '../support/product.ts';
import { sendRaw } from '../support/raw-http.ts';

let database: TestDatabase;
const provider = { ...builtInProviders.google, clientId: 'tenure', clientSecret: 'a secret' };
let product: TestProduct;
let owner: LocalOwner;
let stale: Tenant;
let staleToken: MadeToken;
const startedAt = new Date('2025-11-03T09:00:00.000Z');

beforeAll(async () => {
  database = await createDatabase();
  const before = await startTestProduct({ urls: database.urls });
  stale = await before.signUp('before');
  staleToken = await makeToken(before, stale);
  await before.stop();
  owner = await withIdentity(database.urls.identity, (em) =>
    openLocalOwner(em, { now: startedAt, newId: () => newOwnedId(startedAt) }),
  );
  product = await startTestProduct(
    { localOwner: owner, corsOrigins: ['https://tenure.test'], providers: [provider] },
    database,
  );
});
afterAll(() => product.stop());

const create = 'mutation { createPersona(input: { fullName: "Local", email: "local@example.com" }) { id } }';
const me = (headers = {}): Promise<Answer> => product.send('{ me { id } }', {}, headers);

describe('single-user mode', () => {
  it('lets every request act as the local owner, without signing in or a way to', async () => {
    expect(dataOf(await me())).toEqual({ me: { id: owner.userId } });
    expect(codesOf(await product.send(create))).toEqual([]);
    expect(dataOf(await product.send('{ personas { fullName } }'))).toEqual({ personas: [{ fullName: 'Local' }] });
    expect(dataOf(await product.send('{ me { roles hasPassword emailVerified } }'))).toEqual({
      me: { roles: ['USER'], hasPassword: false, emailVerified: false },
    });
    expect(dataOf(await product.send('{ mySignInMethods { kind } }'))).toEqual({ mySignInMethods: [] });
  });

  it('ends the sessions of before, and takes their tokens for nothing', async () => {
    const live = 'select from sessions where revoked_at is null and owner_id = $1';
    expect(await database.query(live, [stale.userId])).toEqual([]);
    const cookie = `tenure-access-${product.port}=${stale.accessToken}; tenure-refresh-${product.port}=${stale.refreshToken}`;
    for (const headers of [stale.headers, { cookie }, { ...bearer('garbage'), cookie }])
      expect(dataOf(await me(headers))).toEqual({ me: { id: owner.userId } });
    expect(codesOf(await tryRefresh(product, stale.refreshToken))).toEqual(['FORBIDDEN']);
  });

  it('ends the access tokens of before, for when accounts are back too', async () => {
    expect(dataOf(await me(staleToken.headers))).toEqual({ me: { id: owner.userId } });
    const withAccounts = await startTestProduct({ urls: database.urls });
    const answer = await withAccounts.send('{ personas { id } }', {}, staleToken.headers);
    await withAccounts.stop();
    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
  });

  it('knows no provider: nobody signs in', async () => {
    expect(dataOf(await product.send('{ oauthProviders { id } }'))).toEqual({ oauthProviders: [] });
    const headers = { accept: 'application/json' };
    for (const path of ['/auth/google', '/auth/google/callback?code=x&state=x'])
      expect((await fetch(new URL(path, product.url), { headers, redirect: 'manual' })).status).toBe(404);
  });

  it('lets no page of another origin change anything', async () => {
    const count = () => database.query('select count(*) from personas');
    const before = await count();
    const foreign: readonly Readonly<Record<string, string>>[] = [
      { origin: 'https://evil.example.com', 'apollo-require-preflight': '1' },
      { origin: 'null', 'apollo-require-preflight': '1' },
      { 'sec-fetch-site': 'cross-site', 'apollo-require-preflight': '1' },
      { origin: 'https://tenure.test' },
    ];
    for (const headers of foreign) expect(codesOf(await product.send(create, {}, headers))).toEqual(['FORBIDDEN']);
    expect(await count()).toEqual(before);
    const ours = { origin: 'https://tenure.test', 'apollo-require-preflight': '1' };
    expect(
      codesOf(await product.send('mutation { updateProfile(input: { name: "Local" }) { name } }', {}, ours)),
    ).toEqual([]);
  });

  it.each(['evil.example.com', 'localhost.evil.example.com', '192.168.1.5', ''])(
    'is nobody’s to who asks for %j, by whatever name that leads here',
    async (host) => {
      const body = JSON.stringify({ query: '{ me { id } personas { id } }' });
      const lines = ['POST /graphql HTTP/1.1', `host: ${host}`, 'content-type: application/json'];
      const answer = await sendRaw(product.port, lines, body);
      expect(answer).toContain('UNAUTHENTICATED');
      expect(answer).not.toContain(owner.userId);
    },
  );

  it.each([
    'logout',
    'logoutEverywhere',
    'logoutEverywhere(includeCurrent: false)',
    'revokeSession(id: "SESSION")',
    `changePassword(input: { newPassword: "${testPassword}" }) { accessToken }`,
    `register(input: { email: "eve@example.com", password: "${testPassword}" }) { verificationRequired }`,
    `login(input: { email: "before@example.com", password: "${testPassword}" }) { __typename }`,
    'stepUp(input: { password: "x" }) { accessToken }',
    'requestEmailChange(newEmail: "eve@example.com")',
    'requestPasswordReset(email: "before@example.com")',
    'requestMagicLink(email: "before@example.com")',
    'redeemMagicLink(token: "x", elsewhere: true) { __typename }',
    'loginWithPasskey(response: {}) { __typename }',
    'completeMfa(input: { challenge: "x", method: TOTP, code: "123456" }) { __typename }',
    'passkeySignUpOptions(email: "eve@example.com")',
    'passkeyRegistrationOptions',
    'startTotpEnrollment { secret }',
    'startProviderLink(provider: "google") { url }',
    'createAccessToken(input: { label: "x", scopes: [JOBS_READ], expiresAt: "2025-12-01T00:00:00Z" }) { token }',
    'deleteAccount(confirmEmail: "owner@localhost")',
  ])('has nobody to sign in or out: %s', async (field) => {
    const answer = await product.send(`mutation { ${field.replace('SESSION', owner.sessionId)} }`);
    expect([answer.body.data, refusalOf(answer)]).toEqual([undefined, { code: 'FORBIDDEN' }]);
    expect(dataOf(await me())).toEqual({ me: { id: owner.userId } });
  });

  it('goes on after weeks in which nobody came', async () => {
    wait(product, 60 * day);
    await product.purged();
    expect(dataOf(await me())).toEqual({ me: { id: owner.userId } });
    wait(product, 400 * day);
    await product.purged();
    expect(dataOf(await me())).toEqual({ me: { id: owner.userId } });
  });

  it('acts as the same owner after another start, by a new session alone', async () => {
    const own = await createDatabase();
    const open = (now: Date): Promise<LocalOwner> =>
      withIdentity(own.urls.identity, (em) => openLocalOwner(em, { now, newId: () => newOwnedId(now) }));
    const first = await open(startedAt);
    const again = await open(new Date(startedAt.getTime() + 1000));
    const restarted = await startTestProduct({ localOwner: again }, own);
    try {
      expect(dataOf(await restarted.send('{ me { id } }'))).toEqual({ me: { id: first.userId } });
      expect(again.sessionId).not.toBe(first.sessionId);
      const live = await own.query('select id from sessions where revoked_at is null');
      expect(live).toEqual([{ id: again.sessionId }]);
    } finally {
      await restarted.stop();
    }
  });
});

describe('settings that would let strangers in', () => {
  const production = {
    NODE_ENV: 'production',
    JWT_SECRETS: `a:${'x'.repeat(32)}`,
    ENCRYPTION_KEYS: `a:${'y'.repeat(32)}`,
    CORS_ORIGINS: 'https://jobs.example.org',
    SMTP_URL: 'smtps://mail.example.org',
    MAIL_FROM: 'tenure@example.org',
    PUBLIC_URL: 'https://jobs.example.org',
  };

  it.each([
    ['single-user mode in production', { ...production, AUTH: 'single' }, /AUTH: single/],
    ['single-user mode on every address', { AUTH: 'single', HOST: '0.0.0.0' }, /AUTH: single/],
    ['single-user mode behind a proxy', { AUTH: 'single', TRUSTED_PROXIES: '1' }, /AUTH: single/],
    [
      'a claim of whoever comes first in public',
      { ...production, CLAIM_MODE: 'first', HOST: '0.0.0.0' },
      /CLAIM_MODE: first/,
    ],
    ['an unknown mode', { AUTH: 'none' }, /AUTH/],
    ['an address for the code that is none', { CLAIM_EMAIL: 'nobody' }, /CLAIM_EMAIL/],
  ])('are refused at start: %s', (_what, environment, message) => {
    expect(() => readConfig(environment)).toThrow(message);
  });

  it('are taken on this machine alone', () => {
    expect(readConfig({ AUTH: 'single' })).toMatchObject({ authMode: 'single', isLoopback: true });
    expect(readConfig({ CLAIM_MODE: 'first' })).toMatchObject({ claimMode: 'first' });
  });
});
