import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import type { MailSource } from '#notifications/send-mail.ts';
import { answerEvenly } from './answer-evenly.ts';
import { findEmailAddress } from './email-address.ts';
import { findPassword, lockAccountOf } from './find-account.ts';
import { findWaitingPasskey, vouchedForOf } from './find-passkeys.ts';
import { mailLink } from './mail-link.ts';
import type { User } from './user.entity.ts';

/**
 * Mails a link to prove the address, if there is such an account and it is not proven yet; answers alike either way, and
 * takes as long.
 */
export async function requestEmailVerification(context: OperationContext, address: string): Promise<true> {
  await answerEvenly(() => context.rows.separately((em) => mailPending(em, context, address)));
  return true;
}

async function mailPending(em: EntityManager, context: OperationContext, address: string): Promise<void> {
  const email = findEmailAddress(address);
  const user = email === null ? null : await lockAccountOf(em, { email, emailVerifiedAt: null });
  if (user) await mailVerification(em, context, user);
}

/** Mails a link that proves the address, and vouches for the account's password, or the passkey that waits, and no other. */
export async function mailVerification(em: EntityManager, source: MailSource, user: User): Promise<void> {
  const password = await findPassword(em, user.id);
  const passkey = await findWaitingPasskey(em, user.id);
  const secretHash = password?.secretHash ?? (passkey ? vouchedForOf(passkey) : null);
  await mailLink(em, source, {
    token: { kind: 'VERIFY_EMAIL', ownerId: user.id, email: user.email, secretHash },
    content: { kind: 'VERIFY_EMAIL' },
  });
}
