import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newOwnedId } from '#platform/ids.ts';
import {
  atOnce,
  bearer,
  day,
  eventsOf,
  mailKindsTo,
  otherPassword,
  refusalOf,
  tokenOf,
  tryLogin,
  tryRegister,
  wait,
  winnersOf,
  type Tokens,
} from '../support/accounts.ts';
import { createDatabase } from '../support/database.ts';
import { codesOf, dataOf, startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';

let product: TestProduct;
let admin: Tenant;
beforeAll(async () => {
  const database = await createDatabase();
  const before = await startTestProduct({ urls: database.urls });
  admin = await before.signUp('admin');
  await before.stop();
  await database.query(`update users set roles = '{ADMIN}'`);
  product = await startTestProduct({ registration: 'closed' }, database);
});
afterAll(() => product.stop());

/** Invites as an admin does. */
async function invite(email: string): Promise<string> {
  const [id, at] = [newOwnedId(product.clock.now), product.clock.now];
  await product.database.query(
    `insert into one_time_tokens (id, owner_id, kind, email, created_at, expires_at) values ($1, $2, 'INVITE', $3, $4, $5)`,
    [id, admin.userId, email, at, new Date(at.getTime() + 7 * day * 1000)],
  );
  return tokenOf(id);
}

const usersOf = (email: string): Promise<unknown[]> =>
  product.database.query('select email_verified_at from users where email = $1', [email]);
const notGood = { code: 'BAD_USER_INPUT', field: 'input.inviteToken' };

describe('registration by invitation', () => {
  it('is closed to who has none, alike for a taken address and a weak password', async () => {
    for (const email of ['stranger@example.com', admin.email])
      for (const inviteToken of [undefined, null, '']) {
        for (const password of ['weak', otherPassword]) {
          const answer = await tryRegister(product, { email, inviteToken, password });
          expect(refusalOf(answer)).toEqual({ code: 'FORBIDDEN' });
        }
      }
    expect(await usersOf('stranger@example.com')).toEqual([]);
  });

  it('opens an account whose address is proven, and signs it in', async () => {
    const email = 'invited@example.com';
    const answer = await tryRegister(product, { email: ' Invited@Example.com', inviteToken: await invite(email) });
    const { register } = dataOf<{ register: { tokens: Tokens; user: { id: string } } }>(answer);
    expect(register).toMatchObject({ verificationRequired: false, user: { email, emailVerified: true } });
    const me = await product.send('{ me { email roles } }', {}, bearer(register.tokens.accessToken));
    expect(dataOf(me)).toEqual({ me: { email, roles: ['USER'] } });
    expect(await mailKindsTo(product, email)).toEqual([]);
    expect(await eventsOf(product, register.user.id)).toEqual(['REGISTER']);
    expect(codesOf(await tryLogin(product, { email }))).toEqual([]);
  });

  it('takes an invitation for its own address alone, which stays good', async () => {
    const inviteToken = await invite('her@example.com');
    const foreign = await tryRegister(product, { email: 'him@example.com', inviteToken });
    expect(refusalOf(foreign)).toEqual({ code: 'BAD_USER_INPUT', field: 'input.email' });
    expect(await usersOf('him@example.com')).toEqual([]);
    const weak = await tryRegister(product, { email: 'her@example.com', inviteToken, password: 'weak' });
    expect(refusalOf(weak)).toEqual({ code: 'BAD_USER_INPUT', field: 'input.password' });
    expect(codesOf(await tryRegister(product, { email: 'her@example.com', inviteToken }))).toEqual([]);
  });

  it('takes one for a week, and once', async () => {
    const [late, early] = [await invite('late@example.com'), await invite('early@example.com')];
    wait(product, 7 * day - 1);
    expect(codesOf(await tryRegister(product, { email: 'early@example.com', inviteToken: early }))).toEqual([]);
    const again = await tryRegister(product, { email: 'early@example.com', inviteToken: early });
    expect(refusalOf(again)).toEqual(notGood);
    wait(product, 1);
    expect(refusalOf(await tryRegister(product, { email: 'late@example.com', inviteToken: late }))).toEqual(notGood);
    expect(await usersOf('late@example.com')).toEqual([]);
  });

  it.each([
    ['is no admin any more', `roles = '{SUPPORT}'`, `roles = '{ADMIN}'`],
    ['is shut out', 'disabled_at = now()', 'disabled_at = null'],
  ])('takes none of whom invited and %s', async (_what, ended, restored) => {
    const email = 'outlived@example.com';
    const set = (columns: string): Promise<unknown> =>
      product.database.query(`update users set ${columns} where id = $1`, [admin.userId]);
    const inviteToken = await invite(email);
    await set(ended);
    expect(refusalOf(await tryRegister(product, { email, inviteToken }))).toEqual(notGood);
    expect(await usersOf(email)).toEqual([]);
    await set(restored);
  });

  it('opens one account of twenty attempts at once', async () => {
    const email = 'racing@example.com';
    const inviteToken = await invite(email);
    const answers = await atOnce(20, () => tryRegister(product, { email, inviteToken }));
    expect(winnersOf(answers)).toBe(1);
    expect(new Set(answers.flatMap(codesOf))).not.toContain('INTERNAL_SERVER_ERROR');
    expect(await usersOf(email)).toHaveLength(1);
  });

  it('changes nothing of an account that has the address', async () => {
    const inviteToken = await invite(admin.email);
    const answer = await tryRegister(product, { email: admin.email, inviteToken, password: otherPassword });
    expect(refusalOf(answer)).toEqual({ code: 'CONFLICT', reason: 'EMAIL_TAKEN' });
    expect(codesOf(await tryLogin(product, admin))).toEqual([]);
  });
});
