import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import { dataOf, testSecret, type TestProduct } from './product.ts';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const tokens = '{ accessToken refreshToken }';
/** The operations of identity, and of their answers no more than tests look at. */
export const identityDocuments = {
  register: `mutation ($input: RegisterInput!) { register(input: $input) { verificationRequired tokens ${tokens} user { id email } } }`,
  login: `mutation ($input: LoginInput!) { login(input: $input) { ... on AuthSession { tokens ${tokens} user { id email } } } }`,
  me: '{ me { id email emailVerified hasPassword } }',
  mySessions: '{ mySessions { id createdAt lastSeenAt ip userAgent methods current } }',
  refreshSession: `mutation ($token: String) { refreshSession(refreshToken: $token) ${tokens} }`,
  logout: 'mutation ($token: String) { logout(refreshToken: $token) }',
  logoutEverywhere: 'mutation ($includeCurrent: Boolean!) { logoutEverywhere(includeCurrent: $includeCurrent) }',
  revokeSession: 'mutation ($id: ID!) { revokeSession(id: $id) }',
  stepUp: `mutation ($input: StepUpInput!) { stepUp(input: $input) ${tokens} }`,
  changePassword: `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) ${tokens} }`,
  requestPasswordReset: 'mutation ($email: String!) { requestPasswordReset(email: $email) }',
  resetPassword:
    'mutation ($token: String!, $newPassword: String!) { resetPassword(token: $token, newPassword: $newPassword) }',
  requestMagicLink: 'mutation ($email: String!) { requestMagicLink(email: $email) }',
  requestEmailVerification: 'mutation ($email: String!) { requestEmailVerification(email: $email) }',
  verifyEmail: 'mutation ($token: String!) { verifyEmail(token: $token) { id email emailVerified } }',
  requestEmailChange: 'mutation ($newEmail: String!) { requestEmailChange(newEmail: $newEmail) }',
  confirmEmailChange: 'mutation ($token: String!) { confirmEmailChange(token: $token) { id email } }',
  cancelEmailChange: 'mutation ($token: String!) { cancelEmailChange(token: $token) }',
  revertEmailChange: 'mutation ($token: String!) { revertEmailChange(token: $token) }',
  endSessionsByToken: 'mutation ($token: String!) { endSessionsByToken(token: $token) }',
  updateProfile: 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { name } }',
  deleteAccount: 'mutation ($confirmEmail: String!) { deleteAccount(confirmEmail: $confirmEmail) }',
} as const;

export type IdentityOperation = keyof typeof identityDocuments;

export const bearer = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` });

/** Signs in, which must succeed. */
export async function signedIn(
  product: Pick<TestProduct, 'send'>,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Tokens> {
  const answer = await product.send(identityDocuments.login, { input: { email, password } });
  return dataOf<{ login: { tokens: Tokens } }>(answer).login.tokens;
}

/** Whether the access token still lets somebody in. */
export const isLetIn = async (product: Pick<TestProduct, 'send'>, accessToken: string): Promise<boolean> =>
  !(await product.send(identityDocuments.me, {}, bearer(accessToken))).body.errors;

const { tokenOf } = createOneTimeTokenCodec([testSecret]);

/** The links of a kind that were mailed for the account and are not used, oldest first. */
export async function linksOf(
  { database }: Pick<TestProduct, 'database'>,
  { userId }: { readonly userId: string },
  kind: string,
): Promise<readonly string[]> {
  const rows = await database.query<{ id: string }>(
    'select id from one_time_tokens where owner_id = $1 and kind = $2 and used_at is null order by created_at, id',
    [userId, kind],
  );
  return rows.map(({ id }) => tokenOf(id));
}

/** The latest of them. */
export async function linkOf(
  product: Pick<TestProduct, 'database'>,
  account: { readonly userId: string },
  kind: string,
): Promise<string> {
  const link = (await linksOf(product, account, kind)).at(-1);
  if (link === undefined) throw new Error(`No link of kind ${kind} waits to be used.`);
  return link;
}

/** What was mailed to an address, by kind, oldest first. */
export async function mailsTo(
  { database }: Pick<TestProduct, 'database'>,
  address: string,
): Promise<readonly string[]> {
  const mails = await database.query<{ kind: string }>(
    `select content->>'kind' as kind from mails where to_address = $1 order by created_at, xmin::text::bigint, ctid`,
    [address],
  );
  return mails.map(({ kind }) => kind);
}
