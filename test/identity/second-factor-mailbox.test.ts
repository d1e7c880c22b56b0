import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, isSignedIn, login, mailedToken, minute, otherPassword, wait } from '../support/accounts.ts';
import { codesOf, dataOf, startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { addApp, challengeFor, codeOf, complete, type App } from '../support/second-factor.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

/** An account with an authenticator app. */
async function withApp(name: string): Promise<{ readonly tenant: Tenant; readonly app: App }> {
  const tenant = await product.signUp(name);
  return { tenant, app: await addApp(product, tenant) };
}

describe('who proves the mailbox', () => {
  it('of an address that was never proven removes the second factor that was set up before', async () => {
    const { tenant } = await withApp('squatted');
    await product.send('mutation ($email: String!) { requestPasswordReset(email: $email) }', { email: tenant.email });
    const token = await mailedToken(product, 'RESET_PASSWORD', tenant.email);
    await product.send(
      'mutation ($token: String!, $new: String!) { resetPassword(token: $token, newPassword: $new) }',
      { token, new: otherPassword },
    );
    expect(await isSignedIn(product, await login(product, { email: tenant.email, password: otherPassword }))).toBe(
      true,
    );
  });

  it('keeps the second factor where the address was proven before', async () => {
    const { tenant } = await withApp('proven');
    await product.database.query('update users set email_verified_at = now() where id = $1', [tenant.userId]);
    await product.send('mutation ($email: String!) { requestPasswordReset(email: $email) }', { email: tenant.email });
    const token = await mailedToken(product, 'RESET_PASSWORD', tenant.email);
    await product.send(
      'mutation ($token: String!, $new: String!) { resetPassword(token: $token, newPassword: $new) }',
      { token, new: otherPassword },
    );
    const { methods } = await challengeFor(product, { email: tenant.email, password: otherPassword });
    expect(methods).toEqual(['TOTP', 'BACKUP_CODE']);
  });

  it('takes a change of address back with the backup codes that came after it', async () => {
    const { tenant, app } = await withApp('codes-of-thief');
    await tenant.send('mutation { requestEmailChange(newEmail: "codes-new@example.com") }');
    const confirm = await mailedToken(product, 'CONFIRM_EMAIL_CHANGE', 'codes-new@example.com');
    await product.send(
      'mutation ($token: String!) { confirmEmailChange(token: $token) { id } }',
      { token: confirm },
      tenant.headers,
    );
    wait(product, minute);
    dataOf(await tenant.send('mutation { regenerateBackupCodes { codes } }'));
    const revert = await mailedToken(product, 'EMAIL_CHANGED', tenant.email);
    await product.send('mutation ($token: String!) { revertEmailChange(token: $token) }', { token: revert });
    const reset = await mailedToken(product, 'RESET_PASSWORD', tenant.email);
    await product.send(
      'mutation ($token: String!, $new: String!) { resetPassword(token: $token, newPassword: $new) }',
      { token: reset, new: otherPassword },
    );
    const { challenge, methods } = await challengeFor(product, { email: tenant.email, password: otherPassword });
    expect(methods).toEqual(['TOTP']);
    expect(codesOf(await complete(product, { challenge, method: 'TOTP', code: codeOf(product, app) }))).toEqual([]);
  });

  it('takes a change of address back with the app that came after it', async () => {
    const tenant = await product.signUp('thief');
    await tenant.send('mutation { requestEmailChange(newEmail: "thief-new@example.com") }');
    const confirm = await mailedToken(product, 'CONFIRM_EMAIL_CHANGE', 'thief-new@example.com');
    await product.send(
      'mutation ($token: String!) { confirmEmailChange(token: $token) { id } }',
      { token: confirm },
      tenant.headers,
    );
    wait(product, minute);
    await addApp(product, tenant);
    wait(product, day);
    const revert = await mailedToken(product, 'EMAIL_CHANGED', tenant.email);
    expect(
      codesOf(await product.send('mutation ($token: String!) { revertEmailChange(token: $token) }', { token: revert })),
    ).toEqual([]);
    const factors = await product.database.query('select from totp_factors where owner_id = $1', [tenant.userId]);
    expect(factors).toEqual([]);
  });
});
