import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { requireOwner } from '#authorization/viewer.ts';
import { Forbidden } from '#platform/errors.ts';
import { answerEvenly } from './answer-evenly.ts';
import { parseEmailAddress } from './email-address.ts';
import { findPasskeys } from './find-passkeys.ts';
import type { IdentityServices } from './identity-services.ts';
import { challengeSeconds, issueChallenge } from './passkey-challenges.ts';
import type { Passkey } from './passkey.entity.ts';
import { currentSecret, type TokenSecret } from './token-secrets.ts';
import { User } from './user.entity.ts';
import { algorithms } from './verify-passkey.ts';

const timeout = challengeSeconds * 1000;

type Descriptor = NonNullable<PublicKeyCredentialRequestOptionsJSON['allowCredentials']>[number];

/** For `navigator.credentials.create`: another passkey of the viewer. */
export async function passkeyRegistrationOptions(
  context: OperationContext,
  services: IdentityServices,
): Promise<object> {
  const ownerId = requireOwner(context.viewer);
  return context.rows.separately(async (em) => {
    const user = await em.findOneOrFail(User, ownerId);
    const passkeys = await findPasskeys(em, ownerId);
    // One name for the account on all its authenticators: a second passkey on one of them replaces the first.
    const userHandle = passkeys[0]?.userHandle ?? newUserHandle();
    const challenge = issueChallenge(em, context, {
      ceremony: 'REGISTRATION',
      boundTo: sessionOf(context),
      userHandle,
    });
    return creationOptions(services, { challenge, userHandle, email: user.email, name: user.name, passkeys });
  });
}

/**
 * For `navigator.credentials.create`: the first passkey of an account that is to be opened. Whether the address has an
 * account is not looked at.
 * @throws InvalidInput
 */
export async function passkeySignUpOptions(
  context: OperationContext,
  services: IdentityServices,
  address: string,
): Promise<object> {
  const email = parseEmailAddress(address, 'email');
  const userHandle = newUserHandle();
  return context.rows.separately(async (em) => {
    const challenge = issueChallenge(em, context, { ceremony: 'SIGN_UP', boundTo: email, userHandle });
    return creationOptions(services, { challenge, userHandle, email, passkeys: [] });
  });
}

/**
 * For `navigator.credentials.get`: a sign-in by whichever passkey the browser has, or by one of an address. One without
 * passkeys, or without an account, is given made-up ones, always the same (WebAuthn L3, 14.6.2), and answered as late.
 * @throws InvalidInput
 */
export async function passkeyLoginOptions(
  context: OperationContext,
  services: IdentityServices,
  address: string | null,
): Promise<object> {
  const ask = (email: string | null): Promise<object> =>
    context.rows.separately(async (em) => {
      const allowed = email === null ? [] : await allowedFor(em, context, { services, email });
      const challenge = issueChallenge(em, context, { ceremony: 'LOGIN', boundTo: email });
      return requestOptions(services, { challenge, allowed });
    });
  if (address === null) return ask(null);
  const email = parseEmailAddress(address, 'email');
  return answerEvenly(() => ask(email));
}

/**
 * For `navigator.credentials.get`: the viewer proves once more who they are.
 * @throws Forbidden without a passkey
 */
export async function passkeyStepUpOptions(context: OperationContext, services: IdentityServices): Promise<object> {
  const ownerId = requireOwner(context.viewer);
  return context.rows.separately(async (em) => {
    const passkeys = await findPasskeys(em, ownerId);
    if (passkeys.length === 0) throw new Forbidden('Your account has no passkey. Add one first.');
    const challenge = issueChallenge(em, context, { ceremony: 'STEP_UP', boundTo: sessionOf(context) });
    return requestOptions(services, { challenge, allowed: passkeys.map(descriptorOf) });
  });
}

/** The session that alone may answer a challenge. */
export const sessionOf = ({ viewer }: Pick<OperationContext, 'viewer'>): string =>
  viewer.kind === 'SignedIn' ? viewer.sessionId : '';

/** Random, and nothing of the account (WebAuthn L3, 14.6.1). */
const newUserHandle = (): string => randomBytes(32).toString('base64url');

const descriptorOf = ({ credentialId, transports }: Pick<Passkey, 'credentialId' | 'transports'>): Descriptor => ({
  id: credentialId,
  type: 'public-key',
  // New ones may come: browsers leave out what they do not know.
  transports: transports as NonNullable<Descriptor['transports']>,
});

interface Creation {
  readonly challenge: string;
  readonly userHandle: string;
  readonly email: string;
  readonly name?: string | null | undefined;
  /** Those that the account has: an authenticator makes no second one. */
  readonly passkeys: readonly Passkey[];
}

const creationOptions = (
  { relyingParty }: IdentityServices,
  { challenge, userHandle, email, name, passkeys }: Creation,
): PublicKeyCredentialCreationOptionsJSON => ({
  rp: { name: 'Tenure', id: relyingParty().id },
  user: { id: userHandle, name: email, displayName: name ?? email },
  challenge,
  pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' })),
  timeout,
  attestation: 'none',
  excludeCredentials: passkeys.map(descriptorOf),
  // The second says the same to browsers that do not know the first yet.
  authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
});

const requestOptions = (
  { relyingParty }: IdentityServices,
  { challenge, allowed }: { readonly challenge: string; readonly allowed: readonly Descriptor[] },
): PublicKeyCredentialRequestOptionsJSON => ({
  rpId: relyingParty().id,
  challenge,
  timeout,
  userVerification: 'required',
  allowCredentials: [...allowed],
});

/** What an address is said to sign in by; an unknown one costs the same statements. */
async function allowedFor(
  em: EntityManager,
  { newId }: OperationContext,
  { services, email }: { readonly services: IdentityServices; readonly email: string },
): Promise<readonly Descriptor[]> {
  const user = await em.findOne(User, { email });
  const passkeys = await findPasskeys(em, user?.id ?? newId());
  // One that waits for the proof of its address is nobody's yet: to show it would tell who made it that the address was
  // free.
  const known = passkeys.filter(({ awaitsProof }) => !awaitsProof);
  const decoys = services.decoyPasskeys(email);
  return known.length > 0 ? known.map(descriptorOf) : decoys;
}

/** Makes up what an address without passkeys is said to sign in by. */
export type DecoyPasskeys = (email: string) => readonly Descriptor[];

/** Only who holds a secret can tell them from others. */
export function createDecoyPasskeys(secrets: readonly TokenSecret[]): DecoyPasskeys {
  const { secret } = currentSecret(secrets);
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'tenure decoy passkeys', 32));
  return (email) => {
    const credentialId = createHmac('sha256', key).update(email).digest('base64url');
    return [descriptorOf({ credentialId, transports: ['internal', 'hybrid'] })];
  };
}
