import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { Credential } from './credential.entity.ts';
import { findPassword, redeemMailedToken } from './find-account.ts';
import { forgetDevices } from './known-devices.ts';
import type { IdentityServices } from './identity-services.ts';
import { hashNewPassword, type HashedPassword } from './new-password.ts';
import { endOneTimeTokens, findGoodToken } from './one-time-tokens.ts';
import { recordAudit } from './record-audit.ts';
import { revokeSessionsOf } from './revoke-session.ts';
import { sendSecurityMail } from './send-security-mail.ts';

/**
 * Sets a new password by the link of a mail. Whoever has it holds the mailbox: all that was set up before, by them or by
 * somebody who did not, is gone. Nobody is signed in by it. A password that is refused leaves the link as it was.
 * @throws InvalidInput for the link or the password, Overloaded
 */
export async function resetPassword(
  context: OperationContext,
  services: IdentityServices,
  { token, newPassword }: { readonly token: string; readonly newPassword: string },
): Promise<true> {
  const { now, rows } = context;
  const presented = { kind: 'RESET_PASSWORD', token } as const;
  const judge = { tokens: services.tokens, now };
  const { email } = await rows.separately((em) => findGoodToken(em, judge, presented));
  const hashed = await hashNewPassword(context, services, { password: newPassword, field: 'newPassword', email });
  const { user } = await redeemMailedToken(context, services, presented);
  const em = await rows.em();
  await setPassword(em, context, { ownerId: user.id, hashed });
  em.assign(user, { emailVerifiedAt: user.emailVerifiedAt ?? now, mustChangePassword: false, updatedAt: now });
  await endAccess(em, user.id, now);
  await recordAudit(em, context, { event: 'PASSWORD_RESET', ownerId: user.id });
  await sendSecurityMail(em, context, { user, kind: 'PASSWORD_RESET' });
  await services.attempts.forget(email);
  return true;
}

/** Makes this the account's password, whether or not it had one; failures of before count no more. */
export async function setPassword(
  em: EntityManager,
  { newId, now }: Pick<OperationContext, 'newId' | 'now'>,
  { ownerId, hashed }: { readonly ownerId: string; readonly hashed: HashedPassword },
): Promise<void> {
  const password = await findPassword(em, ownerId);
  const changes = { ...hashed, failedAttempts: 0, updatedAt: now };
  if (password) em.assign(password, changes);
  else em.create(Credential, { id: newId(), ownerId, kind: 'PASSWORD', ...changes, createdAt: now });
  await em.flush();
}

/** Ends whatever lets somebody in or is half way there: sessions, known devices, links. */
export async function endAccess(em: EntityManager, ownerId: string, now: Date): Promise<void> {
  await revokeSessionsOf(em, ownerId, now);
  await forgetDevices(em, ownerId);
  await endOneTimeTokens(em, { ownerId, kind: { $in: openDoors } }, now);
}

/** Links that lead in, or change where links lead. */
export const openDoors = ['RESET_PASSWORD', 'CONFIRM_EMAIL_CHANGE', 'CANCEL_EMAIL_CHANGE'] as const;
