import { parseSetCookie, stringifyCookie } from 'cookie';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import type { OneTimeToken } from '#identity/one-time-token.entity.ts';
import type { WaitingContent } from '#notifications/mail-content.ts';
import { identityDocuments } from './identity-operations.ts';
import { codesOf, dataOf, testPassword, testSecret, type Answer, type Tenant, type TestProduct } from './product.ts';

/** Another password that the policy allows. */
export const otherPassword = 'battery staple 2?';
/** A third one. */
export const thirdPassword = 'wooden ladder 3!';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export const minute = 60;
export const day = 86_400;

/** Lets time pass. */
export function wait(product: Pick<TestProduct, 'clock'>, seconds: number): void {
  product.clock.now = new Date(product.clock.now.getTime() + seconds * 1000);
}

export const bearer = (accessToken: string): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${accessToken}`,
});

export const claimsOf = (accessToken: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());

/** What one error says of itself. */
export interface Refusal {
  readonly code: unknown;
  readonly reason?: unknown;
  readonly field?: unknown;
}

/** What the one error of an answer says; null for an answer without. */
export function refusalOf({ body, text }: Answer): Refusal | null {
  const [error, ...more] = body.errors ?? [];
  if (more.length > 0) throw new Error(`More than one error: ${text}`);
  return error ? (error.extensions as unknown as Refusal) : null;
}

const codec = createOneTimeTokenCodec([testSecret]);

export const tokenOf = (id: string): string => codec.tokenOf(id);

/** The token of the newest link of a kind that an account was sent. */
export async function newestToken(product: TestProduct, kind: OneTimeToken['kind'], email: string): Promise<string> {
  const [row] = await product.database.query<{ id: string }>(
    `select id from one_time_tokens where kind = $1 and $2 in (email, other_email)
     order by used_at is null desc, created_at desc, id desc limit 1`,
    [kind, email],
  );
  if (!row) throw new Error(`There is no ${kind} for ${email}.`);
  return tokenOf(row.id);
}

/** What waits to be mailed to an address, in the order it was written. */
export async function mailsTo(product: TestProduct, email: string): Promise<readonly WaitingContent[]> {
  const rows = await product.database.query<{ content: WaitingContent }>(
    'select content from mails where to_address = $1 order by created_at, xmin::text::bigint, ctid',
    [email],
  );
  return rows.map(({ content }) => content);
}

/** The kinds of what waits to be mailed to an address. */
export const mailKindsTo = async (product: TestProduct, email: string): Promise<readonly string[]> =>
  (await mailsTo(product, email)).map(({ kind }) => kind);

/** Takes the mails away that wait. */
export const emptyMails = async (product: TestProduct): Promise<void> =>
  void (await product.database.query('delete from mails'));

/** The token in the link of the latest mail of a kind to an address. */
export async function mailedToken(product: TestProduct, kind: WaitingContent['kind'], email: string): Promise<string> {
  const mail = (await mailsTo(product, email)).findLast((each) => each.kind === kind);
  if (!mail || !('tokenId' in mail)) throw new Error(`No ${kind} with a link waits for ${email}.`);
  return tokenOf(mail.tokenId);
}

export interface AuditRow {
  readonly event: string;
  readonly outcome: string;
  readonly detail: string | null;
  readonly actor_id: string | null;
  readonly session_id: string | null;
  readonly ip: string | null;
  readonly user_agent: string | null;
}

/** What has happened to an account, in the order it was written. */
export const auditOf = (product: TestProduct, userId: string | null): Promise<AuditRow[]> =>
  product.database.query(
    `select event, outcome, detail, actor_id, session_id, ip, user_agent from audit_events
     where owner_id is not distinct from $1 order by at, xmin::text::bigint, ctid`,
    [userId],
  );

/** The events alone, such as `LOGIN` or `LOGIN_FAILED WRONG_PASSWORD`. */
export const eventsOf = async (product: TestProduct, userId: string | null): Promise<readonly string[]> =>
  (await auditOf(product, userId)).map(({ event, detail }) => (detail === null ? event : `${event} ${detail}`));

const tokenFields = 'tokens { accessToken refreshToken }';

/** Signs in; whatever comes of it. */
export const tryLogin = (
  product: TestProduct,
  { email, password = testPassword }: { readonly email: string; readonly password?: string },
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  product.send(
    `mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { ${tokenFields} user { id email mustChangePassword } } } }`,
    { input: { email, password } },
    headers,
  );

/** Signs in, which must succeed. */
export const login = async (...args: Parameters<typeof tryLogin>): Promise<Tokens> =>
  dataOf<{ login: { tokens: Tokens } }>(await tryLogin(...args)).login.tokens;

/** Opens an account; whatever comes of it. */
export const tryRegister = (
  product: TestProduct,
  input: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  product.send(
    `mutation ($input: RegisterInput!) { register(input: $input) { verificationRequired ${tokenFields} user { id email emailVerified } } }`,
    { input: { password: testPassword, ...input } },
    headers,
  );

export const tryRefresh = (product: TestProduct, refreshToken: string): Promise<Answer> =>
  product.send('mutation ($token: String) { refreshSession(refreshToken: $token) { accessToken refreshToken } }', {
    token: refreshToken,
  });

export const isSignedIn = async (
  product: TestProduct,
  { accessToken }: Pick<Tokens, 'accessToken'>,
): Promise<boolean> => codesOf(await product.send('{ me { id } }', {}, bearer(accessToken))).length === 0;

/** Proves once more who it is; whatever comes of it. */
export const tryStepUp = (
  product: TestProduct,
  { accessToken }: Pick<Tokens, 'accessToken'>,
  input: object,
): Promise<Answer> => product.send(identityDocuments.stepUp, { input }, bearer(accessToken));

/** Changes the password, or sets the first one; whatever comes of it. */
export const tryChangePassword = (
  by: Pick<TestProduct, 'send'>,
  input: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => by.send(identityDocuments.changePassword, { input }, headers);

/** Has the account's address proven by its owner. */
export const setProven = (product: TestProduct, { email }: Pick<Tenant, 'email'>): Promise<unknown> =>
  product.database.query('update users set email_verified_at = now() where email = $1', [email]);

/** Shuts the account out. */
export const shutOut = (product: TestProduct, { userId }: Pick<Tenant, 'userId'>): Promise<unknown> =>
  product.database.query('update users set disabled_at = now() where id = $1', [userId]);

/** Signs the account in to a session that allows nothing but to change its password. */
export async function loginToChange(product: TestProduct, tenant: Tenant): Promise<Tokens> {
  await product.database.query('update users set must_change_password = true where id = $1', [tenant.userId]);
  return login(product, tenant);
}

/** Asks so often at once. */
export const atOnce = <R>(times: number, ask: (index: number) => Promise<R>): Promise<R[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => ask(index)));

/** How many of the answers have no error. */
export const winnersOf = (answers: readonly Answer[]): number =>
  answers.filter((answer) => codesOf(answer).length === 0).length;

export interface Browser {
  readonly jar: Map<string, string>;
  readonly send: TestProduct['send'];
  readonly signIn: (email: string, password?: string) => Promise<Answer>;
}

/**
 * A browser on our page: it keeps cookies and says where it comes from.
 * @param jar cookies that it has already
 */
export function openBrowser(product: TestProduct, jar = new Map<string, string>()): Browser {
  const send: TestProduct['send'] = async (query, variables = {}, headers = {}) => {
    const page = { origin: product.url, 'x-tenure-client': 'web', 'apollo-require-preflight': 'true' };
    const cookie = stringifyCookie(Object.fromEntries(jar));
    const answer = await product.send(query, variables, { ...page, cookie, ...headers });
    for (const header of answer.headers.getSetCookie()) {
      const { name, value = '', maxAge } = parseSetCookie(header);
      if (maxAge === 0) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const signIn = (email: string, password = testPassword): Promise<Answer> =>
    send('mutation ($input: LoginInput!) { login(input: $input) { __typename } }', { input: { email, password } });
  return { jar, send, signIn };
}
