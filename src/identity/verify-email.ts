import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { ownerOf } from '#authorization/viewer.ts';
import { findPassword, redeemMailedToken, type Redeemed } from './find-account.ts';
import { findWaitingPasskey, vouchedForOf } from './find-passkeys.ts';
import { standingOf, type IdentityServices } from './identity-services.ts';
import type { Passkey } from './passkey.entity.ts';
import { recordAudit } from './record-audit.ts';
import { endAccess } from './end-access.ts';
import { removeFactors } from './sign-in-ways.ts';
import type { User } from './user.entity.ts';

/**
 * Proves an address by the link of a mail. What was set up before is the prover's where they are signed in as the
 * account, or where it is the password, or the passkey, of a registration that waited for just this link; anything else
 * was set up by somebody who had not proven the address, and goes.
 * @throws InvalidInput for the link
 */
export async function verifyEmail(context: OperationContext, services: IdentityServices, token: string): Promise<User> {
  const redeemed = await redeemMailedToken(context, services, { kind: 'VERIFY_EMAIL', token });
  await proveAddress(context, redeemed);
  recognise(context, services, redeemed.user);
  return redeemed.user;
}

/** Takes the address for proven by whoever came with the link, and removes what is not theirs, the first time. */
export async function proveAddress(context: OperationContext, { user, token }: Redeemed): Promise<void> {
  const { now, viewer, rows } = context;
  if (user.emailVerifiedAt) return;
  const em = await rows.em();
  if (ownerOf(viewer) !== user.id) await removeUnproven(em, user, { now, vouchedFor: token.secretHash ?? null });
  em.assign(user, { emailVerifiedAt: now, updatedAt: now });
  recordAudit(em, context, { event: 'EMAIL_VERIFIED', ownerId: user.id });
}

interface Proof {
  readonly now: Date;
  /** The password, by its hash, or the passkey of a registration that waited for just this proof. */
  readonly vouchedFor?: string | null;
}

/** Takes away whatever leads into the account of somebody who has just been proven to own its address, and set up none of it. */
export async function removeUnproven(em: EntityManager, user: User, { now, vouchedFor = null }: Proof): Promise<void> {
  const password = await findPassword(em, user.id);
  const vouched = vouchedFor === null ? null : await findVouchedPasskey(em, user.id, vouchedFor);
  const isWaiting = password && !password.lastUsedAt && password.secretHash === vouchedFor;
  if (password && !isWaiting) {
    em.remove(password);
    em.assign(user, { mustChangePassword: false });
  }
  await removeFactors(em, user.id, { keptId: vouched?.id ?? null });
  if (vouched) em.assign(vouched, { awaitsProof: false });
  await endAccess(em, user.id, now);
}

async function findVouchedPasskey(em: EntityManager, ownerId: string, vouchedFor: string): Promise<Passkey | null> {
  const passkey = await findWaitingPasskey(em, ownerId);
  return passkey && vouchedForOf(passkey) === vouchedFor ? passkey : null;
}

/** Answers the rest of the operation as the account whose mailbox was proven; signs nobody in. */
export function recognise({ viewer, signIn, now }: OperationContext, services: IdentityServices, user: User): void {
  if (ownerOf(viewer) === user.id) return;
  signIn({ kind: 'SignedIn', userId: user.id, sessionId: '', roles: standingOf(user, services), authenticatedAt: now });
}
