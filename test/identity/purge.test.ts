import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, login, openBrowser, tryRefresh, tryRegister, wait, type Tokens } from '../support/accounts.ts';
import { requestReset } from '../support/mailed-links.ts';
import { codesOf, dataOf, startTestProduct, type TestProduct } from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const countOf = async (table: string, where = 'true'): Promise<number> =>
  (await product.database.query(`select from ${table} where ${where}`)).length;

describe('the purge', () => {
  it('leaves everything that is still good for something', async () => {
    await product.purged();
    const tenant = await product.signUp('living');
    await openBrowser(product).signIn(tenant.email);
    await requestReset(product, tenant.email);
    const tables = ['sessions', 'refresh_tokens', 'one_time_tokens', 'known_devices', 'audit_events', 'mails'];
    const counts = () => Promise.all(tables.map((table) => countOf(table)));
    const before = await counts();
    expect(before).not.toContain(0);
    expect(await product.purged()).toBe(0);
    expect(await counts()).toEqual(before);
    wait(product, 7 * day - 1);
    await product.purged();
    expect(codesOf(await tryRefresh(product, tenant.refreshToken))).toEqual([]);
  });

  it('takes sessions that ended a day ago, with their refresh tokens', async () => {
    const tenant = await product.signUp('ended');
    await login(product, tenant);
    const mine = `owner_id = '${tenant.userId}'`;
    await tenant.ask('mutation { logout }');
    await product.purged();
    expect(await countOf('sessions', mine)).toBe(2);
    wait(product, day + 1);
    await product.purged();
    expect([await countOf('sessions', mine), await countOf('refresh_tokens', mine)]).toEqual([1, 1]);
  });

  it('takes sessions that nobody can refresh any more, and no others', async () => {
    const [idle, busy] = [await product.signUp('idle'), await product.signUp('busy')];
    let { refreshToken } = busy;
    for (const days of [6, 2]) {
      wait(product, days * day + 1);
      refreshToken = dataOf<{ refreshSession: Tokens }>(await tryRefresh(product, refreshToken)).refreshSession
        .refreshToken;
    }
    await product.purged();
    expect(await countOf('sessions', `owner_id = '${idle.userId}'`)).toBe(0);
    expect(codesOf(await tryRefresh(product, refreshToken))).toEqual([]);
    for (const days of [6, 6, 6, 6]) {
      wait(product, days * day);
      const { body } = await tryRefresh(product, refreshToken);
      refreshToken = (body.data as { refreshSession?: Tokens } | null)?.refreshSession?.refreshToken ?? refreshToken;
    }
    await product.purged();
    expect(await countOf('sessions', `owner_id = '${busy.userId}'`)).toBe(0);
  });

  it('takes links a day after they ran out, browsers after half a year, and counters that are over', async () => {
    const tenant = await product.signUp('linked');
    await openBrowser(product).signIn(tenant.email);
    const mine = `owner_id = '${tenant.userId}'`;
    const until = product.clock.now.getTime() + 60_000;
    await product.database.query(`insert into rate_counters (key, points, expire) values ('counted', 1, $1)`, [until]);
    await product.purged();
    expect(await countOf('rate_counters')).toBe(1);
    wait(product, 61);
    await product.purged();
    expect(await countOf('rate_counters')).toBe(0);
    const verify = `${mine} and kind = 'VERIFY_EMAIL'`;
    wait(product, 2 * day - 62);
    await product.purged();
    expect(await countOf('one_time_tokens', verify)).toBe(1);
    wait(product, 2);
    await product.purged();
    expect([await countOf('one_time_tokens', verify), await countOf('known_devices', mine)]).toEqual([0, 1]);
    wait(product, 179 * day);
    await product.purged();
    expect(await countOf('known_devices', mine)).toBe(0);
  });

  it('takes mails that nobody has sent for a day longer than anybody tries', async () => {
    const { email } = await product.signUp('unmailed');
    const mails = `to_address = '${email}'`;
    wait(product, 2 * day);
    await product.purged();
    expect(await countOf('mails', mails)).toBe(1);
    wait(product, 1);
    await product.purged();
    expect(await countOf('mails', mails)).toBe(0);
  });

  it('keeps what happened for 400 days, and accounts for good', async () => {
    const tenant = await product.signUp('remembered');
    const mine = `owner_id = '${tenant.userId}'`;
    wait(product, 400 * day);
    await product.purged();
    expect(await countOf('audit_events', mine)).toBe(1);
    wait(product, 1);
    expect(await product.purged()).toBeGreaterThan(0);
    expect(await countOf('audit_events', mine)).toBe(0);
    expect(codesOf(await tryRegister(product, { email: tenant.email }))).toEqual(['CONFLICT']);
    expect(await product.purged()).toBe(0);
  });
});
