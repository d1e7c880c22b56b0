import type { OperationContext } from '#authorization/operation-context.ts';
import { sendMail } from '#notifications/send-mail.ts';
import { Forbidden, InvalidInput } from '#platform/errors.ts';
import { findEmailAddress } from './email-address.ts';
import { lockOwnAccount } from './find-account.ts';
import { recordAudit } from './record-audit.ts';
import { holdsCookies, revokeSessionsOf } from './revoke-session.ts';
import { User } from './user.entity.ts';

/**
 * Deletes the viewer's account with everything that belongs to it. What happened to it stays in the audit log.
 * @throws InvalidInput where the address is not the account's, Forbidden for the last admin
 */
export async function deleteAccount(context: OperationContext, confirmEmail: string): Promise<true> {
  const { now, client } = context;
  const em = await context.rows.em();
  const { user } = await lockOwnAccount(em, context);
  if (findEmailAddress(confirmEmail) !== user.email)
    throw new InvalidInput('confirmEmail', 'Write the e-mail address of your account to delete it.');
  if (user.roles.includes('ADMIN')) throw new Forbidden('An admin is deleted by giving the role away first.');
  recordAudit(em, context, { event: 'ACCOUNT_DELETED', ownerId: user.id });
  await sendMail(em, context, { to: user.email, content: { kind: 'ACCOUNT_DELETED' } });
  await revokeSessionsOf(em, { ownerId: user.id, now });
  await em.nativeDelete(User, { id: user.id });
  if (holdsCookies(context)) client.setTokens(null);
  return true;
}
