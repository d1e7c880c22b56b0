import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { Forbidden, InvalidInput } from '#platform/errors.ts';
import { lockOwnAccount } from './find-account.ts';
import { findPasskey, findPasskeys } from './find-passkeys.ts';
import type { IdentityServices } from './identity-services.ts';
import { mailSecurityNotice } from './mail-link.ts';
import { sessionOf } from './passkey-options.ts';
import { takeChallenge } from './passkey-challenges.ts';
import { readRegistration } from './passkey-response.ts';
import { Passkey } from './passkey.entity.ts';
import { findLine } from './parse-profile.ts';
import { passkeyMethods } from './prove-passkey.ts';
import { recordAudit } from './record-audit.ts';
import { requireAnotherWay } from './require-another-way.ts';
import { revokeSessionsOf } from './revoke-session.ts';
import type { SignInMethod } from './sign-in-methods.ts';
import { dropIdleCodes, mfaMethodsOf, renewStepUpMethods } from './sign-in-ways.ts';
import { verifyRegistration, type MadePasskey } from './verify-passkey.ts';

/** How many an account may have: more than anybody has authenticators. */
const mostPasskeys = 20;
const maxLabelLength = 100;

/** A passkey that was made for an account, its challenge taken. */
export interface NewPasskey extends MadePasskey {
  readonly userHandle: string;
}

export interface GivenRegistration {
  readonly response: unknown;
  /** Argument to name where it is not good. */
  readonly field: string;
  readonly ceremony: 'REGISTRATION' | 'SIGN_UP';
  /** The session, or the address, that it was asked of. */
  readonly boundTo: string;
}

/**
 * Takes the answer of an authenticator that made a passkey, in a transaction of its own. One that is in use is refused
 * here, before anything else is looked at: whose it is and whether an address is taken, it does not tell.
 * @throws InvalidInput
 */
export async function acceptPasskey(
  context: OperationContext,
  services: IdentityServices,
  { response, field, ...bound }: GivenRegistration,
): Promise<NewPasskey> {
  const read = readRegistration(response, field);
  const { challenge: text } = read.clientData;
  const { challenge, known } = await context.rows.separately(async (em) => ({
    challenge: await takeChallenge(em, context, { ...bound, challenge: text }),
    known: await findPasskey(em, read.response.id),
  }));
  const made = challenge && (await verifyRegistration(services.relyingParty(), read, text));
  if (!made || !challenge?.userHandle)
    throw new InvalidInput(field, 'This passkey was not made for here, or too late. Begin anew.');
  if (known && !known.awaitsProof) throw inUse(field);
  return { ...made, userHandle: challenge.userHandle };
}

const inUse = (field: string): InvalidInput => new InvalidInput(field, 'This passkey is in use already. Make another.');

/**
 * Makes it a passkey of the account. One of the same name that waits for the proof of an address gives way: who made it
 * has proven nothing.
 * @param passkey.awaitsProof whether it waits for such a proof itself
 */
export async function addPasskey(
  em: EntityManager,
  { newId, now }: Pick<OperationContext, 'newId' | 'now'>,
  {
    made,
    ...passkey
  }: { readonly ownerId: string; readonly made: NewPasskey } & Partial<Pick<Passkey, 'label' | 'awaitsProof'>>,
): Promise<Passkey> {
  await em.nativeDelete(Passkey, { credentialId: made.credentialId, awaitsProof: true });
  const added = em.create(Passkey, {
    id: newId(),
    ...passkey,
    ...made,
    transports: [...made.transports],
    createdAt: now,
  });
  // The constraint decides who has it, not a look beforehand.
  await em.flush();
  return added;
}

/**
 * Adds a passkey to the viewer's account. The first second factor ends every other session: it was opened by less.
 * @throws InvalidInput for `response` or `label`, Forbidden beyond what an account may have
 */
export async function registerPasskey(
  context: OperationContext,
  services: IdentityServices,
  { response, label: given }: { readonly response: unknown; readonly label?: string | null | undefined },
): Promise<SignInMethod> {
  const label = parseLabel(given);
  const field = 'response';
  const bound = { ceremony: 'REGISTRATION', boundTo: sessionOf(context) } as const;
  const made = await acceptPasskey(context, services, { response, field, ...bound });
  const em = await context.rows.em();
  const { user, session } = await lockOwnAccount(em, context);
  if ((await em.count(Passkey, { ownerId: user.id })) >= mostPasskeys)
    throw new Forbidden(`An account has ${mostPasskeys} passkeys at most. Remove one first.`);
  const isFirst = (await mfaMethodsOf(em, user.id)).length === 0;
  const passkey = await addPasskey(em, context, { ownerId: user.id, made, label }).catch(asPasskeyTaken(field));
  em.assign(session, { methods: [...new Set([...session.methods, ...passkeyMethods])] });
  if (isFirst) await revokeSessionsOf(em, { ownerId: user.id, now: context.now, keptId: session.id });
  await renewStepUpMethods(em, user.id);
  recordAudit(em, context, { event: 'FACTOR_ADDED', ownerId: user.id, detail: 'PASSKEY' });
  await mailSecurityNotice(em, context, { user, kind: 'PASSKEY_ADDED' });
  return { id: passkey.id, kind: 'PASSKEY', label, addedAt: context.now, lastUsedAt: null };
}

/** Refuses a passkey that an account has, in the words of this API. */
export const asPasskeyTaken =
  (field: string) =>
  (error: unknown): never => {
    throw isPasskeyTaken(error) ? inUse(field) : error;
  };

/** Whether the constraint says that an account has the passkey. */
export const isPasskeyTaken = (error: unknown): boolean =>
  error instanceof UniqueConstraintViolationException &&
  'constraint' in error &&
  error.constraint === 'passkeys_credential_id_key';

/** @throws InvalidInput */
function parseLabel(text: string | null | undefined): string | null {
  const label = findLine(text, maxLabelLength);
  if (label === null) throw new InvalidInput('label', `Write a name of at most ${maxLabelLength} characters.`);
  return label || null;
}

/**
 * Removes one of the viewer's passkeys; the backup codes go with the last second factor.
 * @param id looked up as the viewer's before
 * @throws Conflict LAST_SIGN_IN_METHOD
 */
export async function removePasskey(context: OperationContext, id: string): Promise<true> {
  const em = await context.rows.em();
  const { user } = await lockOwnAccount(em, context);
  const own = await findPasskeys(em, user.id);
  const passkey = own.find((each) => each.id === id);
  // Gone meanwhile, by whoever was faster.
  if (!passkey) return true;
  em.remove(passkey);
  await requireAnotherWay(em, user.id);
  await dropIdleCodes(em, user.id);
  await renewStepUpMethods(em, user.id);
  recordAudit(em, context, { event: 'FACTOR_REMOVED', ownerId: user.id, detail: 'PASSKEY' });
  await mailSecurityNotice(em, context, { user, kind: 'PASSKEY_REMOVED' });
  return true;
}
