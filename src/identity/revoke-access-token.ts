import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { ownerOf } from '#authorization/viewer.ts';
import { AccessToken } from './access-token.entity.ts';
import { tellSessionsEnded } from './ended-sessions.ts';
import { recordAudit } from './record-audit.ts';

/**
 * Ends one of the viewer's access tokens from the next request on; ending an ended one is harmless.
 * @param id looked up as the viewer's before
 */
export async function revokeAccessToken(context: OperationContext, id: string): Promise<true> {
  const { viewer, now } = context;
  const ownerId = ownerOf(viewer);
  const em = await context.rows.em();
  const ended = await em.nativeUpdate(AccessToken, { id, ownerId, revokedAt: null }, { revokedAt: now });
  if (ended === 0) return true;
  await tellSessionsEnded(em, [id]);
  recordAudit(em, context, { event: 'ACCESS_TOKEN_REVOKED', ownerId });
  return true;
}

/** Ends all access tokens of an account. */
export async function revokeAccessTokensOf(em: EntityManager, ownerId: string, now: Date): Promise<void> {
  // In the order of their ids, as sessions are.
  const tokens = await em.find(
    AccessToken,
    { ownerId, revokedAt: null },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  for (const token of tokens) em.assign(token, { revokedAt: now });
  await tellSessionsEnded(
    em,
    tokens.map(({ id }) => id),
  );
}
