import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import { newOwnedId } from '#platform/ids.ts';
import { identityDocuments, linkOf, signedIn, type IdentityOperation } from '../support/identity-operations.ts';
import {
  codesOf,
  dataOf,
  startTestProduct,
  testPassword,
  testSecret,
  type Answer,
  type Tenant,
  type TestProduct,
} from '../support/product.ts';

let product: TestProduct;
let inviter: Tenant;
beforeAll(async () => {
  product = await startTestProduct({ registration: 'closed' });
  const opened = await startTestProduct({ urls: product.database.urls });
  try {
    inviter = await opened.signUp('inviter');
    await product.database.query(`update users set roles = '{ADMIN}' where id = $1`, [inviter.userId]);
  } finally {
    await opened.stop();
  }
});
afterAll(() => product.stop());

const { tokenOf } = createOneTimeTokenCodec([testSecret]);
const otherPassword = 'quiet brown fox 7?';
const ask = (operation: IdentityOperation, variables: object = {}): Promise<Answer> =>
  product.send(identityDocuments[operation], variables);
const register = (input: object): Promise<Answer> => ask('register', { input: { password: otherPassword, ...input } });
const wait = (seconds: number): void => {
  product.clock.now = new Date(product.clock.now.getTime() + seconds * 1000);
};
const twenty = (send: () => Promise<Answer>): Promise<Answer[]> => Promise.all(Array.from({ length: 20 }, send));
const oneOfTwenty = [...Array.from({ length: 19 }, () => 'BAD_USER_INPUT'), 'done'];
const outcomes = (answers: readonly Answer[]): unknown[] =>
  answers.map((answer) => codesOf(answer)[0] ?? 'done').toSorted();

/** A link as staff or the console make it. */
async function issue(kind: 'INVITE' | 'CLAIM', ownerId: string, email: string): Promise<string> {
  const id = newOwnedId(product.clock.now);
  await product.database.query(
    `insert into one_time_tokens (id, owner_id, kind, email, created_at, expires_at) values ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz + interval '1 day')`,
    [id, ownerId, kind, email, product.clock.now],
  );
  return tokenOf(id);
}
const invite = (email: string): Promise<string> => issue('INVITE', inviter.userId, email);
const accountsOf = (email: string): Promise<unknown[]> =>
  product.database.query('select id from users where email = $1', [email]);

describe('an invitation', () => {
  /**
   * @see https://github.com/better-auth/better-auth/pull/9993
   * @see https://github.com/better-auth/better-auth/pull/10000
   */
  it('opens one account, by whichever of twenty who come with it at once', async () => {
    const [email, inviteToken] = ['race@example.com', await invite('race@example.com')];
    expect(outcomes(await twenty(() => register({ email, inviteToken })))).toEqual(oneOfTwenty);
    expect(await accountsOf(email)).toHaveLength(1);
  });

  it('is for the address it was mailed to, which it proves', async () => {
    const inviteToken = await invite('guest@example.com');
    expect(codesOf(await register({ email: 'other@example.com', inviteToken }))).toEqual(['BAD_USER_INPUT']);
    expect(await accountsOf('other@example.com')).toEqual([]);
    const { register: opened } = dataOf<{ register: { tokens: { accessToken: string } } }>(
      await register({ email: ' GUEST@example.com', inviteToken }),
    );
    const me = await product.send(
      '{ me { emailVerified } }',
      {},
      { authorization: `Bearer ${opened.tokens.accessToken}` },
    );
    expect(dataOf(me)).toEqual({ me: { emailVerified: true } });
  });

  it('is as good as before where the password was refused or the address is taken', async () => {
    const taken = await invite(inviter.email);
    expect(codesOf(await register({ email: inviter.email, inviteToken: taken }))).toEqual(['CONFLICT']);
    const inviteToken = await invite('careless@example.com');
    const weak = await register({ email: 'careless@example.com', inviteToken, password: 'short' });
    expect(codesOf(weak)).toEqual(['BAD_USER_INPUT']);
    expect(
      await product.database.query('select from one_time_tokens where used_at is null and email = any($1)', [
        [inviter.email, 'careless@example.com'],
      ]),
    ).toHaveLength(3);
    expect(codesOf(await register({ email: 'careless@example.com', inviteToken }))).toEqual([]);
  });

  it('runs out', async () => {
    const inviteToken = await invite('tardy@example.com');
    wait(86_400);
    expect(codesOf(await register({ email: 'tardy@example.com', inviteToken }))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a code for a single-user installation', () => {
  it('gives it to one of twenty who come with it at once, each by an address of their own', async () => {
    const ownerId = newOwnedId(product.clock.now);
    await product.database.query(
      `insert into users (id, email, roles, is_local_owner, created_at, updated_at) values ($1, 'owner@local.invalid', '{USER}', true, $2, $2)`,
      [ownerId, product.clock.now],
    );
    const claimCode = await issue('CLAIM', ownerId, 'owner@local.invalid');
    let claimants = 0;
    const answers = await twenty(() => {
      claimants += 1;
      return register({ email: `claimant-${claimants}@example.com`, claimCode });
    });
    expect(outcomes(answers)).toEqual(oneOfTwenty);
    const claimed = await product.database.query(`select id, is_local_owner from users where email like 'claimant-%'`);
    expect(claimed).toEqual([{ id: ownerId, is_local_owner: true }]);
    const again = await issue('CLAIM', ownerId, 'owner@local.invalid');
    expect(codesOf(await register({ email: 'late@example.com', claimCode: again }))).toEqual(['BAD_USER_INPUT']);
    expect(await accountsOf('late@example.com')).toEqual([]);
  });
});

describe('a link to a new password', () => {
  /**
   * @see https://github.com/supabase/auth/pull/2612
   * @see https://github.com/goauthentik/authentik/pull/19967
   */
  it('sets the password of one of twenty who come with it at once', async () => {
    await ask('requestPasswordReset', { email: inviter.email });
    const token = await linkOf(product, inviter, 'RESET_PASSWORD');
    let attempts = 0;
    const answers = await twenty(() => {
      attempts += 1;
      return ask('resetPassword', { token, newPassword: `words of attempt ${attempts}!` });
    });
    expect(outcomes(answers)).toEqual(oneOfTwenty);
    const winner = answers.findIndex((answer) => codesOf(answer).length === 0) + 1;
    await signedIn(product, { email: inviter.email, password: `words of attempt ${winner}!` });
  });

  it('is as good as before where the password is refused', async () => {
    await ask('requestPasswordReset', { email: inviter.email });
    const token = await linkOf(product, inviter, 'RESET_PASSWORD');
    const refused = await ask('resetPassword', { token, newPassword: 'short' });
    expect([codesOf(refused), refused.body.errors?.[0]?.extensions['field']]).toEqual([
      ['BAD_USER_INPUT'],
      'newPassword',
    ]);
    expect(codesOf(await ask('resetPassword', { token, newPassword: testPassword }))).toEqual([]);
  });
});

describe('a link of one kind', () => {
  it('is none of another', async () => {
    const email = 'kinds@example.com';
    const inviteToken = await invite(email);
    const claimCode = await issue('CLAIM', inviter.userId, inviter.email);
    await ask('requestPasswordReset', { email: inviter.email });
    const resetToken = await linkOf(product, inviter, 'RESET_PASSWORD');
    const mailed = [
      'verifyEmail',
      'confirmEmailChange',
      'cancelEmailChange',
      'revertEmailChange',
      'endSessionsByToken',
    ] as const;
    const answers = await Promise.all([
      ...mailed.flatMap((operation) => [inviteToken, claimCode, resetToken].map((token) => ask(operation, { token }))),
      ...[inviteToken, claimCode].map((token) => ask('resetPassword', { token, newPassword: otherPassword })),
      ...[claimCode, resetToken].map((token) => register({ email, inviteToken: token })),
      ...[inviteToken, resetToken].map((token) => register({ email, claimCode: token })),
    ]);
    expect(answers.map(codesOf)).toEqual(answers.map(() => ['BAD_USER_INPUT']));
    expect(new Set(answers.map(({ body }) => body.errors?.[0]?.message)).size).toBe(1);
    expect(codesOf(await register({ email, inviteToken }))).toEqual([]);
  });
});
