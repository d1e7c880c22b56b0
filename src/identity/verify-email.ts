import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { ownerOf } from '#authorization/viewer.ts';
import { findPassword, redeemMailedToken } from './find-account.ts';
import { standingOf, type IdentityServices } from './identity-services.ts';
import { recordAudit } from './record-audit.ts';
import { endAccess } from './end-access.ts';
import { removeFactors } from './sign-in-ways.ts';
import type { User } from './user.entity.ts';

/**
 * Proves an address by the link of a mail. What was set up before is the prover's where they are signed in as the
 * account, or where it is the password of a registration that waited for just this link; anything else was set up by
 * somebody who had not proven the address, and goes.
 * @throws InvalidInput for the link
 */
export async function verifyEmail(context: OperationContext, services: IdentityServices, token: string): Promise<User> {
  const { now, viewer } = context;
  const redeemed = await redeemMailedToken(context, services, { kind: 'VERIFY_EMAIL', token });
  const { user } = redeemed;
  const em = await context.rows.em();
  if (!user.emailVerifiedAt) {
    if (ownerOf(viewer) !== user.id)
      await removeUnproven(em, user, { now, waitingHash: redeemed.token.secretHash ?? null });
    em.assign(user, { emailVerifiedAt: now, updatedAt: now });
    recordAudit(em, context, { event: 'EMAIL_VERIFIED', ownerId: user.id });
  }
  recognise(context, services, user);
  return user;
}

interface Proof {
  readonly now: Date;
  /** Hash of the password of a registration that waited for just this proof. */
  readonly waitingHash?: string | null;
}

/** Takes away whatever leads into the account of somebody who has just been proven to own its address, and set up none of it. */
export async function removeUnproven(em: EntityManager, user: User, { now, waitingHash = null }: Proof): Promise<void> {
  const password = await findPassword(em, user.id);
  const isWaiting = password && !password.lastUsedAt && password.secretHash === waitingHash;
  if (password && !isWaiting) em.remove(password);
  await removeFactors(em, user.id);
  await endAccess(em, user.id, now);
}

/** Answers the rest of the operation as the account whose mailbox was proven; signs nobody in. */
export function recognise({ viewer, signIn, now }: OperationContext, services: IdentityServices, user: User): void {
  if (ownerOf(viewer) === user.id) return;
  signIn({ kind: 'SignedIn', userId: user.id, sessionId: '', roles: standingOf(user, services), authenticatedAt: now });
}
