import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { answerEvenly } from './answer-evenly.ts';
import { findEmailAddress } from './email-address.ts';
import { lockAccountOf } from './find-account.ts';
import { mailPasswordReset } from './mail-link.ts';
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
  await mailPasswordReset(em, context, user);
  recordAudit(em, context, { event: 'PASSWORD_RESET_REQUESTED', ownerId: user.id });
}
