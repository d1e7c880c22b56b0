import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import type { MailSource } from '#notifications/send-mail.ts';
import type { AuditEventKind, AuditOutcome } from '#platform/resolver-types.generated.ts';
import { AuditEvent } from './audit-event.entity.ts';

export interface Audited {
  readonly event: AuditEventKind;
  /** The account it is about; null where there is none, such as an unknown address. */
  readonly ownerId: string | null;
  readonly outcome?: AuditOutcome;
  /** More of it in a few words of ours, never of a client's. */
  readonly detail?: string;
  /**
   * Who did it, where that is not who asks as this account: one who has just signed in, or staff. Null where nobody knows.
   */
  readonly actorId?: string | null;
  readonly sessionId?: string | null;
}

/** What is known of whoever asks. */
export type AuditSource = MailSource & Pick<OperationContext, 'viewer'>;

/**
 * Writes down what happened, in the transaction that does it: both are there, or neither is. What is refused is written
 * in a transaction of its own. Who asks as another account is nobody here: as an actor they would be taken for staff,
 * whose place an account's owner is not told.
 */
export function recordAudit(em: EntityManager, source: AuditSource, audited: Audited): void {
  const { newId, now, viewer, client } = source;
  const { event, ownerId, outcome = 'SUCCEEDED', detail = null } = audited;
  const isOwn = viewer.kind === 'SignedIn' && (ownerId === null || ownerId === viewer.userId);
  const asking = isOwn ? viewer : { userId: null, sessionId: null };
  em.create(AuditEvent, {
    id: newId(),
    ownerId,
    at: now,
    event,
    outcome,
    actorId: audited.actorId === undefined ? asking.userId : audited.actorId,
    sessionId: audited.sessionId === undefined ? asking.sessionId : audited.sessionId,
    ip: client.ip,
    userAgent: client.userAgent,
    detail,
  });
}
