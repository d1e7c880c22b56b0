import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { mailOrigin, sendMail } from '#notifications/send-mail.ts';
import { InvalidInput } from '#platform/errors.ts';
import { parseEmailAddress } from './email-address.ts';
import { findPassword, lockOwnAccount, redeemMailedToken } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import { endOneTimeTokens, issueOneTimeToken } from './one-time-tokens.ts';
import { recordAudit } from './record-audit.ts';
import { asEmailTaken } from './open-account.ts';
import { endAccess } from './reset-password.ts';
import { revokeSessionsOf } from './revoke-session.ts';
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
  const user = await lockOwnAccount(em, context);
  if (newEmail === user.email) throw new InvalidInput('newEmail', 'This is your address already.');
  const origin = mailOrigin(context.client, context.now);
  const change = { ownerId: user.id, email: user.email, otherEmail: newEmail };
  await endOneTimeTokens(em, { ownerId: user.id, kind: 'CONFIRM_EMAIL_CHANGE' }, context.now);
  if (await em.findOne(User, { email: newEmail }, { fields: ['id'] }))
    await sendMail(em, context, { to: newEmail, content: { kind: 'ACCOUNT_EXISTS', origin } });
  else {
    const { id: tokenId } = await issueOneTimeToken(em, context, { ...change, kind: 'CONFIRM_EMAIL_CHANGE' });
    await sendMail(em, context, { to: newEmail, content: { kind: 'CONFIRM_EMAIL_CHANGE', tokenId, origin } });
  }
  const { id: tokenId } = await issueOneTimeToken(em, context, { ...change, kind: 'CANCEL_EMAIL_CHANGE' });
  const content = { kind: 'EMAIL_CHANGE_REQUESTED', tokenId, newEmail, origin } as const;
  await sendMail(em, context, { to: user.email, content });
  await recordAudit(em, context, { event: 'EMAIL_CHANGE_REQUESTED', ownerId: user.id });
  return true;
}

/**
 * Makes the new address the account's. Its other sessions end, links to the old address are worth nothing any more, and
 * the old address can take it back for a week, whatever the address is changed to meanwhile.
 * @throws InvalidInput for the link, Conflict EMAIL_TAKEN where somebody was faster
 */
export async function confirmEmailChange(
  context: OperationContext,
  services: IdentityServices,
  token: string,
): Promise<User> {
  const { now, viewer, client } = context;
  const { user, token: change } = await redeemMailedToken(context, services, { kind: 'CONFIRM_EMAIL_CHANGE', token });
  const em = await context.rows.em();
  const oldEmail = user.email;
  const newEmail = await moveTo(em, { user, email: change.otherEmail, now });
  const ownSession = viewer.kind === 'SignedIn' && viewer.userId === user.id ? viewer.sessionId : null;
  await revokeSessionsOf(em, user.id, now, ownSession);
  await endOneTimeTokens(em, { ownerId: user.id, email: oldEmail, kind: { $ne: 'REVERT_EMAIL_CHANGE' } }, now);
  const { id: tokenId } = await issueOneTimeToken(em, context, {
    kind: 'REVERT_EMAIL_CHANGE',
    ownerId: user.id,
    email: newEmail,
    otherEmail: oldEmail,
  });
  const content = { kind: 'EMAIL_CHANGED', tokenId, newEmail, origin: mailOrigin(client, now) } as const;
  await sendMail(em, context, { to: oldEmail, content });
  await recordAudit(em, context, { event: 'EMAIL_CHANGED', ownerId: user.id });
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
  await recordAudit(em, context, { event: 'EMAIL_CHANGE_CANCELLED', ownerId: user.id });
  return true;
}

/**
 * Takes a change back by the link in the old address's mail, with those that came after it. Whoever made it had the
 * password: it goes, with every session, and the old address is mailed a link to set a new one.
 * @throws InvalidInput for the link, Conflict EMAIL_TAKEN where somebody else has the old address by now
 */
export async function revertEmailChange(
  context: OperationContext,
  services: IdentityServices,
  token: string,
): Promise<true> {
  const { now, client } = context;
  const { user, token: change } = await redeemMailedToken(context, services, { kind: 'REVERT_EMAIL_CHANGE', token });
  const em = await context.rows.em();
  const email = await moveTo(em, { user, email: change.otherEmail, now });
  const password = await findPassword(em, user.id);
  if (password) em.remove(password);
  await endAccess(em, user.id, now);
  // The ways back to addresses that it had since are not its owner's.
  const since = { $gte: change.createdAt };
  await endOneTimeTokens(em, { ownerId: user.id, kind: 'REVERT_EMAIL_CHANGE', createdAt: since }, now);
  const { id: tokenId } = await issueOneTimeToken(em, context, { kind: 'RESET_PASSWORD', ownerId: user.id, email });
  const origin = mailOrigin(client, now);
  await sendMail(em, context, { to: email, content: { kind: 'RESET_PASSWORD', tokenId, origin } });
  await recordAudit(em, context, { event: 'EMAIL_CHANGE_REVERTED', ownerId: user.id });
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
