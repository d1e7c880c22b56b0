import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, isSignedIn, login, mailedToken, minute, otherPassword, setProven, wait } from '../support/accounts.ts';
import { moveAccount, moveBack, resetByMail, resetPassword } from '../support/mailed-links.ts';
import { codesOf, dataOf, startTestProduct, type TestProduct } from '../support/product.ts';
import { addApp, challengeFor, codeOf, complete, withApp } from '../support/second-factor.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

describe('who proves the mailbox', () => {
  it('of an address that was never proven removes the second factor that was set up before', async () => {
    const { tenant } = await withApp(product, 'squatted');
    dataOf(await resetByMail(product, tenant.email));
    expect(await isSignedIn(product, await login(product, { email: tenant.email, password: otherPassword }))).toBe(
      true,
    );
  });

  it('keeps the second factor where the address was proven before', async () => {
    const { tenant } = await withApp(product, 'proven');
    await setProven(product, tenant);
    dataOf(await resetByMail(product, tenant.email));
    const { methods } = await challengeFor(product, { email: tenant.email, password: otherPassword });
    expect(methods).toEqual(['TOTP', 'BACKUP_CODE']);
  });

  it('takes a change of address back with the backup codes that came after it', async () => {
    const { tenant, app } = await withApp(product, 'codes-of-thief');
    await moveAccount(product, tenant, 'codes-new@example.com');
    wait(product, minute);
    dataOf(await tenant.send('mutation { regenerateBackupCodes { codes } }'));
    await moveBack(product, tenant.email);
    dataOf(await resetPassword(product, await mailedToken(product, 'RESET_PASSWORD', tenant.email)));
    const { challenge, methods } = await challengeFor(product, { email: tenant.email, password: otherPassword });
    expect(methods).toEqual(['TOTP']);
    expect(codesOf(await complete(product, { challenge, method: 'TOTP', code: codeOf(product, app) }))).toEqual([]);
  });

  it('takes a change of address back with the app that came after it', async () => {
    const tenant = await product.signUp('thief');
    await moveAccount(product, tenant, 'thief-new@example.com');
    wait(product, minute);
    await addApp(product, tenant);
    wait(product, day);
    await moveBack(product, tenant.email);
    const factors = await product.database.query('select from totp_factors where owner_id = $1', [tenant.userId]);
    expect(factors).toEqual([]);
  });
});
