import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { requireOwner } from '#authorization/viewer.ts';
import { parseEmailAddress } from '#identity/email-address.ts';
import { mailLink } from '#identity/mail-link.ts';
import { User } from '#identity/user.entity.ts';
import { sendMail } from '#notifications/send-mail.ts';
import { recordAct, type ActSource } from './act.ts';

/** Invites somebody by mail; whoever has an account already is told so instead. @throws InvalidInput */
export async function inviteUser(context: OperationContext, address: string): Promise<true> {
  const email = parseEmailAddress(address, 'email');
  await sendInvitation(await context.rows.em(), context, { email, inviterId: requireOwner(context.viewer) });
  return true;
}

export interface Invitation {
  /** In the form that addresses are stored in. */
  readonly email: string;
  /** The admin whose invitation it is. */
  readonly inviterId: string;
}

/**
 * Does so for whoever may, within a transaction.
 * @returns id of the token that its link carries; null where the address has an account
 */
export async function sendInvitation(
  em: EntityManager,
  source: ActSource,
  { email, inviterId }: Invitation,
): Promise<string | null> {
  recordAct(em, source, { event: 'ADMIN_ACT', ownerId: null, detail: 'invited somebody' });
  if ((await em.count(User, { email })) > 0) {
    await sendMail(em, source, { to: email, content: { kind: 'ACCOUNT_EXISTS' } });
    return null;
  }
  return mailLink(em, source, { token: { kind: 'INVITE', ownerId: inviterId, email }, content: { kind: 'INVITE' } });
}
