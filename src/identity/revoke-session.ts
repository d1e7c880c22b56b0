import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { ownerOf } from '#authorization/viewer.ts';
import { tellSessionsEnded } from './ended-sessions.ts';
import { Session } from './session.entity.ts';

/**
 * Ends one of the viewer's sessions from the next request on; ending an ended one is harmless.
 * @param id looked up as the viewer's before
 */
export async function revokeSession(context: OperationContext, id: string): Promise<true> {
  const { viewer, client, now } = context;
  const em = await context.rows.em();
  await em.nativeUpdate(Session, { id, ownerId: ownerOf(viewer), revokedAt: null }, { revokedAt: now });
  await tellSessionsEnded(em, [id]);
  if (viewer.kind === 'SignedIn' && viewer.sessionId === id && holdsCookies(context)) client.setTokens(null);
  return true;
}

/** Whether the browser may hold tokens in cookies, which then have to go. */
export const holdsCookies = ({ client }: OperationContext): boolean =>
  client.keepsCookies || client.refreshToken !== null;

/** Ends every session of an account. */
export async function revokeSessionsOf(em: EntityManager, ownerId: string, now: Date): Promise<void> {
  // In the order of their ids: two that do this at once would otherwise wait for each other.
  const live = { ownerId, revokedAt: null };
  const sessions = await em.find(Session, live, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  for (const session of sessions) em.assign(session, { revokedAt: now });
  await em.flush();
  await tellSessionsEnded(
    em,
    sessions.map(({ id }) => id),
  );
}
