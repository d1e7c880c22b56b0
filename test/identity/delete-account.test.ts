import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeToken } from '../support/access-tokens.ts';
import {
  atOnce,
  auditOf,
  bearer,
  isSignedIn,
  loginToChange,
  mailKindsTo,
  mailedToken,
  minute,
  openBrowser,
  refusalOf,
  tryLogin,
  tryRefresh,
  tryRegister,
  wait,
  winnersOf,
} from '../support/accounts.ts';
import { requestReset, resetPassword } from '../support/mailed-links.ts';
import { addPasskey } from '../support/passkeys.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { addApp } from '../support/second-factor.ts';
import { connectAs } from '../support/subscribe.ts';
import { signUpWatched, watchDocument } from '../support/watched.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const document = 'mutation ($confirmEmail: String!) { deleteAccount(confirmEmail: $confirmEmail) }';
const remove = ({ send, email }: Tenant, confirmEmail = email): Promise<Answer> => send(document, { confirmEmail });

/** In how many rows of each table an account stands as their owner, or as the account itself. */
async function rowsOf(userId: string): Promise<Readonly<Record<string, number>>> {
  const tables = await product.database.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'owner_id'`,
  );
  const counts: Record<string, number> = {};
  for (const { sql, name } of [
    { name: 'users', sql: 'select from users where id = $1' },
    ...tables.map(({ name }) => ({ name, sql: `select from "${name}" where owner_id = $1` })),
  ])
    counts[name] = (await product.database.query(sql, [userId])).length;
  return counts;
}

describe('Mutation.deleteAccount', () => {
  it('leaves nothing of the account in any table but what happened to it, and of others everything', async () => {
    const { tenant } = await signUpWatched(product, 'leaving');
    const other = await signUpWatched(product, 'staying');
    await openBrowser(product).signIn(tenant.email);
    await requestReset(product, tenant.email);
    await makeToken(product, tenant);
    await addPasskey(product, tenant);
    await addApp(product, tenant);
    await product.matched();
    const [before, others] = [await rowsOf(tenant.userId), await rowsOf(other.tenant.userId)];
    for (const table of [
      'users',
      'credentials',
      'sessions',
      'refresh_tokens',
      'known_devices',
      'one_time_tokens',
      'access_tokens',
      'passkeys',
      'totp_factors',
      'backup_code_sets',
      'personas',
      'persona_jobs',
    ])
      expect([table, before[table]]).not.toEqual([table, 0]);
    expect(dataOf(await remove(tenant, ' LEAVING@example.com '))).toEqual({ deleteAccount: true });
    const { audit_events: audited, ...rest } = await rowsOf(tenant.userId);
    expect(Object.entries(rest).filter(([, count]) => count > 0)).toEqual([]);
    expect(audited).toBe((before['audit_events'] ?? 0) + 1);
    expect(await rowsOf(other.tenant.userId)).toEqual(others);
    expect((await auditOf(product, tenant.userId)).at(-1)).toMatchObject({
      event: 'ACCOUNT_DELETED',
      outcome: 'SUCCEEDED',
      actor_id: tenant.userId,
      user_agent: 'node',
    });
    expect(await mailKindsTo(product, tenant.email)).toContain('ACCOUNT_DELETED');
  });

  it('ends tokens and links at once, closes subscriptions, and frees the address', async () => {
    const watched = await signUpWatched(product, 'over');
    const { tenant } = watched;
    const connection = connectAs(product, tenant);
    const subscribed = await connection.subscribe(watchDocument, { id: watched.personaId });
    await requestReset(product, tenant.email);
    const link = await mailedToken(product, 'RESET_PASSWORD', tenant.email);
    expect(codesOf(await remove(tenant))).toEqual([]);
    expect(await subscribed.ended).toMatchObject({ code: 4403 });
    await connection.close();
    expect(await isSignedIn(product, tenant)).toBe(false);
    expect(codesOf(await tryRefresh(product, tenant.refreshToken))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await tryLogin(product, tenant))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await resetPassword(product, link))).toEqual(['BAD_USER_INPUT']);
    const again = dataOf<{ register: { user: { id: string } } }>(await tryRegister(product, { email: tenant.email }));
    expect(again.register.user.id).not.toBe(tenant.userId);
  });

  it('takes the cookies of the browser that asks away', async () => {
    const { email } = await product.signUp('browsing');
    const browser = openBrowser(product);
    await browser.signIn(email);
    expect(codesOf(await browser.send(document, { confirmEmail: email }))).toEqual([]);
    expect([...browser.jar.keys()]).toEqual([`tenure-device-${product.port}`]);
  });

  it('wants the account’s own address, and leaves everything as it was without it', async () => {
    const [tenant, other] = [await product.signUp('doubtful'), await product.signUp('mistaken-for')];
    for (const confirmEmail of ['', 'no address', other.email, 'doubtful@example.co'])
      expect(refusalOf(await remove(tenant, confirmEmail))).toEqual({ code: 'BAD_USER_INPUT', field: 'confirmEmail' });
    expect(await isSignedIn(product, tenant)).toBe(true);
    expect(await isSignedIn(product, other)).toBe(true);
  });

  it('is refused to an admin, to who must change the password, to who signed in long ago, and signed out', async () => {
    const admin = await product.signUp('chief');
    await product.database.query(`update users set roles = '{ADMIN}' where id = $1`, [admin.userId]);
    expect(refusalOf(await remove(admin))).toEqual({ code: 'FORBIDDEN' });
    const obliged = await product.signUp('obliged');
    const { accessToken } = await loginToChange(product, obliged);
    const answer = await product.send(document, { confirmEmail: obliged.email }, bearer(accessToken));
    expect(refusalOf(answer)).toEqual({ code: 'FORBIDDEN', reason: 'PASSWORD_CHANGE_REQUIRED' });
    const stale = await product.signUp('stale');
    wait(product, 11 * minute);
    expect(codesOf(await remove(stale))).toEqual(['STEP_UP_REQUIRED']);
    expect(codesOf(await product.send(document, { confirmEmail: stale.email }))).toEqual(['UNAUTHENTICATED']);
    for (const { userId } of [admin, obliged, stale]) expect((await rowsOf(userId))['users']).toBe(1);
  });

  it('is done once of twenty at once', async () => {
    const tenant = await product.signUp('racing');
    const answers = await atOnce(20, () => remove(tenant));
    expect(winnersOf(answers)).toBe(1);
    expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['UNAUTHENTICATED']));
    const deletions = (await auditOf(product, tenant.userId)).filter(({ event }) => event === 'ACCOUNT_DELETED');
    expect(deletions).toHaveLength(1);
  });
});
