import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '#database/logins.ts';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
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
import { mailsTo } from '../support/identity-operations.ts';
import { blocked, queueUp } from '../support/queue-up.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const { tokenOf } = createOneTimeTokenCodec([testSecret]);

/** The links of a kind that would still work for the account. */
const linksOf = async ({ userId }: Tenant, kind: string): Promise<string[]> => {
  const rows = await product.database.query<{ id: string }>(
    'select id from one_time_tokens where owner_id = $1 and kind = $2 and used_at is null',
    [userId, kind],
  );
  return rows.map(({ id }) => tokenOf(id));
};
/** Locks the account's row. */
const account = ({ userId }: Tenant): string => `select from users where id = '${userId}' for update`;

const requestReset = ({ email }: Tenant): Promise<Answer> =>
  product.send('mutation ($email: String!) { requestPasswordReset(email: $email) }', { email });
const requestVerification = ({ email }: Tenant): Promise<Answer> =>
  product.send('mutation ($email: String!) { requestEmailVerification(email: $email) }', { email });
const reset = (token: string): Promise<Answer> =>
  product.send('mutation ($token: String!) { resetPassword(token: $token, newPassword: "quiet brown fox 7?") }', {
    token,
  });
const verify = (token: string): Promise<Answer> =>
  product.send('mutation ($token: String!) { verifyEmail(token: $token) { id } }', { token });
const refresh = (refreshToken: string): Promise<Answer> =>
  product.send('mutation ($token: String) { refreshSession(refreshToken: $token) { refreshToken } }', {
    token: refreshToken,
  });
const register = (input: object): Promise<Answer> =>
  product.send('mutation ($input: RegisterInput!) { register(input: $input) { user { id } } }', { input });

describe('links that are asked for', () => {
  it.each([
    ['RESET_PASSWORD', requestReset],
    ['VERIFY_EMAIL', requestVerification],
  ])('twenty times at once leave one that works: %s', async (kind, request) => {
    const tenant = await product.signUp(`impatient-${kind.toLowerCase()}`);
    const answers = await Promise.all(Array.from({ length: 20 }, () => request(tenant)));
    expect(answers.flatMap(codesOf)).toEqual([]);
    expect(await linksOf(tenant, kind)).toHaveLength(1);
  });

  it.each([
    ['RESET_PASSWORD', requestReset, reset],
    ['VERIFY_EMAIL', requestVerification, verify],
  ])('while the one before is being used hinder neither: %s', async (kind, request, use) => {
    const tenant = await product.signUp(`crossing-${kind.toLowerCase()}`);
    await request(tenant);
    const [link = ''] = await linksOf(tenant, kind);
    const answers = await queueUp(product.database, account(tenant), [() => use(link), () => request(tenant)]);
    expect(answers.flatMap(codesOf)).toEqual([]);
  });
});

describe('what a session asked for while it was ended', () => {
  const documents = {
    'another address': 'mutation { requestEmailChange(newEmail: "thief@example.com") }',
    'another password': `mutation { changePassword(input: { currentPassword: "${testPassword}", newPassword: "quiet brown fox 7?" }) { accessToken } }`,
    'another name': 'mutation { updateProfile(input: { name: "Thief" }) { id } }',
  };

  it.each(Object.entries(documents))('is refused, and nothing of it stays: %s', async (what, document) => {
    const tenant = await product.signUp(`squatted-${what.replace(' ', '-')}`);
    const [link = ''] = await linksOf(tenant, 'VERIFY_EMAIL');
    const [proof, change] = await queueUp(product.database, account(tenant), [
      () => verify(link),
      () => tenant.send(document),
    ]);
    expect([proof, change].map((answer) => codesOf(answer as Answer))).toEqual([[], ['UNAUTHENTICATED']]);
    expect(await linksOf(tenant, 'CONFIRM_EMAIL_CHANGE')).toEqual([]);
    const left = await product.database.query(
      'select u.name, (select count(*)::int from sessions s where s.owner_id = u.id and s.revoked_at is null) as sessions from users u where u.id = $1',
      [tenant.userId],
    );
    expect(left).toEqual([{ name: null, sessions: 0 }]);
  });
});

describe('a refresh that was on its way', () => {
  it('while its session was proven anew is refused, and ends nothing', async () => {
    const tenant = await product.signUp('two-tabs');
    const document = `mutation { stepUp(input: { password: "${testPassword}" }) { accessToken refreshToken } }`;
    const session = `select from sessions where owner_id = '${tenant.userId}' for update`;
    const [proven, late] = await queueUp(product.database, session, [
      () => tenant.send(document),
      () => refresh(tenant.refreshToken),
    ]);
    const { accessToken, refreshToken } = dataOf<{ stepUp: Tenant }>(proven as Answer).stepUp;
    expect(codesOf(late as Answer)).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await product.send('{ me { id } }', {}, { authorization: `Bearer ${accessToken}` }))).toEqual([]);
    expect(codesOf(await refresh(refreshToken))).toEqual([]);
  });
});

describe('claiming an installation', () => {
  it('while a new code for it is made waits its turn, and is told that the code is good no more', async () => {
    const [owner, code] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
    await product.database.query(
      `insert into users (id, email, roles, is_local_owner, created_at, updated_at) values ($1, 'owner@local.invalid', '{USER}', true, $2, $2)`,
      [owner, product.clock.now],
    );
    await product.database.query(
      `insert into one_time_tokens (id, owner_id, kind, email, created_at, expires_at) values ($1, $2, 'CLAIM', 'owner@local.invalid', $3::timestamptz, $3::timestamptz + interval '1 day')`,
      [code, owner, product.clock.now],
    );
    const claim = await withClient(product.database.adminUrl, async (client) => {
      // As making a code does: the account, then its links.
      await client.query('begin');
      await client.query('select from users where id = $1 for update', [owner]);
      const claiming = register({ email: 'claimant@example.com', password: testPassword, claimCode: tokenOf(code) });
      await blocked(product.database, 1);
      await client.query('update one_time_tokens set used_at = $2 where owner_id = $1', [owner, product.clock.now]);
      await client.query('commit');
      return claiming;
    });
    expect(codesOf(claim)).toEqual(['BAD_USER_INPUT']);
    expect(await product.database.query('select email, claimed_at from users where id = $1', [owner])).toEqual([
      { email: 'owner@local.invalid', claimed_at: null },
    ]);
  });
});

describe('a used refresh token', () => {
  it('that comes twenty times at once is written down and told once', async () => {
    const tenant = await product.signUp('robbed');
    await refresh(tenant.refreshToken);
    product.clock.now = new Date(product.clock.now.getTime() + 11_000);
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(tenant.refreshToken)));
    expect(answers.map(codesOf)).toEqual(answers.map(() => ['UNAUTHENTICATED']));
    const written = `select id from audit_events where owner_id = $1 and event = 'REFRESH_REUSE'`;
    expect(await product.database.query(written, [tenant.userId])).toHaveLength(1);
    expect((await mailsTo(product, tenant.email)).filter((kind) => kind === 'REFRESH_REUSED')).toHaveLength(1);
  });
});
