import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { ownerOf, requireOwner } from '#authorization/viewer.ts';
import { tellSessionsEnded } from './ended-sessions.ts';
import { lockOwnAccount } from './find-account.ts';
import { recordAudit } from './record-audit.ts';
import { revokeAccessTokensOf } from './revoke-access-token.ts';
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
  recordAudit(em, context, { event: 'SESSION_REVOKED', ownerId: ownerOf(viewer) });
  if (viewer.kind === 'SignedIn' && viewer.sessionId === id && holdsCookies(context)) client.setTokens(null);
  return true;
}

/** Ends all of the viewer's sessions, or all but the one asking, and their access tokens. */
export async function revokeEverywhere(context: OperationContext, includeCurrent: boolean): Promise<true> {
  const { viewer, client, now } = context;
  const ownerId = requireOwner(viewer);
  const em = await context.rows.em();
  await lockOwnAccount(em, context);
  const kept = viewer.kind === 'SignedIn' && !includeCurrent ? viewer.sessionId : null;
  await signOutOf(em, { ownerId, now, keptId: kept });
  recordAudit(em, context, { event: 'SESSION_REVOKED', ownerId, detail: kept ? 'all others' : 'everywhere' });
  if (includeCurrent && holdsCookies(context)) client.setTokens(null);
  return true;
}

/** Whether the browser may hold tokens in cookies, which then have to go. */
export const holdsCookies = ({ client }: OperationContext): boolean =>
  client.keepsCookies || client.refreshToken !== null;

export interface Revocation {
  readonly ownerId: string;
  readonly now: Date;
  /** A session that goes on. */
  readonly keptId?: string | null;
}

/** Ends the sessions of an account and its access tokens: whatever lets somebody in without a new proof. */
export async function signOutOf(em: EntityManager, revocation: Revocation): Promise<void> {
  await revokeSessionsOf(em, revocation);
  await revokeAccessTokensOf(em, revocation.ownerId, revocation.now);
}

/** Ends the sessions of an account. */
export async function revokeSessionsOf(em: EntityManager, { ownerId, now, keptId = null }: Revocation): Promise<void> {
  // In the order of their ids: two that do this at once would otherwise wait for each other.
  const live = { ownerId, revokedAt: null, ...(keptId === null ? {} : { id: { $ne: keptId } }) };
  const sessions = await em.find(Session, live, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  for (const session of sessions) em.assign(session, { revokedAt: now });
  await tellSessionsEnded(
    em,
    sessions.map(({ id }) => id),
  );
}
