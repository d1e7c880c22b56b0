import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashGate } from '#identity/password-hash.ts';
import {
  bearer,
  identityDocuments,
  isLetIn,
  linkOf,
  linksOf,
  mailsTo,
  signedIn,
  type IdentityOperation,
} from '../support/identity-operations.ts';
import { tryLogin } from '../support/accounts.ts';
import { codesOf, startTestProduct, testPassword, type Answer, type TestProduct } from '../support/product.ts';

let open: TestProduct;
let verified: TestProduct;
beforeAll(async () => {
  open = await startTestProduct();
  verified = await startTestProduct({ registration: 'verified' });
});
afterAll(() => Promise.all([open.stop(), verified.stop()]));

const otherPassword = 'quiet brown fox 7?';
const ask = (product: TestProduct, operation: IdentityOperation, variables: object = {}): Promise<Answer> =>
  product.send(identityDocuments[operation], variables);
const register = (product: TestProduct, email: string, password = testPassword): Promise<Answer> =>
  ask(product, 'register', { input: { email, password } });
const login = (product: TestProduct, email: string, password = testPassword): Promise<Answer> =>
  ask(product, 'login', { input: { email, password } });
const userOf = async ({ database }: TestProduct, email: string): Promise<{ readonly userId: string }> => {
  const [row] = await database.query<{ id: string }>('select id from users where email = $1', [email]);
  return { userId: row?.id ?? '' };
};
/** What somebody sees of an answer. */
const seen = ({ status, text, headers }: Answer): unknown => [status, text, headers.getSetCookie()];

describe('whether an address has an account', () => {
  /**
   * @see https://github.com/keycloak/keycloak/issues/26625
   * @see https://github.com/keycloak/keycloak/issues/51887
   * @see https://github.com/keycloak/keycloak/issues/20651
   */
  it('is not told by signing in, with whatever password, shut out and locked accounts included', async () => {
    const [tenant, out, locked] = [await open.signUp('known'), await open.signUp('out'), await open.signUp('locked')];
    await open.database.query('update users set disabled_at = now() where id = $1', [out.userId]);
    await open.database.query('update credentials set failed_attempts = 100 where owner_id = $1', [locked.userId]);
    const answers = await Promise.all([
      login(open, 'nobody@example.com'),
      login(open, 'nobody@example.com', ''),
      login(open, tenant.email, 'wrong'),
      login(open, tenant.email, ''),
      login(open, out.email),
      login(open, locked.email),
      login(open, 'no address'),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(answers.map(() => 'UNAUTHENTICATED'));
    expect(new Set(answers.map((answer) => JSON.stringify(seen(answer)))).size).toBe(1);
  });

  /**
   * @see https://github.com/keycloak/keycloak/issues/47619 (CVE-2026-4633)
   * @see https://github.com/keycloak/keycloak/issues/48888
   * @see https://github.com/ory/kratos/issues/133
   * @see https://github.com/ory/kratos/issues/2538
   * @see https://github.com/ory/kratos/issues/4521
   * @see https://github.com/supabase/auth/issues/1547
   */
  it.each(['register', 'requestPasswordReset', 'requestMagicLink', 'requestEmailVerification'] as const)(
    'is not told by %s',
    async (how) => {
      const [taken, free] = [`taken-${how}@example.com`, `free-${how}@example.com`].map((each) =>
        each.toLowerCase(),
      ) as [string, string];
      await register(verified, taken);
      await ask(verified, 'verifyEmail', {
        token: await linkOf(verified, await userOf(verified, taken), 'VERIFY_EMAIL'),
      });
      const answers = await Promise.all(
        [taken, free].map((email) => (how === 'register' ? register(verified, email) : ask(verified, how, { email }))),
      );
      expect(answers.flatMap(codesOf)).toEqual([]);
      expect(new Set(answers.map((answer) => JSON.stringify(seen(answer)))).size).toBe(1);
    },
  );

  it.each(['register', 'requestPasswordReset', 'requestEmailVerification'] as const)(
    'is not told by how soon %s answers',
    async (how) => {
      const email = `unknown-to-${how}@example.com`.toLowerCase();
      const startedAt = performance.now();
      const answer = await (how === 'register' ? register(verified, email) : ask(verified, how, { email }));
      expect(performance.now() - startedAt).toBeGreaterThan(248);
      expect(codesOf(answer)).toEqual([]);
    },
  );

  it('is not told by how soon a sign-in is refused', async () => {
    const startedAt = performance.now();
    const answer = await tryLogin(verified, { email: 'unknown-to-login@example.com' });
    expect(performance.now() - startedAt).toBeGreaterThan(98);
    expect(codesOf(answer)).toEqual(['UNAUTHENTICATED']);
  });

  it('is not told by asking for another address', async () => {
    const [tenant, other] = [await open.signUp('asking'), await open.signUp('asked')];
    const change = (newEmail: string): Promise<Answer> =>
      tenant.send(identityDocuments.requestEmailChange, { newEmail });
    const answers = await Promise.all([change(other.email), change('asked-by-nobody@example.com')]);
    expect(new Set(answers.map((answer) => JSON.stringify(seen(answer)))).size).toBe(1);
    expect(await mailsTo(open, other.email)).toContain('ACCOUNT_EXISTS');
  });

  /**
   * @see https://github.com/supabase/auth/issues/1517
   * @see https://github.com/supabase/supabase-js/issues/296
   */
  it('is told to its owner, who registers again and would wait for a mail', async () => {
    const email = 'forgetful@example.com';
    await register(verified, email);
    const account = await userOf(verified, email);
    await ask(verified, 'verifyEmail', { token: await linkOf(verified, account, 'VERIFY_EMAIL') });
    await register(verified, email, otherPassword);
    expect((await mailsTo(verified, email)).toSorted()).toEqual(['ACCOUNT_EXISTS', 'VERIFY_EMAIL']);
    expect(codesOf(await login(verified, email, otherPassword))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await login(verified, email))).toEqual([]);
  });
});

describe('an address that somebody else registered first', () => {
  /**
   * @see https://github.com/better-auth/better-auth/security/advisories/GHSA-g38m-r43w-p2q7
   * @see https://github.com/keycloak/keycloak/issues/53041
   */
  it.each([
    ['the link that proves it', 'VERIFY_EMAIL', 'verifyEmail'],
    ['a link to a new password', 'RESET_PASSWORD', 'resetPassword'],
  ] as const)('is its owner’s alone from %s on', async (_how, kind, operation) => {
    const squatter = await open.signUp(`squatted-${operation}`);
    if (kind === 'RESET_PASSWORD') await ask(open, 'requestPasswordReset', { email: squatter.email });
    const token = await linkOf(open, squatter, kind);
    const variables = kind === 'RESET_PASSWORD' ? { token, newPassword: otherPassword } : { token };
    expect(codesOf(await ask(open, operation, variables))).toEqual([]);
    expect(await isLetIn(open, squatter.accessToken)).toBe(false);
    expect(codesOf(await ask(open, 'refreshSession', { token: squatter.refreshToken }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await login(open, squatter.email))).toEqual(['UNAUTHENTICATED']);
  });

  /** @see https://github.com/better-auth/better-auth/issues/11023 */
  it('is not kept from its owner, and the link of the attempt before vouches for no other password', async () => {
    const email = 'frozen@example.com';
    await register(verified, email, 'the squatter’s 1!');
    const account = await userOf(verified, email);
    const squatters = await linkOf(verified, account, 'VERIFY_EMAIL');
    await register(verified, email);
    expect(codesOf(await ask(verified, 'verifyEmail', { token: squatters }))).toEqual(['BAD_USER_INPUT']);
    const links = await linksOf(verified, account, 'VERIFY_EMAIL');
    expect(links).toHaveLength(1);
    expect(codesOf(await ask(verified, 'verifyEmail', { token: links[0] }))).toEqual([]);
    expect(codesOf(await login(verified, email, 'the squatter’s 1!'))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await login(verified, email))).toEqual([]);
  });

  /** @see https://github.com/keycloak/keycloak/issues/45568 */
  it('has no way half open left: a change of address that the squatter asked for is off', async () => {
    const squatter = await open.signUp('half-open');
    await squatter.send(identityDocuments.requestEmailChange, { newEmail: 'squatter@example.com' });
    const change = await linkOf(open, squatter, 'CONFIRM_EMAIL_CHANGE');
    await ask(open, 'requestPasswordReset', { email: squatter.email });
    const token = await linkOf(open, squatter, 'RESET_PASSWORD');
    expect(codesOf(await ask(open, 'resetPassword', { token, newPassword: otherPassword }))).toEqual([]);
    expect(codesOf(await ask(open, 'confirmEmailChange', { token: change }))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a reset of the password', () => {
  /**
   * @see https://github.com/keycloak/keycloak/issues/8920
   * @see https://github.com/keycloak/keycloak/issues/10232
   * @see https://github.com/keycloak/keycloak/issues/38850
   * @see https://github.com/ory/kratos/issues/3513
   */
  it('leaves no session, signs nobody in, and is told to the owner', async () => {
    const tenant = await open.signUp('reset');
    const elsewhere = await signedIn(open, tenant);
    await ask(open, 'requestPasswordReset', { email: tenant.email });
    const token = await linkOf(open, tenant, 'RESET_PASSWORD');
    const answer = await ask(open, 'resetPassword', { token, newPassword: otherPassword });
    expect([answer.body, answer.headers.getSetCookie()]).toEqual([{ data: { resetPassword: true } }, []]);
    for (const { accessToken, refreshToken } of [tenant, elsewhere]) {
      expect(await isLetIn(open, accessToken)).toBe(false);
      expect(codesOf(await ask(open, 'refreshSession', { token: refreshToken }))).toEqual(['UNAUTHENTICATED']);
    }
    expect(await mailsTo(open, tenant.email)).toContain('PASSWORD_RESET');
  });

  /**
   * @see https://github.com/keycloak/keycloak/issues/51833 (CVE-2026-18963)
   * @see https://github.com/keycloak/keycloak/issues/37231
   */
  it('works by its own link, for its own account, once', async () => {
    const [tenant, other] = [await open.signUp('resetting'), await open.signUp('not-resetting')];
    await ask(open, 'requestPasswordReset', { email: tenant.email });
    const [older] = await linksOf(open, tenant, 'RESET_PASSWORD');
    await ask(open, 'requestPasswordReset', { email: tenant.email });
    const newest = await linkOf(open, tenant, 'RESET_PASSWORD');
    const proof = await linkOf(open, tenant, 'VERIFY_EMAIL');
    const reset = (token = '', headers = {}): Promise<Answer> =>
      open.send(identityDocuments.resetPassword, { token, newPassword: otherPassword }, headers);
    for (const token of [older, proof, '', 'garbage', tenant.accessToken])
      expect(codesOf(await reset(token))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await login(open, tenant.email))).toEqual([]);
    // Whoever is signed in as somebody else changes nothing about whose password it is.
    expect(codesOf(await reset(newest, bearer(other.accessToken)))).toEqual([]);
    expect(codesOf(await login(open, other.email))).toEqual([]);
    expect(codesOf(await login(open, tenant.email, otherPassword))).toEqual([]);
    expect(codesOf(await reset(newest))).toEqual(['BAD_USER_INPUT']);
  });

  /**
   * @see https://github.com/keycloak/keycloak/issues/43640
   * @see https://github.com/ory/kratos/issues/1835
   */
  it('mails nobody who has no account', async () => {
    await ask(open, 'requestPasswordReset', { email: 'bystander@example.com' });
    await ask(open, 'requestEmailVerification', { email: 'bystander@example.com' });
    expect(await mailsTo(open, 'bystander@example.com')).toEqual([]);
  });
});

describe('hashing passwords', () => {
  /**
   * @see https://github.com/keycloak/keycloak/issues/28477
   * @see https://github.com/go-gitea/gitea/issues/14702
   * @see https://github.com/alexedwards/argon2id/issues/35
   */
  it('takes no more memory for a hundred who ask at once: what cannot wait is told to come again', async () => {
    const input = { email: 'crowd@example.com', password: testPassword };
    const accept = 'application/graphql-response+json';
    const answers = await Promise.all(
      Array.from({ length: 150 }, () => open.send(identityDocuments.login, { input }, { accept })),
    );
    const outcomes = answers.map((answer) => [answer.status, ...codesOf(answer)].join(' '));
    const compared = outcomes.filter((each) => each.endsWith(' UNAUTHENTICATED')).length;
    const sentAway = outcomes.filter((each) => each === '503 OVERLOADED').length;
    expect(compared + sentAway).toBe(150);
    // As many as fit in at once, and those that came when others were done.
    expect(compared).toBeGreaterThanOrEqual(hashGate.running + hashGate.waiting);
    expect(sentAway).toBeGreaterThan(0);
    const tenant = await open.signUp('after-the-crowd');
    expect(await isLetIn(open, tenant.accessToken)).toBe(true);
  });
});
