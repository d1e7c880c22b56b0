import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  atOnce,
  day,
  emptyMails,
  eventsOf,
  isSignedIn,
  login,
  loginToChange,
  mailKindsTo,
  mailedToken,
  mailsTo,
  minute,
  newestToken,
  otherPassword,
  refusalOf,
  tryLogin,
  tryRefresh,
  wait,
  winnersOf,
  bearer,
} from '../support/accounts.ts';
import { requestReset, resetPassword } from '../support/mailed-links.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const requestDocument = 'mutation ($newEmail: String!) { requestEmailChange(newEmail: $newEmail) }';
const request = (tenant: Pick<Tenant, 'send'>, newEmail: string): Promise<Answer> =>
  tenant.send(requestDocument, { newEmail });
const redeem = (field: string, token: string, headers = {}): Promise<Answer> =>
  product.send(
    `mutation ($token: String!) { ${field}(token: $token) ${field === 'confirmEmailChange' ? '{ id email emailVerified }' : ''} }`,
    { token },
    headers,
  );
const confirm = (token: string, headers = {}): Promise<Answer> => redeem('confirmEmailChange', token, headers);
const confirmLink = (newEmail: string): Promise<string> => mailedToken(product, 'CONFIRM_EMAIL_CHANGE', newEmail);
const emailOf = async ({ userId }: Tenant): Promise<unknown> =>
  (await product.database.query<{ email: string }>('select email from users where id = $1', [userId]))[0]?.email;
const notGood = { code: 'BAD_USER_INPUT', field: 'token' };

/** Moves the account to another address, as whoever is signed in to it can. */
async function move(tenant: Pick<Tenant, 'send'>, newEmail: string): Promise<void> {
  expect(codesOf(await request(tenant, newEmail))).toEqual([]);
  expect(codesOf(await confirm(await confirmLink(newEmail)))).toEqual([]);
}

describe('Mutation.requestEmailChange', () => {
  it('changes nothing yet, mails the new address a link, and the old one word of it', async () => {
    const tenant = await product.signUp('asking');
    expect(dataOf(await request(tenant, ' Asked@Example.com '))).toEqual({ requestEmailChange: true });
    expect(await emailOf(tenant)).toBe(tenant.email);
    expect(await mailKindsTo(product, 'asked@example.com')).toEqual(['CONFIRM_EMAIL_CHANGE']);
    expect((await mailsTo(product, tenant.email)).at(-1)).toMatchObject({
      kind: 'EMAIL_CHANGE_REQUESTED',
      newEmail: 'asked@example.com',
      origin: { ip: expect.any(String), userAgent: 'node' },
    });
    expect(codesOf(await tryLogin(product, { email: 'asked@example.com' }))).toEqual(['UNAUTHENTICATED']);
    expect((await eventsOf(product, tenant.userId)).at(-1)).toBe('EMAIL_CHANGE_REQUESTED');
  });

  it('answers alike for a taken address, whose owner is told, and leads nowhere', async () => {
    const [tenant, other] = [await product.signUp('coveting'), await product.signUp('coveted')];
    const [free, taken] = [await request(tenant, 'free@example.com'), await request(tenant, other.email)];
    expect([taken.status, taken.text]).toEqual([free.status, free.text]);
    expect(await mailKindsTo(product, other.email)).toContain('ACCOUNT_EXISTS');
    const links = `select from one_time_tokens where kind = 'CONFIRM_EMAIL_CHANGE' and owner_id = $1 and used_at is null`;
    expect(await product.database.query(links, [tenant.userId])).toEqual([]);
    const before = (await mailsTo(product, tenant.email)).filter(({ kind }) => kind === 'EMAIL_CHANGE_REQUESTED');
    expect(before).toHaveLength(2);
  });

  it('makes the link of the change before void', async () => {
    const tenant = await product.signUp('undecided');
    await request(tenant, 'undecided-1@example.com');
    const first = await confirmLink('undecided-1@example.com');
    await request(tenant, 'undecided-2@example.com');
    expect(refusalOf(await confirm(first))).toEqual(notGood);
    expect(codesOf(await confirm(await confirmLink('undecided-2@example.com')))).toEqual([]);
  });

  it('leaves one link of twenty requests at once', async () => {
    const tenant = await product.signUp('many-changes');
    const answers = await atOnce(20, (index) => request(tenant, `many-${index}@example.com`));
    expect(winnersOf(answers)).toBe(20);
    const links = `select from one_time_tokens where kind = 'CONFIRM_EMAIL_CHANGE' and owner_id = $1 and used_at is null`;
    expect(await product.database.query(links, [tenant.userId])).toHaveLength(1);
  });

  it('names what it cannot take, mails nobody and makes nothing', async () => {
    const tenant = await product.signUp('mistaken');
    await emptyMails(product);
    for (const newEmail of ['no address', '', tenant.email.toUpperCase(), 'a@example.com\r\nbcc: b@example.com'])
      expect(refusalOf(await request(tenant, newEmail))).toEqual({ code: 'BAD_USER_INPUT', field: 'newEmail' });
    expect(await product.database.query('select from mails')).toEqual([]);
  });

  it('is not for who is signed out, must change the password, or signed in long ago', async () => {
    const tenant = await product.signUp('unentitled');
    expect(codesOf(await product.send(requestDocument, { newEmail: 'x@example.com' }))).toEqual(['UNAUTHENTICATED']);
    const { accessToken } = await loginToChange(product, tenant);
    const mustChange = await product.send(requestDocument, { newEmail: 'x@example.com' }, bearer(accessToken));
    expect(refusalOf(mustChange)).toEqual({ code: 'FORBIDDEN', reason: 'PASSWORD_CHANGE_REQUIRED' });
    wait(product, 11 * minute);
    expect(codesOf(await request(tenant, 'x@example.com'))).toEqual(['STEP_UP_REQUIRED']);
    expect(await mailKindsTo(product, 'x@example.com')).toEqual([]);
  });
});

describe('Mutation.confirmEmailChange', () => {
  it('moves the account, proven, and ends its other sessions and the links to the old address', async () => {
    const tenant = await product.signUp('moving');
    const elsewhere = await login(product, tenant);
    await requestReset(product, tenant.email);
    const reset = await mailedToken(product, 'RESET_PASSWORD', tenant.email);
    await request(tenant, 'moved@example.com');
    const cancel = await mailedToken(product, 'EMAIL_CHANGE_REQUESTED', tenant.email);
    const answer = await confirm(await confirmLink('moved@example.com'), tenant.headers);
    const user = { id: tenant.userId, email: 'moved@example.com', emailVerified: true };
    expect(dataOf(answer)).toEqual({ confirmEmailChange: user });
    expect(await isSignedIn(product, tenant)).toBe(true);
    expect(await isSignedIn(product, elsewhere)).toBe(false);
    expect(codesOf(await tryRefresh(product, elsewhere.refreshToken))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await tryLogin(product, tenant))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await tryLogin(product, { email: 'moved@example.com' }))).toEqual([]);
    expect(refusalOf(await redeem('cancelEmailChange', cancel))).toEqual(notGood);
    expect(refusalOf(await resetPassword(product, reset))).toEqual(notGood);
    expect((await mailsTo(product, tenant.email)).at(-1)).toMatchObject({
      kind: 'EMAIL_CHANGED',
      newEmail: 'moved@example.com',
    });
    expect(await eventsOf(product, tenant.userId)).toContain('EMAIL_CHANGED');
  });

  it('ends every session where nobody of the account confirms it', async () => {
    const [tenant, other] = [await product.signUp('moving-away'), await product.signUp('no-mover')];
    await request(tenant, 'moved-away@example.com');
    const answer = await confirm(await confirmLink('moved-away@example.com'), other.headers);
    expect(dataOf(answer)).toMatchObject({ confirmEmailChange: { id: tenant.userId } });
    expect(await isSignedIn(product, tenant)).toBe(false);
    expect(await isSignedIn(product, other)).toBe(true);
  });

  it('is done once of twenty at once, and for an hour', async () => {
    const tenant = await product.signUp('racing');
    await request(tenant, 'raced@example.com');
    const token = await confirmLink('raced@example.com');
    expect(winnersOf(await atOnce(20, () => confirm(token)))).toBe(1);
    const late = await product.signUp('late');
    await request(late, 'later@example.com');
    wait(product, 60 * minute);
    expect(refusalOf(await confirm(await confirmLink('later@example.com')))).toEqual(notGood);
    expect(await emailOf(late)).toBe(late.email);
  });

  it('says that somebody was faster, and leaves everything as it was', async () => {
    const tenant = await product.signUp('slow');
    await request(tenant, 'fast@example.com');
    const token = await confirmLink('fast@example.com');
    await product.signUp('fast');
    const answer = await confirm(token, tenant.headers);
    expect(refusalOf(answer)).toEqual({ code: 'CONFLICT', reason: 'EMAIL_TAKEN' });
    expect(await emailOf(tenant)).toBe(tenant.email);
    expect(await isSignedIn(product, tenant)).toBe(true);
  });

  it('gives one of two accounts an address that both confirm at once', async () => {
    const tenants = [await product.signUp('twin-1'), await product.signUp('twin-2')];
    const tokens: string[] = [];
    for (const tenant of tenants) {
      await request(tenant, 'twins@example.com');
      tokens.push(await confirmLink('twins@example.com'));
      wait(product, 1);
    }
    const answers = await Promise.all(tokens.map((token) => confirm(token)));
    expect(answers.map((answer) => refusalOf(answer)?.reason ?? 'moved').toSorted()).toEqual(['EMAIL_TAKEN', 'moved']);
  });
});

describe('Mutation.cancelEmailChange', () => {
  it('calls a change off, once', async () => {
    const tenant = await product.signUp('calling-off');
    await request(tenant, 'called-off@example.com');
    const token = await newestToken(product, 'CANCEL_EMAIL_CHANGE', tenant.email);
    const answers = await atOnce(20, () => redeem('cancelEmailChange', token));
    expect(winnersOf(answers)).toBe(1);
    expect(refusalOf(await confirm(await confirmLink('called-off@example.com')))).toEqual(notGood);
    expect(await emailOf(tenant)).toBe(tenant.email);
    expect(await isSignedIn(product, tenant)).toBe(true);
    expect((await eventsOf(product, tenant.userId)).at(-1)).toBe('EMAIL_CHANGE_CANCELLED');
  });
});

describe('Mutation.revertEmailChange', () => {
  const revert = (token: string): Promise<Answer> => redeem('revertEmailChange', token);
  const revertLink = (email: string): Promise<string> => mailedToken(product, 'EMAIL_CHANGED', email);

  it('gives the account back within a week: no session, no password, a link to set one', async () => {
    const tenant = await product.signUp('robbed');
    await move(tenant, 'thief@example.com');
    const thief = await login(product, { email: 'thief@example.com' });
    wait(product, 7 * day - 1);
    expect(dataOf(await revert(await revertLink(tenant.email)))).toEqual({ revertEmailChange: true });
    expect(await emailOf(tenant)).toBe(tenant.email);
    expect(await isSignedIn(product, thief)).toBe(false);
    expect(codesOf(await tryRefresh(product, thief.refreshToken))).toEqual(['UNAUTHENTICATED']);
    for (const email of [tenant.email, 'thief@example.com'])
      expect(codesOf(await tryLogin(product, { email }))).toEqual(['UNAUTHENTICATED']);
    const token = await mailedToken(product, 'RESET_PASSWORD', tenant.email);
    expect(codesOf(await resetPassword(product, token))).toEqual([]);
    expect(codesOf(await tryLogin(product, { email: tenant.email, password: otherPassword }))).toEqual([]);
    expect(await eventsOf(product, tenant.userId)).toContain('EMAIL_CHANGE_REVERTED');
  });

  it('is good for a week, and once', async () => {
    const [late, early] = [await product.signUp('robbed-late'), await product.signUp('robbed-early')];
    await move(late, 'thief-late@example.com');
    await move(early, 'thief-early@example.com');
    const token = await revertLink(early.email);
    expect(winnersOf(await atOnce(20, () => revert(token)))).toBe(1);
    wait(product, 7 * day);
    expect(refusalOf(await revert(await revertLink(late.email)))).toEqual(notGood);
  });

  it('works though the address was changed once more, and the thief cannot take that back', async () => {
    const tenant = await product.signUp('robbed-twice');
    await move(tenant, 'thief-1@example.com');
    wait(product, minute);
    const thief = await login(product, { email: 'thief-1@example.com' });
    const send: Tenant['send'] = (query, variables) => product.send(query, variables, bearer(thief.accessToken));
    await move({ send }, 'thief-2@example.com');
    const thiefsLink = await revertLink('thief-1@example.com');
    expect(codesOf(await revert(await revertLink(tenant.email)))).toEqual([]);
    expect(await emailOf(tenant)).toBe(tenant.email);
    expect(refusalOf(await revert(thiefsLink))).toEqual(notGood);
    expect(await emailOf(tenant)).toBe(tenant.email);
  });

  it('works though the thief took a later change back', async () => {
    const tenant = await product.signUp('robbed-thrice');
    await move(tenant, 'thief-3@example.com');
    wait(product, minute);
    const thief = await login(product, { email: 'thief-3@example.com' });
    const send: Tenant['send'] = (query, variables) => product.send(query, variables, bearer(thief.accessToken));
    await move({ send }, 'thief-4@example.com');
    expect(codesOf(await revert(await revertLink('thief-3@example.com')))).toEqual([]);
    expect(codesOf(await revert(await revertLink(tenant.email)))).toEqual([]);
    expect(await emailOf(tenant)).toBe(tenant.email);
  });
});
