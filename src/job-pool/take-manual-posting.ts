import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { ownerOf } from '#authorization/viewer.ts';
import { lockEach } from '#database/advisory-lock.ts';
import { RateLimited, Unauthenticated } from '#platform/errors.ts';
import { ManualPosting } from './manual-posting.entity.ts';

/** How many postings an account may hand in within any 24 hours. */
export const mostManualPostings = 20;

const windowMilliseconds = 24 * 60 * 60 * 1000;
const ownerLock = 7_396_006;

/**
 * Counts one posting that the viewer hands in. It is counted if the operation commits, and for the account, so that
 * deleting a persona forgets none; whoever hands in several at once waits for the one before.
 * @throws RateLimited until the earliest of the last 20 is a day old
 */
export async function takeManualPosting({ rows, viewer, now, newId }: OperationContext): Promise<void> {
  const ownerId = ownerOf(viewer);
  if (ownerId === null) throw new Unauthenticated();
  const em = await rows.em();
  await lockEach(em, { of: ownerLock, ids: [ownerId], mode: 'exclusive' });
  const since = new Date(now.getTime() - windowMilliseconds);
  const taken = await rows.list(ManualPosting, { createdAt: { $gt: since } }, { createdAt: 'desc', id: 'desc' });
  const earliest = taken[mostManualPostings - 1];
  if (earliest) throw new RateLimited(Math.ceil((earliest.createdAt.getTime() - since.getTime()) / 1000));
  em.create(ManualPosting, { id: newId(), ownerId, createdAt: now });
  await em.flush();
}

/** Forgets what no limit counts any more. On the system login. @returns how many there were */
export const purgeManualPostings = (em: EntityManager, now: Date): Promise<number> =>
  em.nativeDelete(ManualPosting, { createdAt: { $lte: new Date(now.getTime() - windowMilliseconds) } });
