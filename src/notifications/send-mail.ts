import type { EntityManager } from '@mikro-orm/postgresql';
import { notify } from '#database/notify.ts';
import { Mail } from './mail.entity.ts';
import type { MailContent, MailOrigin } from './mail-content.ts';

/** The channel that those who send mails listen on: a word that one waits, never which. */
export const mailChannel = 'tenure_mails';

/** Leaves a mail in the transaction of what it tells of: it is sent if that commits, and by nobody who asks. */
export async function sendMail(
  em: EntityManager,
  { newId, now }: { readonly newId: () => string; readonly now: Date },
  { to, content }: { readonly to: string; readonly content: MailContent },
): Promise<void> {
  em.create(Mail, { id: newId(), toAddress: to, content, createdAt: now, attempts: 0, availableAt: now });
  await em.flush();
  await notify(em, mailChannel);
}

/** Where and when something was asked for, as a mail tells it. */
export const mailOrigin = (
  { ip, userAgent }: { readonly ip: string | null; readonly userAgent: string | null },
  now: Date,
): MailOrigin => ({ at: now.toISOString(), ip, userAgent });
