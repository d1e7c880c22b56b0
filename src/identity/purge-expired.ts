import type { EntityManager } from '@mikro-orm/postgresql';
import { RateCounter } from '#database/rate-counter.entity.ts';
import { Mail, mailGiveUpSeconds } from '#notifications/mail.entity.ts';
import { AuditEvent } from './audit-event.entity.ts';
import { addDays, sessionLifetimes } from './identity-services.ts';
import { AccessToken } from './access-token.entity.ts';
import { KnownDevice } from './known-device.entity.ts';
import { endOfTime } from './local-owner.ts';
import { OauthAttempt } from './oauth-attempt.entity.ts';
import { OneTimeToken } from './one-time-token.entity.ts';
import { PasskeyChallenge } from './passkey-challenge.entity.ts';
import { Session } from './session.entity.ts';

/** How long what has run out is kept: long enough to answer "what happened there?", and for clocks that differ. */
const graceDays = 1;
export const auditDays = 400;

/**
 * Deletes what is worth nothing any more: sessions that ended or ran out, with their refresh tokens, access tokens, links,
 * challenges, ways to providers, browsers that were not seen for long, counters, mails that nobody sends, and what
 * happened more than 400 days ago. On the system login; safe to repeat.
 */
export async function purgeExpired(em: EntityManager, now: Date): Promise<number> {
  const since = addDays(now, -graceDays);
  const ended = [{ expiresAt: { $lt: since } }, { revokedAt: { $lt: since } }];
  const over = [
    ...ended,
    // That of a single-user installation needs no refreshing.
    { lastSeenAt: { $lt: addDays(since, -sessionLifetimes.refreshIdleDays) }, expiresAt: { $lt: endOfTime } },
  ];
  const gone = [
    await em.nativeDelete(Session, { $or: over }),
    await em.nativeDelete(AccessToken, { $or: ended }),
    await em.nativeDelete(OneTimeToken, { expiresAt: { $lt: since } }),
    await em.nativeDelete(OauthAttempt, { expiresAt: { $lt: since } }),
    await em.nativeDelete(PasskeyChallenge, { expiresAt: { $lt: now } }),
    await em.nativeDelete(KnownDevice, { expiresAt: { $lt: now } }),
    await em.nativeDelete(RateCounter, { expire: { $lt: now.getTime() } }),
    // The relay gives up, and tells of it, before; where none runs, nobody else would.
    await em.nativeDelete(Mail, { createdAt: { $lt: new Date(since.getTime() - mailGiveUpSeconds * 1000) } }),
    await em.nativeDelete(AuditEvent, { at: { $lt: addDays(now, -auditDays) } }),
  ];
  return gone.reduce((sum, count) => sum + count, 0);
}
