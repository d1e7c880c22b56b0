import { defineEntity, p } from '@mikro-orm/core';
import type { WaitingContent } from './mail-content.ts';

/** After so long nobody waits for a mail any more. */
export const mailGiveUpSeconds = 24 * 3_600;

const MailSchema = defineEntity({
  name: 'Mail',
  tableName: 'mails',
  properties: {
    id: p.uuid().primary(),
    toAddress: p.string().length(255),
    // What it tells of, without the secrets of its links: they are made when it is sent.
    content: p.json().$type<WaitingContent>(),
    createdAt: p.datetime(),
    // One that could not be sent waits longer after each try.
    attempts: p.integer(),
    availableAt: p.datetime(),
  },
  indexes: [{ name: 'mails_available_at_idx', properties: ['availableAt', 'id'] }],
});
export class Mail extends MailSchema.class {}
MailSchema.setClass(Mail);
