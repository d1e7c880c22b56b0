import type { EntityManager } from '@mikro-orm/postgresql';
import { notify } from '#database/notify.ts';
import { Mail } from './mail.entity.ts';
import type { MailContent, MailOrigin } from './mail-content.ts';

/** The channel that those who send mails listen on: a word that one waits, never which. */
export const mailChannel = 'tenure_mails';

/** Who asks, as far as mails tell of it. */
export interface MailSource {
  readonly newId: () => string;
  readonly now: Date;
  readonly client: Pick<MailOrigin, 'ip' | 'userAgent'>;
}

/** Leaves a mail in the transaction of what it tells of: it is sent if that commits, and by nobody who asks. */
export async function sendMail(
  em: EntityManager,
  { newId, now, client: { ip, userAgent } }: MailSource,
  { to, content }: { readonly to: string; readonly content: MailContent },
): Promise<void> {
  const origin = { at: now.toISOString(), ip, userAgent };
  em.create(Mail, {
    id: newId(),
    toAddress: to,
    content: { ...content, origin },
    createdAt: now,
    attempts: 0,
    availableAt: now,
  });
  await notify(em, mailChannel);
}
