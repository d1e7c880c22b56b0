import type { EntityManager } from '@mikro-orm/postgresql';
import { findSamePostings } from '#job-pool/find-same-postings.ts';
import { tryHoldPool } from '#job-pool/hold-pool.ts';
import { joinPostings } from '#job-pool/join-postings.ts';
import { leaveForLater } from '#job-pool/tell-postings-changed.ts';
import { holdPostings } from '#scoring/surfacing.ts';
import { moveReferences } from './move-references.ts';

/**
 * Makes stored postings one that have changed so that they are seen to be one, with everybody's matches and applications.
 * One at a time: what another has merged meanwhile is looked at as it is then. In the caller's transaction, on the system
 * login.
 */
export async function mergePostings(em: EntityManager, postingIds: readonly string[], now: Date): Promise<void> {
  if (!(await tryHoldPool(em))) return leaveForLater(em, 'POSTING_COMPARED', { ids: postingIds, now });
  const pairs = await findSamePostings(em, postingIds);
  // No pass of matching links anybody with what is gone by then. All at once, in the order in which passes hold them.
  const ids = pairs.flatMap(({ keptId, goneId }) => [keptId, goneId]);
  await holdPostings(em, ids, []);
  for (const same of pairs) {
    await joinPostings(em, same, now);
    await moveReferences(em, same);
  }
}
