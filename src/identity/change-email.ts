import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { sendMail } from '#notifications/send-mail.ts';
import { InvalidInput } from '#platform/errors.ts';
import { parseEmailAddress } from './email-address.ts';
import { findPassword, lockOwnAccount, redeemMailedToken } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import { mailLink, mailPasswordReset } from './mail-link.ts';
import { endOneTimeTokens } from './one-time-tokens.ts';
import { recordAudit } from './record-audit.ts';
import { asEmailTaken } from './open-account.ts';
import { endAccess } from './end-access.ts';
import { revokeSessionsOf } from './revoke-session.ts';
import { removeFactors } from './sign-in-ways.ts';
import { User } from './user.entity.ts';
import { recognise } from './verify-email.ts';

/**
 * Mails a link to the new address, and word of it to the old one, from where it can be called off. Nothing changes yet.
 * A taken address answers alike, and its owner is told instead.
 * @throws InvalidInput
 */
export async function requestEmailChange(context: OperationContext, address: string): Promise<true> {
  const newEmail = parseEmailAddress(address, 'newEmail');
  const em = await context.rows.em();
  const { user } = await lockOwnAccount(em, context);
  if (newEmail === user.email) throw new InvalidInput('newEmail', 'This is your address already.');
  const change = { ownerId: user.id, email: user.email, otherEmail: newEmail };
  await endOneTimeTokens(em, { ownerId: user.id, kind: 'CONFIRM_EMAIL_CHANGE' }, context.now);
  if (await em.findOne(User, { email: newEmail }, { fields: ['id'] }))
    await sendMail(em, context, { to: newEmail, content: { kind: 'ACCOUNT_EXISTS' } });
  else
    await mailLink(em, context, {
      token: { ...change, kind: 'CONFIRM_EMAIL_CHANGE' },
      to: newEmail,
      content: { kind: 'CONFIRM_EMAIL_CHANGE' },
    });
  await mailLink(em, context, {
    token: { ...change, kind: 'CANCEL_EMAIL_CHANGE' },
    content: { kind: 'EMAIL_CHANGE_REQUESTED', newEmail },
  });
  recordAudit(em, context, { event: 'EMAIL_CHANGE_REQUESTED', ownerId: user.id });
  return true;
}

/**
 * Makes the new address the account's. Its other sessions end, links to the old address are worth nothing any more, and
 * the old address can take it back for a week.
 * @throws InvalidInput for the link, Conflict EMAIL_TAKEN where somebody was faster
 */
export async function confirmEmailChange(
  context: OperationContext,
  services: IdentityServices,
  token: string,
): Promise<User> {
  const { now, viewer } = context;
  const { user, token: change } = await redeemMailedToken(context, services, { kind: 'CONFIRM_EMAIL_CHANGE', token });
  const em = await context.rows.em();
  const oldEmail = user.email;
  const newEmail = await moveTo(em, { user, email: change.otherEmail, now });
  const ownSession = viewer.kind === 'SignedIn' && viewer.userId === user.id ? viewer.sessionId : null;
  await revokeSessionsOf(em, { ownerId: user.id, now, keptId: ownSession });
  await endOneTimeTokens(em, { ownerId: user.id, email: oldEmail, kind: { $ne: 'REVERT_EMAIL_CHANGE' } }, now);
  await mailLink(em, context, {
    token: { kind: 'REVERT_EMAIL_CHANGE', ownerId: user.id, email: newEmail, otherEmail: oldEmail },
    to: oldEmail,
    content: { kind: 'EMAIL_CHANGED', newEmail },
  });
  recordAudit(em, context, { event: 'EMAIL_CHANGED', ownerId: user.id });
  recognise(context, services, user);
  return user;
}

/** Calls a change off by the link in the old address's mail. @throws InvalidInput for the link */
export async function cancelEmailChange(
  context: OperationContext,
  services: IdentityServices,
  token: string,
): Promise<true> {
  const { user } = await redeemMailedToken(context, services, { kind: 'CANCEL_EMAIL_CHANGE', token });
  const em = await context.rows.em();
  await endOneTimeTokens(em, { ownerId: user.id, kind: 'CONFIRM_EMAIL_CHANGE' }, context.now);
  recordAudit(em, context, { event: 'EMAIL_CHANGE_CANCELLED', ownerId: user.id });
  return true;
}

/**
 * Takes a change back by the link in the old address's mail, with all that came after it. Whoever made it had the
 * password: it goes, with every session, and the old address is mailed a link to set a new one.
 * @throws InvalidInput for the link, Conflict EMAIL_TAKEN where somebody else has the old address by now
 */
export async function revertEmailChange(
  context: OperationContext,
  services: IdentityServices,
  token: string,
): Promise<true> {
  const { now } = context;
  const { user, token: change } = await redeemMailedToken(context, services, { kind: 'REVERT_EMAIL_CHANGE', token });
  const em = await context.rows.em();
  await moveTo(em, { user, email: change.otherEmail, now });
  const password = await findPassword(em, user.id);
  if (password) em.remove(password);
  await removeFactors(em, user.id, { since: change.createdAt });
  await endAccess(em, user.id, now);
  // The ways back from what came after it are its maker's; those from what came before are not.
  const later = { ownerId: user.id, kind: 'REVERT_EMAIL_CHANGE', createdAt: { $gte: change.createdAt } } as const;
  await endOneTimeTokens(em, later, now);
  await mailPasswordReset(em, context, user);
  recordAudit(em, context, { event: 'EMAIL_CHANGE_REVERTED', ownerId: user.id });
  return true;
}

/** Gives the account an address that its owner has just proven. The constraint decides whether it is free. */
async function moveTo(
  em: EntityManager,
  { user, email, now }: { readonly user: User; readonly email: string | null | undefined; readonly now: Date },
): Promise<string> {
  const proven = email ?? user.email;
  em.assign(user, { email: proven, emailVerifiedAt: now, updatedAt: now });
  await em.flush().catch(asEmailTaken);
  return proven;
}
