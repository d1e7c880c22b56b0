import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  atOnce,
  day,
  emptyMails,
  eventsOf,
  mailKindsTo,
  mailedToken,
  mailsTo,
  openBrowser,
  otherPassword,
  refusalOf,
  tryLogin,
  tryRegister,
  wait,
  winnersOf,
} from '../support/accounts.ts';
import { codesOf, dataOf, startTestProduct, testPassword, type Answer, type TestProduct } from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ registration: 'verified' });
});
afterAll(() => product.stop());

const pending = { register: { verificationRequired: true, tokens: null, user: null } };
const verify = (token: string, headers = {}): Promise<Answer> =>
  product.send(
    'mutation ($token: String!) { verifyEmail(token: $token) { id email emailVerified } }',
    { token },
    headers,
  );
const prove = async (email: string): Promise<Answer> => verify(await mailedToken(product, 'VERIFY_EMAIL', email));
const userOf = async (email: string): Promise<Record<string, unknown> | undefined> =>
  (await product.database.query('select * from users where email = $1', [email]))[0];
const countOf = async (table: 'sessions' | 'known_devices' | 'refresh_tokens'): Promise<unknown> =>
  (await product.database.query(`select count(*)::int from ${table}`))[0];

/** All that a client sees of an answer but for what is never the same. */
const seen = ({ status, headers, text }: Answer): unknown => ({
  status,
  text,
  headers: [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name)),
});

describe('registration where addresses are proven first', () => {
  it('opens no session before the proof, and one afterwards', async () => {
    const input = { email: 'ada@example.com', name: 'Ada' };
    const before = await countOf('sessions');
    const answer = await tryRegister(product, input);
    expect(dataOf(answer)).toEqual(pending);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await countOf('sessions')).toEqual(before);
    expect(refusalOf(await tryLogin(product, input))).toEqual({ code: 'FORBIDDEN', reason: 'EMAIL_NOT_VERIFIED' });
    expect(await countOf('sessions')).toEqual(before);
    expect(dataOf(await prove(input.email))).toMatchObject({
      verifyEmail: { email: input.email, emailVerified: true },
    });
    expect(await countOf('sessions')).toEqual(before);
    expect(codesOf(await tryLogin(product, input))).toEqual([]);
    const { id } = (await userOf(input.email)) as { id: string };
    expect(await eventsOf(product, id)).toEqual(['REGISTER', 'LOGIN_FAILED UNVERIFIED', 'EMAIL_VERIFIED', 'LOGIN pwd']);
  });

  it('gives a browser no cookie, nor is it known from then on', async () => {
    const browser = openBrowser(product);
    const document = 'mutation ($input: RegisterInput!) { register(input: $input) { verificationRequired } }';
    const answer = await browser.send(document, { input: { email: 'cookieless@example.com', password: testPassword } });
    expect(codesOf(answer)).toEqual([]);
    expect([...browser.jar]).toEqual([]);
    expect(await countOf('known_devices')).toEqual({ count: 0 });
  });

  it('says that an address waits to be proven after the right password alone', async () => {
    const email = 'impatient@example.com';
    await tryRegister(product, { email });
    const wrong = await tryLogin(product, { email, password: 'wrong horse 1!' });
    const unknown = await tryLogin(product, { email: 'nobody@example.com' });
    expect(refusalOf(wrong)).toEqual({ code: 'UNAUTHENTICATED' });
    expect(seen(wrong)).toEqual(seen(unknown));
  });

  it.each([
    ['of an account', 'proven-', async (email: string) => void (await prove(email))],
    ['that waits to be proven', 'waiting-', async () => undefined],
  ])('answers for an address %s as for a new one, headers and all', async (_which, prefix, settle) => {
    const email = `${prefix}owner@example.com`;
    await tryRegister(product, { email });
    await settle(email);
    const [taken, fresh] = [
      await tryRegister(product, { email, name: 'Eve', password: otherPassword }),
      await tryRegister(product, { email: `${prefix}new@example.com`, name: 'Eve', password: otherPassword }),
    ];
    expect(seen(taken)).toEqual(seen(fresh));
    expect(dataOf(taken)).toEqual(pending);
  });

  it('tells the owner of a taken address that there is an account, and changes nothing of it', async () => {
    const email = 'owner@example.com';
    await tryRegister(product, { email, name: 'Owner' });
    await prove(email);
    const before = await userOf(email);
    await emptyMails(product);
    await tryRegister(product, { email: ' OWNER@example.com', name: 'Eve', password: otherPassword });
    expect(await mailKindsTo(product, email)).toEqual(['ACCOUNT_EXISTS']);
    expect(JSON.stringify(await mailsTo(product, email))).not.toContain('tokenId');
    expect(await userOf(email)).toEqual(before);
    expect(codesOf(await tryLogin(product, { email, password: otherPassword }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await tryLogin(product, { email }))).toEqual([]);
  });

  it('lets a second attempt replace the first, whose link is void and whose password is gone', async () => {
    const email = 'frozen@example.com';
    await tryRegister(product, { email, name: 'Squatter' });
    const first = await mailedToken(product, 'VERIFY_EMAIL', email);
    await tryRegister(product, { email, name: 'Owner', password: otherPassword });
    expect(refusalOf(await verify(first))).toEqual({ code: 'BAD_USER_INPUT', field: 'token' });
    expect(await userOf(email)).toMatchObject({ name: 'Owner', email_verified_at: null });
    expect(codesOf(await prove(email))).toEqual([]);
    expect(codesOf(await tryLogin(product, { email }))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await tryLogin(product, { email, password: otherPassword }))).toEqual([]);
  });

  it('keeps one account and one link of twenty attempts at once, all answered alike', async () => {
    const email = 'race@example.com';
    const answers = await atOnce(20, () => tryRegister(product, { email }));
    expect(answers.map(dataOf)).toEqual(answers.map(() => pending));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await product.database.query('select from users where email = $1', [email])).toHaveLength(1);
    const live = `select from one_time_tokens where email = $1 and used_at is null`;
    expect(await product.database.query(live, [email])).toHaveLength(1);
  });

  it.each([
    ['input.email', { email: 'no address' }],
    ['input.password', { email: 'weak@example.com', password: 'abcdefgh' }],
    ['input.name', { email: 'named@example.com', name: 'x'.repeat(256) }],
  ])('names what it cannot take, and makes nothing: %s', async (field, input) => {
    expect(refusalOf(await tryRegister(product, input))).toEqual({ code: 'BAD_USER_INPUT', field });
    expect(await userOf(input.email)).toBeUndefined();
    expect(await mailsTo(product, input.email)).toEqual([]);
  });
});

describe('Mutation.verifyEmail', () => {
  it('is done once of twenty at once', async () => {
    const email = 'eager@example.com';
    await tryRegister(product, { email });
    const token = await mailedToken(product, 'VERIFY_EMAIL', email);
    const answers = await atOnce(20, () => verify(token));
    expect(winnersOf(answers)).toBe(1);
    const losers = answers.map(refusalOf).filter((refusal) => refusal !== null);
    expect(losers).toEqual(losers.map(() => ({ code: 'BAD_USER_INPUT', field: 'token' })));
    const { id } = (await userOf(email)) as { id: string };
    expect((await eventsOf(product, id)).filter((event) => event === 'EMAIL_VERIFIED')).toHaveLength(1);
  });

  it('is good for a day', async () => {
    const [late, early] = ['late@example.com', 'early@example.com'];
    await tryRegister(product, { email: late });
    wait(product, 1);
    await tryRegister(product, { email: early });
    wait(product, day - 1);
    expect(refusalOf(await prove(late))).toEqual({ code: 'BAD_USER_INPUT', field: 'token' });
    expect(codesOf(await prove(early))).toEqual([]);
  });

  it.each(['', 'garbage', 'A'.repeat(64), 'A'.repeat(5_000), '\u0000', '__proto__'])(
    'takes %j for no link',
    async (token) => {
      expect(refusalOf(await verify(token))).toEqual({ code: 'BAD_USER_INPUT', field: 'token' });
    },
  );

  it('keeps no password that was set after its link was made', async () => {
    const email = 'bound@example.com';
    await tryRegister(product, { email });
    await tryRegister(product, { email: 'other@example.com', password: otherPassword });
    await product.database.query(
      `update credentials set secret_hash = other.secret_hash from credentials other
       where credentials.owner_id = (select id from users where email = $1)
         and other.owner_id = (select id from users where email = 'other@example.com')`,
      [email],
    );
    await prove(email);
    expect(codesOf(await tryLogin(product, { email, password: otherPassword }))).toEqual(['UNAUTHENTICATED']);
    expect(await userOf(email)).toMatchObject({ email_verified_at: expect.any(Date) });
  });
});

describe('Mutation.requestEmailVerification', () => {
  const request = (email: string): Promise<Answer> =>
    product.send('mutation ($email: String!) { requestEmailVerification(email: $email) }', { email });

  it('mails another link, the only one that works then', async () => {
    const email = 'again@example.com';
    await tryRegister(product, { email });
    const first = await mailedToken(product, 'VERIFY_EMAIL', email);
    expect(dataOf(await request(' AGAIN@example.com'))).toEqual({ requestEmailVerification: true });
    expect(codesOf(await verify(first))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await prove(email))).toEqual([]);
    expect(codesOf(await tryLogin(product, { email }))).toEqual([]);
  });

  it('leaves one link of twenty that are asked for at once', async () => {
    const email = 'insistent@example.com';
    await tryRegister(product, { email });
    expect(winnersOf(await atOnce(20, () => request(email)))).toBe(20);
    const live = `select from one_time_tokens where email = $1 and used_at is null`;
    expect(await product.database.query(live, [email])).toHaveLength(1);
  });

  it('answers alike for an account that is proven, for none and for no address, and mails nobody', async () => {
    const email = 'done@example.com';
    await tryRegister(product, { email });
    const waiting = await request(email);
    await prove(email);
    await emptyMails(product);
    for (const other of [email, 'nobody@example.com', 'no address', '', 'a@example.com\r\nbcc: b@example.com'])
      expect(seen(await request(other))).toEqual(seen(waiting));
    expect(await product.database.query('select from mails')).toEqual([]);
  });
});
