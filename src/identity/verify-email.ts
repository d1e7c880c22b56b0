import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { ownerOf } from '#authorization/viewer.ts';
import { findPassword, redeemMailedToken, type Redeemed } from './find-account.ts';
import { findWaitingPasskey, vouchedForOf } from './find-passkeys.ts';
import { standingOf, type IdentityServices } from './identity-services.ts';
import { recordAudit } from './record-audit.ts';
import { endAccess } from './end-access.ts';
import { removeFactors } from './sign-in-ways.ts';
import type { User } from './user.entity.ts';

/**
 * Proves an address by the link of a mail. What was set up before is the prover's where they are signed in as the
 * account, or where it is the password, or the passkey, of a registration that waited for just this link; anything else was set up by
 * somebody who had not proven the address, and goes.
 * @throws InvalidInput for the link
 */
export async function verifyEmail(context: OperationContext, services: IdentityServices, token: string): Promise<User> {
  const redeemed = await redeemMailedToken(context, services, { kind: 'VERIFY_EMAIL', token });
  await proveAddress(context, redeemed);
  recognise(context, services, redeemed.user);
  return redeemed.user;
}

/** Takes the address for proven by whoever came with the link, and removes what is not theirs, the first time. */
export async function proveAddress(context: OperationContext, redeemed: Redeemed): Promise<void> {
  const { now, viewer, rows } = context;
  const { user } = redeemed;
  if (user.emailVerifiedAt) return;
  const em = await rows.em();
  if (ownerOf(viewer) !== user.id) await removeUnproven(em, redeemed, now);
  em.assign(user, { emailVerifiedAt: now, updatedAt: now });
  recordAudit(em, context, { event: 'EMAIL_VERIFIED', ownerId: user.id });
}

async function removeUnproven(em: EntityManager, { user, token }: Redeemed, now: Date): Promise<void> {
  const password = await findPassword(em, user.id);
  const passkey = await findWaitingPasskey(em, user.id);
  const vouched = passkey && vouchedForOf(passkey) === token.secretHash ? passkey : null;
  const isWaiting = password && !password.lastUsedAt && password.secretHash === token.secretHash;
  if (password && !isWaiting) em.remove(password);
  await removeFactors(em, user.id, { keptId: vouched?.id ?? null });
  if (vouched) em.assign(vouched, { awaitsProof: false });
  await endAccess(em, user.id, now);
}

/** Answers the rest of the operation as the account whose mailbox was proven; signs nobody in. */
export function recognise({ viewer, signIn, now }: OperationContext, services: IdentityServices, user: User): void {
  if (ownerOf(viewer) === user.id) return;
  signIn({ kind: 'SignedIn', userId: user.id, sessionId: '', roles: standingOf(user, services), authenticatedAt: now });
}
