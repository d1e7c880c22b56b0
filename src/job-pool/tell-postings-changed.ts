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
  await leaveMessages(em, { kind: 'POSTING_CHANGED', ids, now });
}

const busyMs = 5_000;

/** Leaves messages again that cannot be worked off while the pool is another's. */
export const leaveForLater = (
  em: EntityManager,
  kind: 'POSTING_COMPARED' | 'POSTING_SPLIT',
  { ids, now }: { readonly ids: readonly string[]; readonly now: Date },
): Promise<void> => leaveMessages(em, { kind, ids, now: new Date(now.getTime() + busyMs) });

/** Leaves a message for each posting that may by now be seen to be another one; in the caller's transaction. */
export const tellPostingsToCompare = (em: EntityManager, ids: readonly string[], now: Date): Promise<void> =>
  leaveMessages(em, { kind: 'POSTING_COMPARED', ids, now });

function leaveMessages(
  em: EntityManager,
  { kind, ids, now }: Pick<OutboxMessage, 'kind'> & { readonly ids: readonly string[]; readonly now: Date },
): Promise<void> {
  const messages = ids.map((subjectId) => ({
    id: newSharedId(),
    ownerId: null,
    kind,
    subjectId,
    createdAt: now,
    attempts: 0,
    availableAt: now,
  }));
  return insertMany(em, OutboxMessage, messages);
}
