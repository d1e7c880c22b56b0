import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import type { SecurityMailKind } from '#notifications/mail-content.ts';
import { mailOrigin, sendMail } from '#notifications/send-mail.ts';
import { issueOneTimeToken } from './one-time-tokens.ts';
import type { User } from './user.entity.ts';

/** Who asks, as far as mails tell of it. */
export type MailSource = Pick<OperationContext, 'newId' | 'now'> & {
  readonly client: Pick<OperationContext['client'], 'ip' | 'userAgent'>;
};

/** Tells an account's owner, in the transaction of what it tells of; its link ends every session. */
export async function sendSecurityMail(
  em: EntityManager,
  source: MailSource,
  { user, kind }: { readonly user: Pick<User, 'id' | 'email'>; readonly kind: SecurityMailKind },
): Promise<void> {
  const { id: tokenId } = await issueOneTimeToken(em, source, {
    kind: 'END_SESSIONS',
    ownerId: user.id,
    email: user.email,
  });
  const origin = mailOrigin(source.client, source.now);
  await sendMail(em, source, { to: user.email, content: { kind, tokenId, origin } });
}
