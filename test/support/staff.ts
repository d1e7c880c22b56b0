import { dataOf, testPassword, type Answer, type Tenant, type TestProduct } from './product.ts';

const loginDocument = `mutation ($input: LoginInput!) {
  login(input: $input) { ... on AuthSession { tokens { accessToken refreshToken } } }
}`;

interface SignedIn {
  readonly login: { readonly tokens: { readonly accessToken: string; readonly refreshToken: string } };
}

/** A new account that has the role, signed in with it. */
export async function signUpStaff(product: TestProduct, name: string, role: 'SUPPORT' | 'ADMIN'): Promise<Tenant> {
  const tenant = await product.signUp(name);
  await product.database.query('update users set roles = $1 where id = $2', [[role], tenant.userId]);
  return signInAgain(product, tenant);
}

/** The account in a session of its own, begun now. */
export async function signInAgain(product: TestProduct, { email, userId }: Tenant): Promise<Tenant> {
  const { login } = dataOf<SignedIn>(await product.send(loginDocument, { input: { email, password: testPassword } }));
  const headers = { authorization: `Bearer ${login.tokens.accessToken}` };
  const send: Tenant['send'] = (query, variables, more) => product.send(query, variables, { ...headers, ...more });
  return {
    email,
    userId,
    password: testPassword,
    ...login.tokens,
    headers,
    send,
    ask: async (query, variables) => dataOf(await send(query, variables)),
  };
}

/** Does something when every sign-in so far is too long ago for it. */
export async function elevenMinutesLater<R>({ clock }: TestProduct, work: () => Promise<R>): Promise<R> {
  const before = clock.now;
  clock.now = new Date(before.getTime() + 11 * 60_000);
  try {
    return await work();
  } finally {
    clock.now = before;
  }
}

/** An account's events, the latest last, by what was recorded of them. */
export const eventsOf = (product: TestProduct, ownerId: string | null): Promise<Record<string, unknown>[]> =>
  product.database.query(
    `select event, outcome, actor_id, session_id is not null as in_session, detail from audit_events
     where owner_id is not distinct from $1 order by at, xmin::text::bigint, ctid`,
    [ownerId],
  );

export const errorOf = ({ body }: Answer): unknown => body.errors?.[0]?.extensions;
