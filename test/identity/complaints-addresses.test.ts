import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bearer,
  identityDocuments,
  isLetIn,
  linkOf,
  mailsTo,
  signedIn,
  type IdentityOperation,
} from '../support/identity-operations.ts';
import { codesOf, startTestProduct, testPassword, type Answer, type TestProduct } from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const ask = (
  operation: IdentityOperation,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => product.send(identityDocuments[operation], variables, headers);
const otherPassword = 'quiet brown fox 7?';

const wait = (seconds: number): void => {
  product.clock.now = new Date(product.clock.now.getTime() + seconds * 1000);
};

describe('a change of address', () => {
  /** @see https://github.com/keycloak/keycloak/issues/11875 (CVE-2023-0105) */
  it('does nothing before the new address is proven', async () => {
    const tenant = await product.signUp('moving');
    await ask('requestEmailChange', { newEmail: 'moved@example.com' }, tenant.headers);
    expect(await tenant.ask('{ me { email } }')).toEqual({ me: { email: tenant.email } });
    const login = { input: { email: 'moved@example.com', password: testPassword } };
    expect(codesOf(await ask('login', login))).toEqual(['UNAUTHENTICATED']);
    await ask('requestPasswordReset', { email: 'moved@example.com' });
    expect(await mailsTo(product, 'moved@example.com')).toEqual(['CONFIRM_EMAIL_CHANGE']);
    expect(await mailsTo(product, tenant.email)).toContain('EMAIL_CHANGE_REQUESTED');
  });

  /** @see https://github.com/objectstack-ai/objectstack/issues/8019 */
  it('is told to the old address when it is done, with a way back', async () => {
    const tenant = await product.signUp('told');
    await ask('requestEmailChange', { newEmail: 'told-anew@example.com' }, tenant.headers);
    const token = await linkOf(product, tenant, 'CONFIRM_EMAIL_CHANGE');
    expect(codesOf(await ask('confirmEmailChange', { token }, tenant.headers))).toEqual([]);
    expect(await mailsTo(product, tenant.email)).toContain('EMAIL_CHANGED');
    const wayBack = { token: await linkOf(product, tenant, 'REVERT_EMAIL_CHANGE') };
    expect(codesOf(await ask('revertEmailChange', wayBack))).toEqual([]);
    expect(await isLetIn(product, tenant.accessToken)).toBe(false);
    const newPassword = { token: await linkOf(product, tenant, 'RESET_PASSWORD'), newPassword: otherPassword };
    expect(codesOf(await ask('resetPassword', newPassword))).toEqual([]);
    expect(
      await isLetIn(product, (await signedIn(product, { email: tenant.email, password: otherPassword })).accessToken),
    ).toBe(true);
  });

  it('can be taken back by its owner however often whoever made it makes another', async () => {
    const tenant = await product.signUp('hijacked');
    const moveTo = async (newEmail: string): Promise<string> => {
      wait(1);
      const { accessToken } = await signedIn(product, { email: current, password: testPassword });
      current = newEmail;
      await ask('requestEmailChange', { newEmail }, bearer(accessToken));
      const token = await linkOf(product, tenant, 'CONFIRM_EMAIL_CHANGE');
      expect(codesOf(await ask('confirmEmailChange', { token }))).toEqual([]);
      return linkOf(product, tenant, 'REVERT_EMAIL_CHANGE');
    };
    let current = tenant.email;
    const wayBack = await moveTo('thief-1@example.com');
    const thiefs = [await moveTo('thief-2@example.com'), await moveTo('thief-1@example.com')];
    // The thief's own ways back lead to the thief, who may use one first; the owner's is older.
    const revert = async (token: string): Promise<unknown[]> => codesOf(await ask('revertEmailChange', { token }));
    expect(await revert(thiefs[0] ?? '')).toEqual([]);
    expect(await revert(wayBack)).toEqual([]);
    expect(await Promise.all([...thiefs, wayBack].map(revert))).toEqual(
      Array.from({ length: 3 }, () => ['BAD_USER_INPUT']),
    );
    const [user] = await product.database.query('select email from users where id = $1', [tenant.userId]);
    expect(user).toEqual({ email: tenant.email });
  });

  it('takes their worth from links to an address that the account has left', async () => {
    const tenant = await product.signUp('left');
    await ask('requestEmailChange', { newEmail: 'left-anew@example.com' }, tenant.headers);
    await ask('confirmEmailChange', { token: await linkOf(product, tenant, 'CONFIRM_EMAIL_CHANGE') });
    await ask('requestPasswordReset', { email: 'left-anew@example.com' });
    const reset = await linkOf(product, tenant, 'RESET_PASSWORD');
    await ask('resetPassword', { token: reset, newPassword: otherPassword });
    const toTheNew = await linkOf(product, tenant, 'END_SESSIONS');
    await ask('revertEmailChange', { token: await linkOf(product, tenant, 'REVERT_EMAIL_CHANGE') });
    expect(codesOf(await ask('endSessionsByToken', { token: toTheNew }))).toEqual(['BAD_USER_INPUT']);
  });
});
