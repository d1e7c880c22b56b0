import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMany } from '#database/bulk.ts';
import { OutboxMessage } from '#notifications/outbox-message.entity.ts';
import { newSharedId } from '#platform/ids.ts';

/** Leaves a message for each posting that is to be matched anew; in the caller's transaction. */
export function tellPostingsChanged(em: EntityManager, ids: readonly string[], now: Date): Promise<void> {
  const messages = ids.map((subjectId) => ({
    id: newSharedId(),
    ownerId: null,
    kind: 'POSTING_CHANGED' as const,
    subjectId,
    createdAt: now,
    attempts: 0,
    availableAt: now,
  }));
  return insertMany(em, OutboxMessage, messages);
}
