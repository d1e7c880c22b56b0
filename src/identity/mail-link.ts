import type { EntityManager } from '@mikro-orm/postgresql';
import type { LinkContent, SecurityMailKind } from '#notifications/mail-content.ts';
import { sendMail, type MailSource } from '#notifications/send-mail.ts';
import { issueOneTimeToken, type TokenRequest } from './one-time-tokens.ts';
import type { User } from './user.entity.ts';

export interface LinkMail {
  readonly token: TokenRequest;
  /** Where it goes; the token's own address where that is not said. */
  readonly to?: string;
  readonly content: LinkContent;
}

/**
 * Makes a one-time token and leaves the mail whose link carries it, both in the transaction of what they are about.
 * @returns id of the token
 */
export async function mailLink(
  em: EntityManager,
  source: MailSource,
  { token, to = token.email, content }: LinkMail,
): Promise<string> {
  const { id: tokenId } = await issueOneTimeToken(em, source, token);
  await sendMail(em, source, { to, content: { ...content, tokenId } });
  return tokenId;
}

type Addressee = Pick<User, 'id' | 'email'>;

/** Mails a link to set a new password. */
export const mailPasswordReset = (em: EntityManager, source: MailSource, user: Addressee): Promise<string> =>
  mailLink(em, source, {
    token: { kind: 'RESET_PASSWORD', ownerId: user.id, email: user.email },
    content: { kind: 'RESET_PASSWORD' },
  });

/** Tells an account's owner of something in case it was not them; the link ends every session. */
export const mailSecurityNotice = (
  em: EntityManager,
  source: MailSource,
  { user, kind }: { readonly user: Addressee; readonly kind: SecurityMailKind },
): Promise<string> =>
  mailLink(em, source, {
    token: { kind: 'END_SESSIONS', ownerId: user.id, email: user.email },
    content: { kind },
  });
