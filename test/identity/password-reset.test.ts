import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  atOnce,
  emptyMails,
  eventsOf,
  isSignedIn,
  login,
  loginToChange,
  mailedToken,
  mailKindsTo,
  minute,
  newestToken,
  openBrowser,
  otherPassword,
  refusalOf,
  shutOut,
  thirdPassword,
  tryLogin,
  tryRefresh,
  wait,
  winnersOf,
} from '../support/accounts.ts';
import { confirmMove, endSessions, requestMove, requestReset, resetPassword } from '../support/mailed-links.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const request = (email: string): Promise<Answer> => requestReset(product, email);
const reset = (token: string, newPassword?: string): Promise<Answer> => resetPassword(product, token, newPassword);
/** Asks for a link and gives back its token. */
async function linkFor({ email }: Pick<Tenant, 'email'>): Promise<string> {
  expect(dataOf(await request(email))).toEqual({ requestPasswordReset: true });
  return mailedToken(product, 'RESET_PASSWORD', email);
}
const notGood = { code: 'BAD_USER_INPUT', field: 'token' };
const liveLinks = ({ userId }: Tenant): Promise<unknown[]> =>
  product.database.query(
    `select from one_time_tokens where owner_id = $1 and kind = 'RESET_PASSWORD' and used_at is null`,
    [userId],
  );

describe('Mutation.requestPasswordReset', () => {
  it('answers alike for an account, for none and for no address, and mails only to the first', async () => {
    const tenant = await product.signUp('asking');
    await emptyMails(product);
    const known = await request(' ASKING@example.com');
    expect(await mailKindsTo(product, tenant.email)).toEqual(['RESET_PASSWORD']);
    for (const other of ['nobody@example.com', 'no address', '', `${'x'.repeat(300)}@example.com`]) {
      const answer = await request(other);
      expect([answer.status, answer.text, answer.headers.getSetCookie()]).toEqual([known.status, known.text, []]);
    }
    expect(await product.database.query('select from mails')).toHaveLength(1);
    expect((await eventsOf(product, tenant.userId)).at(-1)).toBe('PASSWORD_RESET_REQUESTED');
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
});

describe('Mutation.resetPassword', () => {
  it('sets the password, signs nobody in, and tells the owner', async () => {
    const tenant = await product.signUp('forgetful');
    const token = await linkFor(tenant);
    await emptyMails(product);
    const answer = await reset(token);
    expect([answer.body, answer.headers.getSetCookie()]).toEqual([{ data: { resetPassword: true } }, []]);
    expect(codesOf(await tryLogin(product, tenant))).toEqual(['UNAUTHENTICATED']);
    expect(await mailKindsTo(product, tenant.email)).toEqual(['PASSWORD_RESET']);
    const live = 'select from sessions where owner_id = $1 and revoked_at is null';
    expect(await product.database.query(live, [tenant.userId])).toEqual([]);
    expect(codesOf(await tryLogin(product, { ...tenant, password: otherPassword }))).toEqual([]);
    expect(await eventsOf(product, tenant.userId)).toContain('PASSWORD_RESET');
  });

  it('sets one where there was none', async () => {
    const tenant = await product.signUp('without');
    await product.database.query('delete from credentials where owner_id = $1', [tenant.userId]);
    expect(codesOf(await reset(await linkFor(tenant)))).toEqual([]);
    expect(codesOf(await tryLogin(product, { ...tenant, password: otherPassword }))).toEqual([]);
  });

  it('ends sessions, known devices and every other link that leads in or elsewhere', async () => {
    const tenant = await product.signUp('sweeping');
    const elsewhere = await login(product, tenant);
    await openBrowser(product).signIn(tenant.email);
    const move = await requestMove(product, tenant, 'sweeping-new@example.com');
    expect(codesOf(await reset(await linkFor(tenant)))).toEqual([]);
    for (const tokens of [tenant, elsewhere]) {
      expect(await isSignedIn(product, tokens)).toBe(false);
      expect(codesOf(await tryRefresh(product, tokens.refreshToken))).toEqual(['UNAUTHENTICATED']);
    }
    expect(await product.database.query('select from known_devices where owner_id = $1', [tenant.userId])).toEqual([]);
    expect(refusalOf(await confirmMove(product, move))).toEqual(notGood);
  });

  it('proves the address and lifts that the password must be changed', async () => {
    const tenant = await product.signUp('lifting');
    await loginToChange(product, tenant);
    expect(codesOf(await reset(await linkFor(tenant)))).toEqual([]);
    const { accessToken } = await login(product, { ...tenant, password: otherPassword });
    const headers = { authorization: `Bearer ${accessToken}` };
    const answer = await product.send('{ me { emailVerified mustChangePassword } personas { id } }', {}, headers);
    expect(dataOf(answer)).toEqual({ me: { emailVerified: true, mustChangePassword: false }, personas: [] });
  });

  it('takes the newest link alone, for half an hour', async () => {
    const tenant = await product.signUp('in-time');
    const first = await linkFor(tenant);
    wait(product, 1);
    const second = await linkFor(tenant);
    expect(refusalOf(await reset(first))).toEqual(notGood);
    wait(product, 30 * minute - 1);
    expect(codesOf(await reset(second))).toEqual([]);
    const third = await linkFor(tenant);
    wait(product, 30 * minute);
    expect(refusalOf(await reset(third, thirdPassword))).toEqual(notGood);
    expect(codesOf(await tryLogin(product, { ...tenant, password: otherPassword }))).toEqual([]);
  });

  it('leaves the link good, and everything as it was, where the password is refused', async () => {
    const tenant = await product.signUp('hesitant');
    const token = await linkFor(tenant);
    for (const weak of [
      '',
      'short 1',
      'no digits here!',
      'hesitant 1!',
      'tenure rocks 1!',
      `${otherPassword}${'x'.repeat(200)}`,
    ])
      expect(refusalOf(await reset(token, weak))).toEqual({ code: 'BAD_USER_INPUT', field: 'newPassword' });
    expect(await isSignedIn(product, tenant)).toBe(true);
    expect(codesOf(await reset(token))).toEqual([]);
  });

  it('is done by one of twenty who come with the link at once, and by nobody after', async () => {
    const tenant = await product.signUp('racing');
    const token = await linkFor(tenant);
    const answers = await atOnce(20, (index) => reset(token, `wooden ladder ${index}!`));
    expect(winnersOf(answers)).toBe(1);
    const won = answers.findIndex((answer) => codesOf(answer).length === 0);
    expect(codesOf(await tryLogin(product, { ...tenant, password: `wooden ladder ${won}!` }))).toEqual([]);
    expect(refusalOf(await reset(token))).toEqual(notGood);
    expect((await eventsOf(product, tenant.userId)).filter((event) => event === 'PASSWORD_RESET')).toHaveLength(1);
  });

  it('leaves another’s account alone', async () => {
    const [tenant, other] = [await product.signUp('mine'), await product.signUp('theirs')];
    expect(codesOf(await reset(await linkFor(tenant)))).toEqual([]);
    expect(await isSignedIn(product, other)).toBe(true);
    expect(codesOf(await tryLogin(product, other))).toEqual([]);
  });

  it('opens nothing to who is shut out', async () => {
    const tenant = await product.signUp('shut-out');
    await shutOut(product, tenant);
    expect(codesOf(await reset(await linkFor(tenant)))).toEqual([]);
    expect(codesOf(await tryLogin(product, { ...tenant, password: otherPassword }))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('Mutation.endSessionsByToken', () => {
  const end = (token: string): Promise<Answer> => endSessions(product, token);

  it('ends every session by the link of a security mail, and links that lead in, once', async () => {
    const tenant = await product.signUp('not-me');
    const thief = await product.send(
      'mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { tokens { accessToken } } } }',
      { input: { email: tenant.email, password: tenant.password } },
      { 'user-agent': 'thief/1' },
    );
    const { login: entered } = dataOf<{ login: { tokens: { accessToken: string } } }>(thief);
    const token = await mailedToken(product, 'NEW_DEVICE', tenant.email);
    const link = await linkFor(tenant);
    expect(winnersOf(await atOnce(20, () => end(token)))).toBe(1);
    expect(await isSignedIn(product, tenant)).toBe(false);
    expect(await isSignedIn(product, entered.tokens)).toBe(false);
    expect(refusalOf(await reset(link))).toEqual(notGood);
    expect(refusalOf(await end(token))).toEqual(notGood);
    expect((await eventsOf(product, tenant.userId)).at(-1)).toBe('SESSION_REVOKED this was not me');
  });

  it('takes no link of another kind', async () => {
    const tenant = await product.signUp('kinds');
    expect(refusalOf(await end(await linkFor(tenant)))).toEqual(notGood);
    expect(refusalOf(await end(await newestToken(product, 'VERIFY_EMAIL', tenant.email)))).toEqual(notGood);
    expect(await isSignedIn(product, tenant)).toBe(true);
  });
});
