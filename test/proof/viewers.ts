import type { Policy } from '#authorization/policy.ts';
import { anonymous, roles, type Role, type Viewer as Judged } from '#authorization/viewer.ts';
import { makeToken } from '../support/access-tokens.ts';
import { dataOf, post, type Tenant, type TestProduct } from '../support/product.ts';

/** Whoever asks, as the headers they send, and as the policy is to take them. */
export interface Viewer {
  readonly kind: string;
  readonly headers: Readonly<Record<string, string>>;
  /** All that is judged of them: whatever they are let in to, and refused, follows from it. */
  readonly is: Judged;
  /** Whether it is Ada, whose rows are the own ones. */
  readonly isAda: boolean;
}

/** Where the client's page is, at the same place in every world. */
export const pageOrigin = 'http://page.example.com';

const aMinute = 60_000;
/** Longer ago than any step-up allows, and not so long that the access token has run out. */
const longAgo = 14 * aMinute;

interface Making {
  readonly ada: Tenant;
  readonly policy: Policy;
}

/**
 * Signed out, and signed out by time, by revocation, by being shut out and by being deleted; signed in with each role, of
 * late and long ago, with a password that must be changed first, without a proven address, and as browsers are; and with
 * narrow tokens, for a little and for next to nothing.
 */
export async function viewersOf(product: TestProduct, making: Making): Promise<readonly Viewer[]> {
  const { ada } = making;
  await product.database.query('update users set email_verified_at = created_at where id = $1', [ada.userId]);
  const viewers: Viewer[] = [{ kind: 'anonymous', headers: {}, is: anonymous, isAda: false }];
  // One after the other, so that their ids are the same in every world.
  for (const role of roles) viewers.push(await withRole(product, making, { role, ago: 0, kind: role }));
  for (const role of roles)
    viewers.push(await withRole(product, making, { role, ago: longAgo, kind: `${role} long ago` }));
  const admin = viewers.find(({ kind }) => kind === 'ADMIN') ?? never('admin');
  viewers.push(await expired(product, ada), await revoked(product, ada));
  viewers.push(await disabled(product, admin), await deleted(product));
  viewers.push(await mustChangePassword(product, making), await unverified(product, making));
  const user = viewers.find(({ kind }) => kind === 'USER') ?? never('user');
  viewers.push({ ...user, kind: 'browser', headers: await browserHeaders(product, ada) });
  viewers.push(await narrow(product, user, ['PERSONAS_READ', 'JOBS_READ', 'JOBS_WRITE']));
  viewers.push(await narrow(product, user, ['APPLICATIONS_WRITE']));
  // Else each request would note that it was seen.
  await product.database.query('update access_tokens set last_used_at = $1', [product.clock.now]);
  await product.database.query('update sessions set last_seen_at = $1', [product.clock.now]);
  return viewers;
}

/** One of all viewers who send the same headers and hold the same standing: for what does not ask when they proved it. */
export const unlike = (viewers: readonly Viewer[]): readonly Viewer[] =>
  [
    ...new Map(
      viewers.map((viewer) => {
        const standing = viewer.is.kind === 'SignedIn' ? [...viewer.is.roles] : [];
        const scopes = viewer.is.kind === 'SignedIn' && viewer.is.scopes ? [...viewer.is.scopes] : null;
        return [JSON.stringify([Object.keys(viewer.headers), standing, scopes]), viewer] as const;
      }),
    ),
  ].map(([, viewer]) => viewer);

const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

interface SignedInSession {
  readonly headers: Readonly<Record<string, string>>;
  readonly userId: string;
  readonly sessionId: string;
}

/** @param ago how long ago, in milliseconds */
export async function signIn(
  product: TestProduct,
  { email, password, userId }: Tenant,
  ago = 0,
): Promise<SignedInSession> {
  const { now } = product.clock;
  product.clock.now = new Date(now.getTime() - ago);
  try {
    const answer = await product.send(
      'mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { tokens { accessToken } } } }',
      { input: { email, password } },
    );
    const { login } = dataOf<{ login: { tokens: { accessToken: string } } }>(answer);
    const { accessToken } = login.tokens;
    const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
    return { headers: bearer(accessToken), userId, sessionId: claims.sid };
  } finally {
    product.clock.now = now;
  }
}

/** A session of Ada's that holds a role. */
async function withRole(
  product: TestProduct,
  { ada, policy }: Making,
  { role, ago, kind }: { readonly role: Role; readonly ago: number; readonly kind: string },
): Promise<Viewer> {
  const { headers, ...session } = await signIn(product, ada, ago);
  await changeSession(product, session.sessionId, `roles = '{${role}}'`);
  const authenticatedAt = new Date(product.clock.now.getTime() - ago);
  const held = policy.impliedRoles.get(role) ?? never(role);
  return { kind, headers, is: { kind: 'SignedIn', ...session, roles: held, authenticatedAt }, isAda: true };
}

async function expired(product: TestProduct, ada: Tenant): Promise<Viewer> {
  const { headers } = await signIn(product, ada, 60 * aMinute);
  return { kind: 'expired', headers, is: { ...anonymous, tokenExpired: true }, isAda: false };
}

async function revoked(product: TestProduct, ada: Tenant): Promise<Viewer> {
  const { headers, sessionId } = await signIn(product, ada);
  await changeSession(product, sessionId, `revoked_at = '${product.clock.now.toISOString()}'`);
  return { kind: 'revoked', headers, is: anonymous, isAda: false };
}

/** Shut out by an admin in the midst of a session. */
async function disabled(product: TestProduct, admin: Viewer): Promise<Viewer> {
  const { userId, headers } = await product.signUp('shut-out');
  const shut = 'mutation ($id: ID!) { setUserDisabled(id: $id, disabled: true) { disabledAt } }';
  dataOf(await product.send(shut, { id: userId }, admin.headers));
  return { kind: 'disabled', headers, is: anonymous, isAda: false };
}

/** Deleted by its owner; its token would be good for some minutes yet. */
async function deleted(product: TestProduct): Promise<Viewer> {
  const { email, headers, ask } = await product.signUp('gone');
  await ask('mutation ($email: String!) { deleteAccount(confirmEmail: $email) }', { email });
  return { kind: 'deleted', headers, is: anonymous, isAda: false };
}

async function mustChangePassword(product: TestProduct, making: Making): Promise<Viewer> {
  const viewer = await withRole(product, making, { role: 'USER', ago: 0, kind: 'must change password' });
  if (viewer.is.kind !== 'SignedIn') return never('session');
  await changeSession(product, viewer.is.sessionId, 'must_change_password = true');
  return { ...viewer, is: { ...viewer.is, roles: new Set(['SIGNED_IN']) } };
}

/** An account of its own, whose address nobody has proven: where that lets it in, it may do what any account may. */
async function unverified(product: TestProduct, { policy }: Making): Promise<Viewer> {
  const tenant = await product.signUp('unproven');
  const { headers, ...session } = await signIn(product, tenant);
  const roles = policy.impliedRoles.get('USER') ?? never('USER');
  const is = { kind: 'SignedIn', ...session, roles, authenticatedAt: product.clock.now } as const;
  return { kind: 'unverified', headers, is, isAda: false };
}

/** Ada's, by a narrow token: of what is asked, the most is more than it is for, so that not all of it is answered. */
async function narrow(product: TestProduct, { headers: own, is }: Viewer, scopes: readonly string[]): Promise<Viewer> {
  if (is.kind !== 'SignedIn') return never('session');
  const asOwner = { send: (query: string, variables?: object) => product.send(query, variables, own) };
  const { id: sessionId, headers } = await makeToken(product, asOwner, { scopes });
  const held = { scopes: new Set(scopes), roles: new Set(['SIGNED_IN', 'USER'] as const) };
  const kind = `narrow, ${scopes.join(' ')}`;
  return { kind, headers, is: { ...is, ...held, sessionId, authenticatedAt: new Date(0) }, isAda: false };
}

const never = (what: string): never => {
  throw new Error(`There is no ${what}.`);
};

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
