import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  atOnce,
  auditOf,
  bearer,
  claimsOf,
  emptyMails,
  eventsOf,
  isSignedIn,
  login,
  loginToChange,
  mailedToken,
  mailKindsTo,
  minute,
  openBrowser,
  otherPassword,
  refusalOf,
  thirdPassword,
  tryChangePassword,
  tryLogin,
  tryRefresh,
  wait,
  winnersOf,
  type Tokens,
} from '../support/accounts.ts';
import { confirmMove, requestMove, requestReset, resetPassword } from '../support/mailed-links.ts';
import {
  codesOf,
  dataOf,
  startTestProduct,
  testPassword,
  type Answer,
  type Tenant,
  type TestProduct,
} from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const change = (
  tokens: Pick<Tokens, 'accessToken'> | null,
  input: object = { currentPassword: testPassword, newPassword: otherPassword },
): Promise<Answer> => tryChangePassword(product, input, tokens ? bearer(tokens.accessToken) : {});
const changed = (answer: Answer): Tokens => dataOf<{ changePassword: Tokens }>(answer).changePassword;
const canLogin = async ({ email }: Tenant, password: string): Promise<boolean> =>
  codesOf(await tryLogin(product, { email, password })).length === 0;

describe('Mutation.changePassword', () => {
  it('changes it, ends every session, and goes on with a new one', async () => {
    const tenant = await product.signUp('changing');
    const elsewhere = await login(product, tenant);
    await emptyMails(product);
    const tokens = changed(await change(tenant));
    expect(claimsOf(tokens.accessToken)['sid']).not.toBe(claimsOf(tenant.accessToken)['sid']);
    expect(await isSignedIn(product, tokens)).toBe(true);
    expect(codesOf(await tryRefresh(product, tokens.refreshToken))).toEqual([]);
    for (const old of [tenant, elsewhere]) {
      expect(await isSignedIn(product, old)).toBe(false);
      expect(codesOf(await tryRefresh(product, old.refreshToken))).toEqual(['UNAUTHENTICATED']);
    }
    expect(await canLogin(tenant, testPassword)).toBe(false);
    expect(await canLogin(tenant, otherPassword)).toBe(true);
    expect((await mailKindsTo(product, tenant.email)).filter((kind) => kind.startsWith('PASSWORD'))).toEqual([
      'PASSWORD_CHANGED',
    ]);
    expect(await eventsOf(product, tenant.userId)).toContain('PASSWORD_CHANGED');
  });

  it('ends the links that lead in, and a change of address that somebody asked for', async () => {
    const tenant = await product.signUp('closing-doors');
    const move = await requestMove(product, tenant, 'thief@example.com');
    dataOf(await requestReset(product, tenant.email));
    const reset = await mailedToken(product, 'RESET_PASSWORD', tenant.email);
    expect(codesOf(await change(tenant))).toEqual([]);
    for (const answer of [await confirmMove(product, move), await resetPassword(product, reset, thirdPassword)])
      expect(refusalOf(answer)).toEqual({ code: 'BAD_USER_INPUT', field: 'token' });
  });

  it.each([
    ['wrong', 'input.currentPassword', { currentPassword: 'wrong horse 1!', newPassword: otherPassword }],
    ['empty', 'input.currentPassword', { currentPassword: '', newPassword: otherPassword }],
    ['missing', 'input.currentPassword', { newPassword: otherPassword }],
    ['unchanged', 'input.newPassword', { currentPassword: testPassword, newPassword: testPassword }],
    ['weak', 'input.newPassword', { currentPassword: testPassword, newPassword: 'weak' }],
    ['telling', 'input.newPassword', { currentPassword: testPassword, newPassword: 'telling 1!' }],
    ['long', 'input.newPassword', { currentPassword: testPassword, newPassword: 'x1!'.repeat(100) }],
  ])('names what it cannot take, and leaves everything as it was: %s %s', async (name, field, input) => {
    const tenant = await product.signUp(name);
    expect(refusalOf(await change(tenant, input))).toEqual({ code: 'BAD_USER_INPUT', field });
    expect(await isSignedIn(product, tenant)).toBe(true);
    expect(await mailKindsTo(product, tenant.email)).toEqual(['VERIFY_EMAIL']);
    expect(await canLogin(tenant, testPassword)).toBe(true);
  });

  it('by who does not know the password is written down, though nothing is changed', async () => {
    const tenant = await product.signUp('guessed-at');
    await change(tenant, { currentPassword: 'wrong horse 1!', newPassword: otherPassword });
    const [, refused, ...more] = await auditOf(product, tenant.userId);
    const session = claimsOf(tenant.accessToken)['sid'];
    expect(refused).toMatchObject({ event: 'PASSWORD_CHANGED', outcome: 'REFUSED', session_id: session });
    expect(more).toEqual([]);
  });

  it('is for who is signed in', async () => {
    expect(codesOf(await change(null))).toEqual(['UNAUTHENTICATED']);
  });

  it('is done by one of twenty who try at once', async () => {
    const tenant = await product.signUp('racing');
    const passwords = Array.from({ length: 20 }, (_, index) => `wooden ladder ${index}!`);
    const answers = await Promise.all(
      passwords.map((newPassword) => change(tenant, { currentPassword: testPassword, newPassword })),
    );
    expect(winnersOf(answers)).toBe(1);
    const won = answers.findIndex((answer) => codesOf(answer).length === 0);
    expect(await canLogin(tenant, passwords[won] ?? '')).toBe(true);
    expect(await canLogin(tenant, testPassword)).toBe(false);
    const live = await product.database.query(
      'select id from sessions where owner_id = $1 and revoked_at is null and id = $2',
      [tenant.userId, claimsOf(changed(answers[won] as Answer).accessToken)['sid']],
    );
    expect(live).toHaveLength(1);
  });

  it('hands a browser cookies, and no tokens', async () => {
    const tenant = await product.signUp('browsing');
    const browser = openBrowser(product);
    await browser.signIn(tenant.email);
    const before = new Map(browser.jar);
    const input = { currentPassword: testPassword, newPassword: otherPassword };
    const answer = await tryChangePassword(browser, input);
    expect(answer.body).toEqual({ data: { changePassword: { accessToken: null, refreshToken: null } } });
    for (const [name, value] of before) expect(browser.jar.get(name)).not.toBe(value);
    expect(codesOf(await browser.send('{ me { id } }'))).toEqual([]);
  });
});

describe('a first password', () => {
  const withoutPassword = async (name: string): Promise<Tenant> => {
    const tenant = await product.signUp(name);
    await product.database.query('delete from credentials where owner_id = $1', [tenant.userId]);
    return tenant;
  };

  it('is set by who has just signed in otherwise', async () => {
    const tenant = await withoutPassword('first');
    expect(await tenant.ask('{ me { hasPassword } mySignInMethods { kind } }')).toEqual({
      me: { hasPassword: false },
      mySignInMethods: [{ kind: 'MAGIC_LINK' }],
    });
    const tokens = changed(await change(tenant, { newPassword: otherPassword }));
    expect(dataOf(await product.send('{ me { hasPassword } }', {}, bearer(tokens.accessToken)))).toEqual({
      me: { hasPassword: true },
    });
    expect(await canLogin(tenant, otherPassword)).toBe(true);
  });

  it('needs a recent sign-in', async () => {
    const tenant = await withoutPassword('first-late');
    wait(product, 10 * minute + 1);
    const answer = await change(tenant, { newPassword: otherPassword });
    expect(answer.body.errors?.[0]?.extensions).toEqual({
      code: 'STEP_UP_REQUIRED',
      maxAge: 600,
      methods: ['PASSWORD'],
    });
    expect(await product.database.query('select from credentials where owner_id = $1', [tenant.userId])).toEqual([]);
  });

  it('is set once of twenty at once', async () => {
    const tenant = await withoutPassword('first-race');
    const answers = await atOnce(20, (index) => change(tenant, { newPassword: `wooden ladder ${index}!` }));
    expect(winnersOf(answers)).toBe(1);
    expect(await product.database.query('select from credentials where owner_id = $1', [tenant.userId])).toHaveLength(
      1,
    );
  });
});

describe('a session that must change its password', () => {
  it('changes it, signs out, refreshes and says who it is, and does nothing else', async () => {
    const tenant = await product.signUp('obliged');
    const obliged = await loginToChange(product, tenant);
    const headers = bearer(obliged.accessToken);
    expect(dataOf(await product.send('{ me { email mustChangePassword } }', {}, headers))).toEqual({
      me: { email: tenant.email, mustChangePassword: true },
    });
    const id = claimsOf(tenant.accessToken)['sid'];
    for (const document of [
      '{ mySessions { id } }',
      '{ mySignInMethods { id } }',
      '{ myAuditEvents { totalCount } }',
      '{ personas { id } }',
      'mutation { createPersona(input: { fullName: "A", email: "a@example.com" }) { id } }',
      'mutation { logoutEverywhere }',
      `mutation { revokeSession(id: "${id}") }`,
      `mutation { stepUp(input: { password: "${testPassword}" }) { accessToken } }`,
      'mutation { requestEmailChange(newEmail: "a@example.com") }',
      'mutation { updateProfile(input: { name: "A" }) { id } }',
      `mutation { deleteAccount(confirmEmail: "${tenant.email}") }`,
    ])
      expect([document, refusalOf(await product.send(document, {}, headers))]).toEqual([
        document,
        { code: 'FORBIDDEN', reason: 'PASSWORD_CHANGE_REQUIRED' },
      ]);
    const refreshed = dataOf<{ refreshSession: Tokens }>(
      await tryRefresh(product, obliged.refreshToken),
    ).refreshSession;
    const stillObliged = await product.send('{ personas { id } }', {}, bearer(refreshed.accessToken));
    expect(refusalOf(stillObliged)).toEqual({ code: 'FORBIDDEN', reason: 'PASSWORD_CHANGE_REQUIRED' });
    const free = changed(await change(refreshed));
    expect(
      dataOf(await product.send('{ personas { id } me { mustChangePassword } }', {}, bearer(free.accessToken))),
    ).toEqual({ personas: [], me: { mustChangePassword: false } });
  });

  it('may be signed out instead, and is asked again at the next sign-in', async () => {
    const tenant = await product.signUp('leaving');
    const obliged = await loginToChange(product, tenant);
    expect(dataOf(await product.send('mutation { logout }', {}, bearer(obliged.accessToken)))).toEqual({
      logout: true,
    });
    expect(await isSignedIn(product, obliged)).toBe(false);
    const { accessToken } = await login(product, tenant);
    expect(codesOf(await product.send('{ personas { id } }', {}, bearer(accessToken)))).toEqual(['FORBIDDEN']);
  });
});
