import type { EntityManager } from '@mikro-orm/postgresql';
import { tellChanges } from '#notifications/tell-changes.ts';
import { AccessToken } from './access-token.entity.ts';
import { Session } from './session.entity.ts';

/** What is told of when sessions, or narrow tokens, end: those of everybody together, since few end. */
export const endedSessions = { subject: 'SESSIONS', of: 'everybody' } as const;

/** Tells every process in the transaction that ends them, so that what is open by these sessions is closed. */
export const tellSessionsEnded = async (em: EntityManager, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0) await tellChanges(em, [{ ...endedSessions, ids }]);
};

/** Which of these sessions and narrow tokens still let somebody in. */
export async function liveSessions(em: EntityManager, ids: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  const live = { id: { $in: [...ids] }, revokedAt: null, expiresAt: { $gt: now } };
  const found = await em.find(Session, live, { fields: ['id'], disableIdentityMap: true });
  const isElsewhere = found.length < ids.length;
  const tokens = isElsewhere ? await em.find(AccessToken, live, { fields: ['id'], disableIdentityMap: true }) : [];
  return new Set([...found, ...tokens].map(({ id }) => id));
}
