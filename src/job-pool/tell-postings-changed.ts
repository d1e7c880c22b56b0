import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMany, setColumn } from '#database/bulk.ts';
import { OutboxMessage } from '#notifications/outbox-message.entity.ts';
import { newSharedId } from '#platform/ids.ts';
import { JobPosting } from './job-posting.entity.ts';

/**
 * Leaves a message for each posting that is to be matched anew, and notes that what of it was handed to matching holds no
 * more; in the caller's transaction.
 */
export async function tellPostingsChanged(em: EntityManager, ids: readonly string[], now: Date): Promise<void> {
  await setColumn(em, JobPosting, { ids, property: 'surfacedHash', value: null });
  const messages = ids.map((subjectId) => ({
    id: newSharedId(),
    ownerId: null,
    kind: 'POSTING_CHANGED' as const,
    subjectId,
    createdAt: now,
    attempts: 0,
    availableAt: now,
  }));
  await insertMany(em, OutboxMessage, messages);
}
