import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { mailOrigin, sendMail } from '#notifications/send-mail.ts';
import { answerEvenly } from './answer-evenly.ts';
import { findEmailAddress } from './email-address.ts';
import { lockAccountOf } from './find-account.ts';
import { issueOneTimeToken } from './one-time-tokens.ts';
import { recordAudit } from './record-audit.ts';

/** Mails a link to set a new password, if there is such an account. Answers alike either way, and takes as long. */
export async function requestPasswordReset(context: OperationContext, address: string): Promise<true> {
  await answerEvenly(() => context.rows.separately((em) => mailReset(em, context, address)));
  return true;
}

async function mailReset(em: EntityManager, context: OperationContext, address: string): Promise<void> {
  const email = findEmailAddress(address);
  const user = email === null ? null : await lockAccountOf(em, { email });
  if (!user) return;
  const { id: tokenId } = await issueOneTimeToken(em, context, {
    kind: 'RESET_PASSWORD',
    ownerId: user.id,
    email: user.email,
  });
  const origin = mailOrigin(context.client, context.now);
  await sendMail(em, context, { to: user.email, content: { kind: 'RESET_PASSWORD', tokenId, origin } });
  await recordAudit(em, context, { event: 'PASSWORD_RESET_REQUESTED', ownerId: user.id });
}
