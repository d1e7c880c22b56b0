import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { bearer, type Tokens } from './accounts.ts';
import { dataOf, type Answer, type Tenant, type TestProduct } from './product.ts';

/** What an authenticator keeps of a passkey; tests may change any of it. */
export interface SoftPasskey {
  readonly id: string;
  readonly privateKey: KeyObject;
  userHandle: string;
  counter: number;
  backupEligible: boolean;
}

/** What an honest browser and authenticator would say otherwise. */
export interface Lie {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly challenge?: string;
  readonly crossOrigin?: boolean;
  readonly topOrigin?: string;
  readonly userVerified?: boolean;
  readonly userPresent?: boolean;
  readonly backupEligible?: boolean;
  readonly backedUp?: boolean;
  readonly counter?: number;
  /** Null: none is given. */
  readonly userHandle?: string | null;
  readonly credentialId?: Buffer;
  /** Another key signs. */
  readonly privateKey?: KeyObject;
  readonly attestation?: { readonly fmt: string; readonly statement: Buffer };
  /** The algorithm that its key is said to be for, by its number in CBOR. */
  readonly algorithm?: string;
}

export interface CreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id: string; readonly name: string };
  readonly user: { readonly id: string; readonly name: string };
  readonly excludeCredentials: readonly { readonly id: string }[];
  readonly authenticatorSelection: Readonly<Record<string, unknown>>;
  readonly attestation: string;
  readonly timeout: number;
}

export interface RequestOptions {
  readonly challenge: string;
  readonly rpId: string;
  readonly allowCredentials?: readonly { readonly id: string; readonly transports: readonly string[] }[];
  readonly userVerification: string;
  readonly timeout: number;
}

const flag = { userPresent: 1, userVerified: 4, backupEligible: 8, backedUp: 16, attested: 64 } as const;
const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const url = (data: string | Buffer): string => Buffer.from(data).toString('base64url');

interface Said {
  readonly type: string;
  readonly challenge: string;
  readonly origin: string;
}

function clientDataOf(said: Said, lie: Lie): string {
  const { crossOrigin = false, topOrigin } = lie;
  return JSON.stringify({
    type: lie.type ?? said.type,
    challenge: lie.challenge ?? said.challenge,
    origin: lie.origin ?? said.origin,
    crossOrigin,
    ...(topOrigin === undefined ? {} : { topOrigin }),
  });
}

interface Stated {
  readonly rpId: string;
  readonly backupEligible: boolean;
  readonly counter: number;
  readonly attested?: Buffer;
}

function authenticatorDataOf({ rpId, attested, ...stated }: Stated, lie: Lie): Buffer {
  const { userPresent = true, userVerified = true, counter = stated.counter } = lie;
  const backupEligible = lie.backupEligible ?? stated.backupEligible;
  const set = { userPresent, userVerified, backupEligible, backedUp: lie.backedUp ?? false, attested: !!attested };
  const flags = Object.entries(set).reduce((sum, [name, on]) => sum + (on ? flag[name as keyof typeof flag] : 0), 0);
  const tail = Buffer.alloc(5);
  tail.writeUInt8(flags);
  tail.writeUInt32BE(counter, 1);
  return Buffer.concat([sha256(lie.rpId ?? rpId), tail, attested ?? Buffer.alloc(0)]);
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** A key in COSE; ES256 is -7. */
function coseOf(key: KeyObject, algorithm = '26'): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const coordinate = (text: string): Buffer => Buffer.from(text, 'base64url');
  return Buffer.concat([hex(`a5010203${algorithm}2001215820`), coordinate(x), hex('225820'), coordinate(y)]);
}

function attestationObjectOf(authData: Buffer, { fmt, statement }: NonNullable<Lie['attestation']>): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(authData.length);
  const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
  return Buffer.concat([
    hex('a3'),
    text('fmt'),
    text(fmt),
    text('attStmt'),
    statement,
    text('authData'),
    hex('59'),
    length,
    authData,
  ]);
}

/** Makes a passkey as options ask, or as somebody lies. */
export function makePasskey(
  product: Pick<TestProduct, 'url'>,
  { challenge, rp, user }: CreationOptions,
  lie: Lie = {},
) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = lie.credentialId ?? randomBytes(32);
  const backupEligible = lie.backupEligible ?? false;
  const idLength = Buffer.alloc(2);
  idLength.writeUInt16BE(credentialId.length);
  const attested = Buffer.concat([Buffer.alloc(16), idLength, credentialId, coseOf(publicKey, lie.algorithm)]);
  const authData = authenticatorDataOf({ rpId: rp.id, backupEligible, counter: 0, attested }, lie);
  const id = url(credentialId);
  const response = {
    id,
    rawId: id,
    type: 'public-key',
    response: {
      clientDataJSON: url(clientDataOf({ type: 'webauthn.create', challenge, origin: product.url }, lie)),
      attestationObject: url(
        attestationObjectOf(authData, lie.attestation ?? { fmt: 'none', statement: Buffer.from([0xa0]) }),
      ),
      transports: ['internal'],
    },
    clientExtensionResults: {},
  };
  const passkey: SoftPasskey = { id, privateKey, userHandle: user.id, counter: lie.counter ?? 0, backupEligible };
  return { passkey, response };
}

/** Answers as options ask, or as somebody lies. */
export function answerWith(
  product: Pick<TestProduct, 'url'>,
  passkey: SoftPasskey,
  { challenge, rpId, lie = {} }: RequestOptions & { readonly lie?: Lie },
) {
  const clientData = clientDataOf({ type: 'webauthn.get', challenge, origin: product.url }, lie);
  if (passkey.counter > 0) passkey.counter += 1;
  const authData = authenticatorDataOf({ rpId, ...passkey }, lie);
  const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), lie.privateKey ?? passkey.privateKey);
  const userHandle = lie.userHandle === undefined ? passkey.userHandle : lie.userHandle;
  return {
    id: passkey.id,
    rawId: passkey.id,
    type: 'public-key',
    response: {
      clientDataJSON: url(clientData),
      authenticatorData: url(authData),
      signature: url(signature),
      ...(userHandle === null ? {} : { userHandle }),
    },
    clientExtensionResults: {},
  };
}

type Asking = Pick<Tokens, 'accessToken'>;

const asked = async <T>(
  product: TestProduct,
  field: string,
  { asking, ...variables }: { readonly asking?: Asking; readonly email?: string } = {},
): Promise<T> => {
  const [name = ''] = field.split('(');
  const declared = 'email' in variables ? '($email: String!)' : '';
  const answer = await product.send(
    `mutation ${declared} { ${field} }`,
    variables,
    asking ? bearer(asking.accessToken) : {},
  );
  return dataOf<Record<string, T>>(answer)[name] as T;
};

export const registrationOptions = (product: TestProduct, asking: Asking): Promise<CreationOptions> =>
  asked(product, 'passkeyRegistrationOptions', { asking });

export const signUpOptions = (product: TestProduct, email: string): Promise<CreationOptions> =>
  asked(product, 'passkeySignUpOptions(email: $email)', { email });

export const stepUpOptions = (product: TestProduct, asking: Asking): Promise<RequestOptions> =>
  asked(product, 'passkeyStepUpOptions', { asking });

/** @param email left out for whichever passkey there is */
export const loginOptions = (product: TestProduct, email?: string): Promise<RequestOptions> =>
  email === undefined
    ? asked(product, 'passkeyLoginOptions')
    : asked(product, 'passkeyLoginOptions(email: $email)', { email });

export const tryAddPasskey = (product: TestProduct, { accessToken }: Asking, response: unknown): Promise<Answer> =>
  tryAddNamed(product, { accessToken }, { response });

export const tryAddNamed = (
  product: TestProduct,
  { accessToken }: Asking,
  named: { readonly response: unknown; readonly label?: string },
): Promise<Answer> =>
  product.send(
    'mutation ($response: JSON!, $label: String) { registerPasskey(response: $response, label: $label) { id kind label addedAt lastUsedAt } }',
    named,
    bearer(accessToken),
  );

/** Adds a passkey to an account, which must succeed. */
export async function addPasskey(product: TestProduct, asking: Asking, lie: Lie = {}): Promise<SoftPasskey> {
  const made = makePasskey(product, await registrationOptions(product, asking), lie);
  dataOf(await tryAddPasskey(product, asking, made.response));
  return made.passkey;
}

export const tryPasskey = (
  product: TestProduct,
  response: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  product.send(
    'mutation ($response: JSON!) { loginWithPasskey(response: $response) { tokens { accessToken refreshToken } user { id email } } }',
    { response },
    headers,
  );

/** Signs in by whichever passkey there is; whatever comes of it. */
export const enterBy = async (product: TestProduct, passkey: SoftPasskey, lie: Lie = {}): Promise<Answer> =>
  tryPasskey(product, answerWith(product, passkey, { ...(await loginOptions(product)), lie }));

export const enteredBy = (answer: Answer): Tokens =>
  dataOf<{ loginWithPasskey: { tokens: Tokens } }>(answer).loginWithPasskey.tokens;

/** An account with a password and a passkey. */
export async function withPasskey(
  product: TestProduct,
  name: string,
  lie: Lie = {},
): Promise<{ readonly tenant: Tenant; readonly passkey: SoftPasskey }> {
  const tenant = await product.signUp(name);
  return { tenant, passkey: await addPasskey(product, tenant, lie) };
}

/** A passkey as it is stored; undefined where it is not. */
export const rowOf = async (product: TestProduct, { id }: SoftPasskey): Promise<Record<string, unknown> | undefined> =>
  (await product.database.query<Record<string, unknown>>('select * from passkeys where credential_id = $1', [id]))[0];

interface ListedMethod {
  readonly id: string;
  readonly kind: string;
  readonly label: string | null;
  readonly lastUsedAt: string | null;
}

/**
 * The ways to sign in that an account has set up, as it is shown them: links by mail are there without.
 * @param asking left out where whoever sends is signed in already
 */
export const methodsOf = async (by: Pick<TestProduct, 'send'>, asking?: Asking): Promise<readonly ListedMethod[]> =>
  dataOf<{ mySignInMethods: readonly ListedMethod[] }>(
    await by.send('{ mySignInMethods { id kind label lastUsedAt } }', {}, asking ? bearer(asking.accessToken) : {}),
  ).mySignInMethods.filter(({ kind }) => kind !== 'MAGIC_LINK');
