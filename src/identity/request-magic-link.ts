import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { answerEvenly } from './answer-evenly.ts';
import { findEmailAddress } from './email-address.ts';
import { lockAccountOf } from './find-account.ts';
import { hashToken } from './hash-token.ts';
import { mailLink } from './mail-link.ts';
import { recordAudit } from './record-audit.ts';

/**
 * Mails a link to sign in, if there is such an account and it is not shut out. Answers alike either way, with a cookie
 * too, and takes as long.
 * @throws Forbidden where the browser keeps no cookies
 */
export async function requestMagicLink(context: OperationContext, address: string): Promise<true> {
  const nonceHash = markBrowser(context.client);
  await answerEvenly(() => context.rows.separately((em) => mailMagicLink(em, context, { address, nonceHash })));
  return true;
}

/**
 * Lets the browser be known as the one that asked. What it keeps is new each time: who planted what it kept before, or
 * copied it, is not known by it.
 * @returns hash of what it keeps; null for a program, which keeps nothing
 */
function markBrowser({ keepsCookies, setFlowToken }: OperationContext['client']): string | null {
  if (!keepsCookies) return null;
  const nonce = randomBytes(32).toString('base64url');
  setFlowToken('link', nonce);
  return hashToken(nonce);
}

interface Asked {
  readonly address: string;
  readonly nonceHash: string | null;
}

async function mailMagicLink(
  em: EntityManager,
  context: OperationContext,
  { address, nonceHash }: Asked,
): Promise<void> {
  const email = findEmailAddress(address);
  const user = email === null ? null : await lockAccountOf(em, { email, disabledAt: null });
  if (!user) return;
  const { ip, userAgent } = context.client;
  const asker = { nonceHash, ip, userAgent };
  await mailLink(em, context, {
    token: { kind: 'MAGIC_LINK', ownerId: user.id, email: user.email, asker },
    content: { kind: 'MAGIC_LINK' },
  });
  recordAudit(em, context, { event: 'MAGIC_LINK_REQUESTED', ownerId: user.id });
}
