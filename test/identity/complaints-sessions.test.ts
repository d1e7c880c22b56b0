import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bearer,
  identityDocuments,
  isLetIn,
  mailsTo,
  signedIn,
  type IdentityOperation,
  type Tokens,
} from '../support/identity-operations.ts';
import { codesOf, dataOf, startTestProduct, testPassword, type Answer, type TestProduct } from '../support/product.ts';
import { queueUp } from '../support/queue-up.ts';
import { signUpStaff } from '../support/staff.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const ask = (
  operation: IdentityOperation,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => product.send(identityDocuments[operation], variables, headers);
const refresh = (token: string): Promise<Answer> => ask('refreshSession', { token });
const refreshed = async (token: string): Promise<Tokens> =>
  dataOf<{ refreshSession: Tokens }>(await refresh(token)).refreshSession;
const wait = (seconds: number): void => {
  product.clock.now = new Date(product.clock.now.getTime() + seconds * 1000);
};
interface Listed {
  readonly mySessions: readonly { readonly id: string; readonly current: boolean }[];
}
const sessionsOf = async (accessToken: string): Promise<Listed['mySessions']> =>
  dataOf<Listed>(await ask('mySessions', {}, bearer(accessToken))).mySessions;

describe('refreshing', () => {
  /**
   * @see https://github.com/supabase/auth-js/issues/213
   * @see https://github.com/supabase/supabase/issues/8959
   * @see https://github.com/supabase/auth-js/issues/441
   * @see https://github.com/supabase/auth/issues/2136
   * @see https://github.com/nightscout/nocturne/pull/391
   */
  it('signs nobody out, however many tabs do it at once, time after time', async () => {
    const tenant = await product.signUp('many-tabs');
    let tokens: Tokens = tenant;
    for (let day = 0; day < 5; day += 1) {
      wait(901);
      const { refreshToken } = tokens;
      const tabs = await Promise.all(Array.from({ length: 8 }, () => refreshed(refreshToken)));
      expect(await Promise.all(tabs.map(({ accessToken }) => isLetIn(product, accessToken)))).not.toContain(false);
      // The last tab's answer is the one that stays in the browser; it is as good as any other's.
      tokens = tabs.at(-1) ?? tokens;
    }
    expect(await sessionsOf(tokens.accessToken)).toHaveLength(1);
  });

  /**
   * @see https://github.com/keycloak/keycloak/issues/45647 (CVE-2026-1035)
   * @see https://github.com/supabase/auth/issues/1901
   */
  it('by a token that was used before is noticed, also where many come at once and its parent comes later', async () => {
    const tenant = await product.signUp('copied');
    const second = await refreshed(tenant.refreshToken);
    const third = await refreshed(second.refreshToken);
    const copies = await Promise.all(Array.from({ length: 10 }, () => refresh(tenant.refreshToken)));
    expect(copies.map(codesOf)).toEqual(copies.map(() => ['UNAUTHENTICATED']));
    expect(codesOf(await refresh(third.refreshToken))).toEqual(['UNAUTHENTICATED']);
    expect(await isLetIn(product, third.accessToken)).toBe(false);
    expect(await mailsTo(product, tenant.email)).toContain('REFRESH_REUSED');
  });

  /**
   * @see https://github.com/better-auth/better-auth/security/advisories/GHSA-392p-2q2v-4372
   * @see https://github.com/better-auth/better-auth/security/advisories/GHSA-pw9m-5jxm-xr6h
   */
  it('gives two who come at once no two ways on', async () => {
    const tenant = await product.signUp('forked');
    const [one, other] = await Promise.all([refreshed(tenant.refreshToken), refreshed(tenant.refreshToken)]);
    expect(other.refreshToken).toBe(one.refreshToken);
    await refreshed(one.refreshToken);
    wait(11);
    expect(codesOf(await refresh(other.refreshToken))).toEqual(['UNAUTHENTICATED']);
  });

  /** @see https://github.com/keycloak/keycloak/issues/51312 */
  it.each([
    ['signing out', 'logout', {}],
    ['signing out everywhere', 'logoutEverywhere', { includeCurrent: true }],
  ] as const)('beside %s leaves nothing that lives', async (_what, operation, variables) => {
    const tenant = await product.signUp(`late-${operation}`);
    const session = `select from sessions where owner_id = '${tenant.userId}' for update`;
    const late = (): Promise<Answer> => refresh(tenant.refreshToken);
    const [answer, ended] = await queueUp(product.database, session, [
      late,
      () => ask(operation, variables, tenant.headers),
    ]);
    expect([answer, ended].map((each) => codesOf(each as Answer))).toEqual([[], []]);
    const { refreshSession } = dataOf<{ refreshSession: Tokens }>(answer as Answer);
    expect(await isLetIn(product, refreshSession.accessToken)).toBe(false);
    expect(codesOf(await refresh(refreshSession.refreshToken))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('an access token', () => {
  /**
   * @see https://github.com/supabase/supabase/issues/36354
   * @see https://github.com/supabase/auth-helpers/issues/702
   * @see https://github.com/better-auth/better-auth/issues/6893
   */
  it.each([
    ['signing out', 'logout', {}],
    ['signing out everywhere', 'logoutEverywhere', { includeCurrent: true }],
    [
      'another password',
      'changePassword',
      { input: { currentPassword: testPassword, newPassword: 'quiet brown fox 7?' } },
    ],
    ['deleting the account', 'deleteAccount', { confirmEmail: 'outlived-deleteAccount@example.com' }],
  ] as const)('does not outlive %s', async (_what, operation, variables) => {
    const tenant = await product.signUp(`outlived-${operation}`);
    expect(await isLetIn(product, tenant.accessToken)).toBe(true);
    expect(codesOf(await ask(operation, variables, tenant.headers))).toEqual([]);
    expect(await isLetIn(product, tenant.accessToken)).toBe(false);
  });

  it('does not outlive being shut out', async () => {
    const tenant = await product.signUp('shut-out');
    const admin = await signUpStaff(product, 'shutting-out', 'ADMIN');
    await admin.ask('mutation ($id: ID!) { setUserDisabled(id: $id, disabled: true) { id } }', { id: tenant.userId });
    expect(await isLetIn(product, tenant.accessToken)).toBe(false);
    expect(codesOf(await refresh(tenant.refreshToken))).toEqual(['UNAUTHENTICATED']);
    const input = { email: tenant.email, password: testPassword };
    expect(codesOf(await ask('login', { input }))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('signing out', () => {
  /**
   * @see https://github.com/supabase/auth-helpers/issues/778
   * @see https://github.com/supabase/auth-js/issues/540
   */
  it('works where the session is gone already, and takes the cookies along', async () => {
    const tenant = await product.signUp('stuck');
    await ask('logout', {}, tenant.headers);
    const page = { origin: product.url, 'apollo-require-preflight': '1', 'x-tenure-client': 'web' };
    const cookie = `tenure-access-${product.port}=${tenant.accessToken}; tenure-refresh-${product.port}=${tenant.refreshToken}`;
    const answer = await ask('logout', {}, { ...page, cookie });
    expect(dataOf(answer)).toEqual({ logout: true });
    const emptied = answer.headers.getSetCookie().map((each) => each.replace(/;.*/, ''));
    expect(emptied).toEqual([`tenure-access-${product.port}=`, `tenure-refresh-${product.port}=`]);
  });

  /** @see https://github.com/supabase/auth-js/issues/75 */
  it('ends one session, not all', async () => {
    const tenant = await product.signUp('two-devices');
    const phone = await signedIn(product, tenant);
    await ask('logout', {}, bearer(phone.accessToken));
    expect(await isLetIn(product, tenant.accessToken)).toBe(true);
    expect(codesOf(await refresh(tenant.refreshToken))).toEqual([]);
  });
});

describe('the list of sessions', () => {
  /**
   * @see https://github.com/better-auth/better-auth/issues/6940
   * @see https://github.com/better-auth/better-auth/issues/6749
   */
  it('holds nothing that signs in, and what is revoked by it is over', async () => {
    const tenant = await product.signUp('listing');
    const phone = await signedIn(product, tenant);
    const answer = await ask('mySessions', {}, tenant.headers);
    const { mySessions } = dataOf<Listed>(answer);
    const hashes = await product.database.query<{ token_hash: string }>(
      'select token_hash from refresh_tokens where owner_id = $1',
      [tenant.userId],
    );
    const secrets = [tenant, phone].flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken]);
    for (const secret of [...secrets, ...hashes.map((row) => row.token_hash)])
      expect(answer.text).not.toContain(secret);
    const other = mySessions.find(({ current }) => !current);
    expect(dataOf(await ask('revokeSession', { id: other?.id }, tenant.headers))).toEqual({ revokeSession: true });
    expect(await isLetIn(product, phone.accessToken)).toBe(false);
    expect(codesOf(await refresh(phone.refreshToken))).toEqual(['UNAUTHENTICATED']);
    expect((await sessionsOf(tenant.accessToken)).map(({ current }) => current)).toEqual([true]);
    // As a token, the id of a session is nothing.
    expect(codesOf(await refresh(other?.id ?? ''))).toEqual(['UNAUTHENTICATED']);
    expect(await isLetIn(product, other?.id ?? '')).toBe(false);
  });
});

describe('an Authorization header', () => {
  /** @see https://github.com/advisories/GHSA-xmf8-cvqr-rfgj */
  it.each([
    'Bearer',
    'Bearer ',
    'bearer\t',
    'Bearer a.b',
    'Bearer a.b.c.d',
    'Bearer \u00e9\u00e9',
    'Basic',
    ':',
    'null',
  ])('of %j is nobody, never an error of ours', async (authorization) => {
    const answer = await ask('me', {}, { authorization });
    expect([answer.status, codesOf(answer)]).toEqual([200, ['UNAUTHENTICATED']]);
    const strict = await ask('me', {}, { authorization, accept: 'application/graphql-response+json' });
    expect([strict.status, codesOf(strict)]).toEqual([401, ['UNAUTHENTICATED']]);
  });
});
