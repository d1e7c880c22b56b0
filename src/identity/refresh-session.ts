import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { Unauthenticated } from '#platform/errors.ts';
import type { RefreshOutcome } from '#platform/metrics.ts';
import { addRefreshToken } from './add-refresh-token.ts';
import { hashToken } from './hash-token.ts';
import type { IdentityServices } from './identity-services.ts';
import { handOver, issueTokens, type AuthTokens, type TokenSource } from './issue-tokens.ts';
import { judgeRefresh } from './refresh-token.ts';
import { RefreshToken } from './refresh-token.entity.ts';
import { lockAccount } from './find-account.ts';
import { recordAudit } from './record-audit.ts';
import { signOutOf } from './revoke-session.ts';
import { mailSecurityNotice } from './mail-link.ts';
import { Session } from './session.entity.ts';

/**
 * Exchanges a refresh token for its successor and a fresh access token. When the sign-in happened stays as it was.
 * @param given null where the browser sends it as a cookie
 * @throws Unauthenticated for a token that is unknown, has run out or was used before; the last ends every session of
 *   the account, since it cannot be told whether thief or owner used it first. Forbidden, with the token as good as
 *   before, where the browser cannot keep cookies
 */
export async function refreshSession(
  context: OperationContext,
  services: IdentityServices,
  given: string | null,
): Promise<AuthTokens> {
  const { client, rows } = context;
  const presented = given ?? client.refreshToken;
  // A token that came as a cookie is replaced as one, or the browser would go on sending the used one.
  const keepsCookies = client.keepsCookies || given === null;
  const hand = (source: TokenSource): AuthTokens =>
    handOver({ ...client, keepsCookies }, issueTokens(context, services, source));
  const outcome =
    presented === null ? null : await rows.separately((em) => exchange(em, { context, services, presented, hand }));
  services.metrics.tokenRefreshed(outcomeName(outcome));
  // In a transaction of its own, which locks sessions in order: this one's lock is given back, so nobody waits in a ring.
  if (outcome?.kind === 'reused') await rows.separately((em) => endReused(em, context, outcome.session));
  if (outcome?.kind !== 'exchanged') throw new Unauthenticated('The session has ended. Sign in again.');
  return outcome.tokens;
}

/** Somebody else has had the account's tokens: no session of it can be trusted, and its owner is told. */
async function endReused(em: EntityManager, context: OperationContext, { id, ownerId }: Session): Promise<void> {
  const user = await lockAccount(em, ownerId);
  // Of many who come with it at once the first has ended, written down and told everything.
  const isFirst = user && (await em.count(Session, { id, ownerId, revokedAt: null })) > 0;
  if (!isFirst) return;
  await signOutOf(em, { ownerId, now: context.now });
  recordAudit(em, context, {
    event: 'REFRESH_REUSE',
    ownerId,
    outcome: 'REFUSED',
    actorId: null,
    sessionId: null,
  });
  await mailSecurityNotice(em, context, { user, kind: 'REFRESH_REUSED' });
}

interface Exchange {
  readonly context: OperationContext;
  readonly services: IdentityServices;
  readonly presented: string;
  /** Within the transaction of the exchange: a client that cannot take the new token keeps the one it has. */
  readonly hand: (source: TokenSource) => AuthTokens;
}

type Outcome =
  | { readonly kind: 'exchanged'; readonly how: 'ROTATED' | 'REPEATED'; readonly tokens: AuthTokens }
  | { readonly kind: 'reused'; readonly session: Session }
  | null;

const outcomeName = (outcome: Outcome): RefreshOutcome => {
  if (!outcome) return 'REFUSED';
  return outcome.kind === 'reused' ? 'REUSED' : outcome.how;
};

async function exchange(em: EntityManager, request: Exchange): Promise<Outcome> {
  const { context, services, presented } = request;
  const found = await em.findOne(RefreshToken, { tokenHash: hashToken(presented) });
  if (!found) return null;
  const { ownerId } = found;
  // Refreshing and revoking take turns at the session's row; what was read before the turn came is read again.
  const session = await em.findOne(
    Session,
    { id: found.session.id, ownerId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const token = session && (await em.refresh(found));
  if (!token) return null;
  const successor = token.usedAt
    ? await em.findOne(RefreshToken, { ownerId, session: session.id, parentId: token.id })
    : null;
  switch (judgeRefresh({ session, token, successor }, context.now, services.lifetimes.refreshGraceSeconds)) {
    case 'rotate':
      recordAudit(em, context, { event: 'REFRESH', ownerId, actorId: ownerId, sessionId: session.id });
      return {
        kind: 'exchanged',
        how: 'ROTATED',
        tokens: request.hand({ session, refresh: rotate(em, request, { session, token }) }),
      };
    case 'repeat':
      return repeat(request, session, successor);
    case 'reuse':
      return { kind: 'reused', session };
    case 'expired':
      return null;
  }
}

function rotate(
  em: EntityManager,
  { context, services, presented }: Exchange,
  { session, token }: { session: Session; token: RefreshToken },
): TokenSource['refresh'] {
  em.assign(token, { usedAt: context.now });
  em.assign(session, { lastSeenAt: context.now });
  const successor = services.rotation.successorOf(presented);
  return addRefreshToken(em, context, { session, services, token: successor, parentId: token.id });
}

function repeat({ services, presented, hand }: Exchange, session: Session, successor: RefreshToken | null): Outcome {
  const token = successor && services.rotation.findSuccessor(presented, successor.tokenHash);
  // Only a secret withdrawn within the last seconds cannot find it again; then signing in anew is all that is left.
  if (!token) return null;
  return {
    kind: 'exchanged',
    how: 'REPEATED',
    tokens: hand({ session, refresh: { token, expiresAt: successor.expiresAt } }),
  };
}
