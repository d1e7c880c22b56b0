import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import type { LoginFailure } from '#platform/metrics.ts';
import { findPasskey, lockPasskey } from './find-passkeys.ts';
import type { IdentityServices } from './identity-services.ts';
import type { PasskeyChallenge } from './passkey-challenge.entity.ts';
import { takeChallenge } from './passkey-challenges.ts';
import { readAssertion } from './passkey-response.ts';
import type { Passkey } from './passkey.entity.ts';
import { recordAudit } from './record-audit.ts';
import { User } from './user.entity.ts';
import { verifyAssertion, type AssertedState } from './verify-passkey.ts';

/** How a passkey proves who one is, by the names of RFC 8176: it is held, its user was verified, and that makes two. */
export const passkeyMethods = ['hwk', 'user', 'mfa'] as const;

/** An answer of a passkey, as somebody gives it. */
export interface GivenPasskey {
  readonly response: unknown;
  /** Argument to name where it is no answer. */
  readonly field: string;
  readonly ceremony: 'LOGIN' | 'STEP_UP';
  /** The session whose challenge it must answer. */
  readonly boundTo?: string;
  /** The account whose passkey it must be. */
  readonly ownerId?: string;
}

export type PasskeyProof =
  /** First where nobody has signed in to the account before: it was opened by this passkey. */
  | { readonly kind: 'proven'; readonly ownerId: string; readonly passkeyId: string; readonly isFirst: boolean }
  | { readonly kind: 'refused'; readonly ownerId: string | null; readonly reason: LoginFailure };

/**
 * Takes the answer of a passkey, in transactions of its own: challenge and counter are spent whatever becomes of the
 * operation.
 * @throws InvalidInput for what is no answer of a passkey
 */
export async function provePasskey(
  context: OperationContext,
  services: IdentityServices,
  given: GivenPasskey,
): Promise<PasskeyProof> {
  const read = readAssertion(given.response, given.field);
  const known = await findKnown(context, read, given);
  const { passkey } = known;
  // Compared with a key of nobody's where there is none: how long it takes does not tell made-up passkeys from others.
  const publicKey = passkey?.publicKey ?? keyOfNobody;
  const { challenge } = read.clientData;
  const state = await verifyAssertion(services.relyingParty(), read, { challenge, publicKey });
  const userHandle = read.response.response.userHandle ?? null;
  const reason = reasonToRefuse(known, { state, userHandle }) ?? standingFault(services, known);
  if (reason !== null || !passkey || !state) return refused(passkey, reason ?? 'WRONG_PASSKEY');
  return context.rows.separately((em) => takeUse(em, context, { id: passkey.id, state, isFirst: isFirst(known) }));
}

/** Takes the challenge, and finds whose passkey it is: an unknown one costs the same statements. */
function findKnown(
  context: OperationContext,
  { response, clientData: { challenge: text } }: ReturnType<typeof readAssertion>,
  { ceremony, boundTo, ownerId }: GivenPasskey,
): Promise<Known> {
  const answered = { challenge: text, ceremony, ...(boundTo === undefined ? {} : { boundTo }) };
  return context.rows.separately(async (em) => {
    const challenge = await takeChallenge(em, context, answered);
    const passkey = await findPasskey(em, response.id);
    const user = await em.findOne(User, { id: passkey?.ownerId ?? context.newId() });
    return { challenge, passkey, user, isWanted: ownerId === undefined || ownerId === passkey?.ownerId };
  });
}

/** Whether the account was opened by this passkey and nobody has signed in by it. */
const isFirst = ({ passkey, user }: Known): boolean =>
  !passkey?.lastUsedAt && passkey?.createdAt.getTime() === user?.createdAt.getTime();

const refused = (passkey: Passkey | null, reason: LoginFailure): PasskeyProof => ({
  kind: 'refused',
  ownerId: passkey?.ownerId ?? null,
  reason,
});

interface Known {
  readonly challenge: PasskeyChallenge | null;
  readonly passkey: Passkey | null;
  readonly user: User | null;
  /** Whether it is a passkey of the account that was asked for one. */
  readonly isWanted: boolean;
}

interface Asserted {
  /** Null where the answer does not hold. */
  readonly state: AssertedState | null;
  readonly userHandle: string | null;
}

function reasonToRefuse(
  { challenge, passkey, user, isWanted }: Known,
  { state, userHandle }: Asserted,
): LoginFailure | null {
  if (!passkey || !user) return 'UNKNOWN_PASSKEY';
  if (!challenge || !state) return 'WRONG_PASSKEY';
  const fits = [
    isWanted,
    // A sign-in for an address is one of that account's passkeys; one that names none must say whose it is.
    challenge.ceremony !== 'LOGIN' || challenge.boundTo === null || challenge.boundTo === user.email,
    userHandle === null ? challenge.boundTo !== null : userHandle === passkey.userHandle,
    // Whether a passkey may be copied, it says once and for all (WebAuthn L3, 6.1.3).
    state.backupEligible === passkey.backupEligible,
  ];
  return fits.every(Boolean) ? null : 'WRONG_PASSKEY';
}

function standingFault({ registration }: IdentityServices, { user }: Known): LoginFailure | null {
  if (user?.disabledAt) return 'DISABLED';
  return registration === 'verified' && !user?.emailVerifiedAt ? 'UNVERIFIED' : null;
}

/**
 * Takes note of a use. A counter that goes back says that there may be two of a passkey (WebAuthn L3, 6.1.1): of one that
 * cannot be copied that is a reason to refuse it; of one that can, whose copies count each for itself, to note it down.
 */
async function takeUse(
  em: EntityManager,
  context: OperationContext,
  { id, state, isFirst }: { readonly id: string; readonly state: AssertedState; readonly isFirst: boolean },
): Promise<PasskeyProof> {
  const passkey = await lockPasskey(em, id);
  if (!passkey) return refused(null, 'UNKNOWN_PASSKEY');
  const { ownerId } = passkey;
  const hasCounter = state.counter > 0 || passkey.counter > 0;
  if (hasCounter && state.counter <= passkey.counter) {
    const outcome = passkey.backupEligible ? 'SUCCEEDED' : 'REFUSED';
    recordAudit(em, context, { event: 'PASSKEY_COUNTER', ownerId, actorId: null, outcome });
    if (!passkey.backupEligible) return refused(passkey, 'WRONG_PASSKEY');
  }
  em.assign(passkey, {
    counter: state.counter,
    backedUp: state.backedUp,
    awaitsProof: false,
    lastUsedAt: context.now,
  });
  return { kind: 'proven', ownerId, passkeyId: id, isFirst };
}

/** The generator of P-256 as a key for ES256, in COSE: well formed, and nobody signs by it. */
const keyOfNobody = Buffer.from(
  'a5010203262001215820' +
    '6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
    '225820' +
    '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
  'hex',
);
