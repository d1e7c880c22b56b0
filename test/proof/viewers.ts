import { roles } from '#authorization/viewer.ts';
import { dataOf, post, type Tenant, type TestProduct } from '../support/product.ts';

/** Whoever asks, as the headers they send. */
export interface Viewer {
  readonly kind: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where the client's page is, at the same place in every world. */
export const pageOrigin = 'http://page.example.com';

const anHour = 60 * 60_000;

/** Signed out, signed out by time and by revocation, and signed in with each role, by token and as browsers are. */
export async function viewersOf(product: TestProduct, ada: Tenant): Promise<readonly Viewer[]> {
  const signIn = async (): Promise<{ accessToken: string; sessionId: string }> => {
    const answer = await product.send(
      'mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { tokens { accessToken } } } }',
      { input: { email: ada.email, password: ada.password } },
    );
    const { login } = dataOf<{ login: { tokens: { accessToken: string } } }>(answer);
    const { accessToken } = login.tokens;
    const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
    return { accessToken, sessionId: claims.sid };
  };
  const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
  const viewers: Viewer[] = [{ kind: 'anonymous', headers: {} }];
  const { now } = product.clock;
  product.clock.now = new Date(now.getTime() - anHour);
  viewers.push({ kind: 'expired', headers: bearer((await signIn()).accessToken) });
  product.clock.now = now;
  const revoked = await signIn();
  viewers.push({ kind: 'revoked', headers: bearer(revoked.accessToken) });
  await changeSession(product, revoked.sessionId, `revoked_at = '${now.toISOString()}'`);
  for (const role of roles) {
    const { accessToken, sessionId } = await signIn();
    await changeSession(product, sessionId, `roles = '{${role}}'`);
    viewers.push({ kind: role, headers: bearer(accessToken) });
  }
  viewers.push({ kind: 'browser', headers: await browserHeaders(product, ada) });
  return viewers;
}

/** @throws where there is no such session: the viewer would be another than its name says */
async function changeSession({ database }: TestProduct, id: string, change: string): Promise<void> {
  const changed = await database.query(`update sessions set ${change} where id = $1 returning id`, [id]);
  if (changed.length !== 1) throw new Error(`There is no session ${id}.`);
}

/** What the client's page sends: cookies, its origin, and the header that no foreign page can add. */
async function browserHeaders(product: TestProduct, ada: Tenant): Promise<Record<string, string>> {
  const page = { origin: pageOrigin, 'apollo-require-preflight': '1', 'x-tenure-client': 'web' };
  const query = 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }';
  const variables = { input: { email: ada.email, password: ada.password } };
  const { headers } = await post(`${product.url}/graphql`, JSON.stringify({ query, variables }), page);
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return { ...page, cookie: cookies.join('; ') };
}
