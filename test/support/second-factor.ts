import { generateSync } from 'otplib';
import { bearer, wait, type Tokens } from './accounts.ts';
import { dataOf, type Answer, type Tenant, type TestProduct } from './product.ts';

/** An account's authenticator app, with the codes that stand in for it. */
export interface App {
  readonly secret: string;
  readonly backupCodes: readonly string[];
}

type Asking = Pick<Tokens, 'accessToken'>;

/** What the app shows, so many seconds from now. */
export const codeOf = ({ clock }: Pick<TestProduct, 'clock'>, { secret }: Pick<App, 'secret'>, after = 0): string =>
  generateSync({ secret, epoch: Math.floor(clock.now.getTime() / 1000) + after });

export const startEnrollment = (product: TestProduct, { accessToken }: Asking): Promise<Answer> =>
  product.send('mutation { startTotpEnrollment { secret otpauthUrl } }', {}, bearer(accessToken));

export const confirmEnrollment = (product: TestProduct, { accessToken }: Asking, code: string): Promise<Answer> =>
  product.send(
    'mutation ($code: String!) { confirmTotpEnrollment(code: $code) { codes } }',
    { code },
    bearer(accessToken),
  );

/** Turns an authenticator app on, and lets the code that did so pass. */
export async function addApp(product: TestProduct, asking: Asking): Promise<App> {
  const { startTotpEnrollment: started } = dataOf<{ startTotpEnrollment: { secret: string } }>(
    await startEnrollment(product, asking),
  );
  const confirmed = await confirmEnrollment(product, asking, codeOf(product, started));
  wait(product, 30);
  return {
    secret: started.secret,
    backupCodes: dataOf<{ confirmTotpEnrollment: { codes: string[] } }>(confirmed).confirmTotpEnrollment.codes,
  };
}

/** An account with an authenticator app. */
export async function withApp(
  product: TestProduct,
  name: string,
): Promise<{ readonly tenant: Tenant; readonly app: App }> {
  const tenant = await product.signUp(name);
  return { tenant, app: await addApp(product, tenant) };
}

/** A code that is none of those that count now. */
export function wrongCode(product: Pick<TestProduct, 'clock'>, app: Pick<App, 'secret'>): string {
  const near = new Set([-30, 0, 30].map((after) => codeOf(product, app, after)));
  return ['000000', '111111', '222222', '333333'].find((code) => !near.has(code)) ?? '';
}

export interface Challenge {
  readonly challenge: string;
  readonly methods: readonly string[];
  readonly expiresAt: string;
}

const challenged = '... on MfaChallenge { challenge methods expiresAt }';

/** Signs in by password, which must lead to a challenge. */
export async function challengeFor(
  product: TestProduct,
  { email, password }: Pick<Tenant, 'email' | 'password'>,
): Promise<Challenge> {
  const answer = await product.send(
    `mutation ($input: LoginInput!) { login(input: $input) { __typename ${challenged} } }`,
    { input: { email, password } },
  );
  return dataOf<{ login: Challenge }>(answer).login;
}

export interface Completion {
  readonly challenge: string;
  readonly method: 'TOTP' | 'BACKUP_CODE' | 'PASSKEY';
  readonly code?: string;
  readonly passkey?: unknown;
}

/** Answers a challenge; whatever comes of it. */
export const complete = (by: Pick<TestProduct, 'send'>, input: Completion): Promise<Answer> =>
  by.send(
    'mutation ($input: CompleteMfaInput!) { completeMfa(input: $input) { tokens { accessToken refreshToken } user { id } } }',
    { input },
  );

export const completed = (answer: Answer): Tokens =>
  dataOf<{ completeMfa: { tokens: Tokens } }>(answer).completeMfa.tokens;
