import type { OperationContext } from '#authorization/operation-context.ts';
import { endAccess } from './end-access.ts';
import { redeemMailedToken } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import { hashNewPassword, setPassword } from './new-password.ts';
import { findGoodToken } from './one-time-tokens.ts';
import { recordAudit } from './record-audit.ts';
import { removeFactors } from './sign-in-ways.ts';
import { mailSecurityNotice } from './mail-link.ts';

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
  // Proving the mailbox is no second factor; but what was set up by somebody who had not proven it goes.
  if (!user.emailVerifiedAt) await removeFactors(em, user.id);
  em.assign(user, { emailVerifiedAt: user.emailVerifiedAt ?? now, mustChangePassword: false, updatedAt: now });
  await endAccess(em, user.id, now);
  recordAudit(em, context, { event: 'PASSWORD_RESET', ownerId: user.id });
  await mailSecurityNotice(em, context, { user, kind: 'PASSWORD_RESET' });
  await services.attempts.forget(email);
  return true;
}
