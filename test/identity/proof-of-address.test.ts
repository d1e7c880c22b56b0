import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  isSignedIn,
  login,
  mailedToken,
  openBrowser,
  otherPassword,
  refusalOf,
  tryLogin,
  tryRefresh,
} from '../support/accounts.ts';
import { confirmMove, requestMove, resetByMail } from '../support/mailed-links.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const verify = (token: string, headers = {}): Promise<Answer> =>
  product.send(
    'mutation ($token: String!) { verifyEmail(token: $token) { id email emailVerified hasPassword } }',
    { token },
    headers,
  );
const linkOf = ({ email }: Tenant): Promise<string> => mailedToken(product, 'VERIFY_EMAIL', email);
const devicesOf = ({ userId }: Tenant): Promise<unknown[]> =>
  product.database.query('select from known_devices where owner_id = $1', [userId]);

// Accounts are opened at once here, so somebody may act as one whose address they do not have.
describe('an address that is proven', () => {
  it('by who is signed in leaves everything as it was', async () => {
    const tenant = await product.signUp('owner');
    const answer = await verify(await linkOf(tenant), tenant.headers);
    const user = { id: tenant.userId, email: tenant.email, emailVerified: true, hasPassword: true };
    expect(dataOf(answer)).toEqual({ verifyEmail: user });
    expect(await isSignedIn(product, tenant)).toBe(true);
    expect(codesOf(await tryLogin(product, tenant))).toEqual([]);
  });

  it('by somebody else removes password, sessions, devices and links of who had not proven it', async () => {
    const squatter = await product.signUp('squatted');
    const elsewhere = await login(product, squatter);
    await openBrowser(product).signIn(squatter.email);
    const move = await requestMove(product, squatter, 'squatter@example.com');
    const answer = await verify(await linkOf(squatter));
    expect(dataOf(answer)).toMatchObject({ verifyEmail: { emailVerified: true, hasPassword: false } });
    expect(answer.headers.getSetCookie()).toEqual([]);
    for (const tokens of [squatter, elsewhere]) {
      expect(await isSignedIn(product, tokens)).toBe(false);
      expect(codesOf(await tryRefresh(product, tokens.refreshToken))).toEqual(['UNAUTHENTICATED']);
    }
    expect(codesOf(await tryLogin(product, squatter))).toEqual(['UNAUTHENTICATED']);
    expect(await devicesOf(squatter)).toEqual([]);
    expect(codesOf(await confirmMove(product, move))).toEqual(['BAD_USER_INPUT']);
  });

  it('by who is signed in as another account removes it likewise', async () => {
    const [squatter, owner] = [await product.signUp('squatted-too'), await product.signUp('signed-in-as-other')];
    const answer = await verify(await linkOf(squatter), owner.headers);
    expect(dataOf(answer)).toMatchObject({ verifyEmail: { id: squatter.userId, hasPassword: false } });
    expect(await isSignedIn(product, squatter)).toBe(false);
    expect(await isSignedIn(product, owner)).toBe(true);
  });

  it('by the link to reset the password removes it likewise, and counts as proven', async () => {
    const squatter = await product.signUp('squatted-reset');
    expect(codesOf(await resetByMail(product, squatter.email))).toEqual([]);
    expect(await isSignedIn(product, squatter)).toBe(false);
    expect(codesOf(await tryLogin(product, squatter))).toEqual(['UNAUTHENTICATED']);
    const owner = await login(product, { email: squatter.email, password: otherPassword });
    const me = await product.send('{ me { emailVerified } }', {}, { authorization: `Bearer ${owner.accessToken}` });
    expect(dataOf(me)).toEqual({ me: { emailVerified: true } });
  });

  it('cannot be proven by a link to an address that is the account’s no more', async () => {
    const tenant = await product.signUp('moving');
    const token = await linkOf(tenant);
    await product.database.query(`update users set email = 'moved@example.com' where id = $1`, [tenant.userId]);
    expect(refusalOf(await verify(token, tenant.headers))).toEqual({ code: 'BAD_USER_INPUT', field: 'token' });
    expect(await tenant.ask('{ me { emailVerified } }')).toEqual({ me: { emailVerified: false } });
  });
});
