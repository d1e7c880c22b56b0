import { LockMode } from '@mikro-orm/core';
import type { OperationContext } from '#authorization/operation-context.ts';
import { tellSessionsEnded } from './ended-sessions.ts';
import { hashToken } from './hash-token.ts';
import { recordAudit } from './record-audit.ts';
import { RefreshToken } from './refresh-token.entity.ts';
import { holdsCookies } from './revoke-session.ts';
import { Session } from './session.entity.ts';

/**
 * Ends the session of the refresh token and that of the access token, which are one but for an odd client: afterwards
 * nothing that was presented works. Without either there is nothing to end; repeating it is harmless.
 * @param given null where the browser sends it as a cookie
 */
export async function signOut(context: OperationContext, given: string | null): Promise<true> {
  const { viewer, client, now } = context;
  const em = await context.rows.em();
  const presented = given ?? client.refreshToken;
  // Whoever holds any generation of the token may end its session: the worst a used one does is what its reuse does.
  const token = presented === null ? null : await em.findOne(RefreshToken, { tokenHash: hashToken(presented) });
  const ids = [...(token ? [token.session.id] : []), ...(viewer.kind === 'SignedIn' ? [viewer.sessionId] : [])];
  const live = { id: { $in: ids }, revokedAt: null };
  const sessions = await em.find(Session, live, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  for (const session of sessions) {
    const { id: sessionId, ownerId } = em.assign(session, { revokedAt: now });
    recordAudit(em, context, { event: 'LOGOUT', ownerId, actorId: ownerId, sessionId });
  }
  await tellSessionsEnded(em, ids);
  if (holdsCookies(context)) client.setTokens(null);
  return true;
}
