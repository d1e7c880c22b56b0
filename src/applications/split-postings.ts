import type { EntityManager } from '@mikro-orm/postgresql';
import { tryHoldPool } from '#job-pool/hold-pool.ts';
import { partPosting } from '#job-pool/part-posting.ts';
import { leaveForLater } from '#job-pool/tell-postings-changed.ts';
import { holdPostings } from '#scoring/surfacing.ts';
import { returnReferences } from './return-references.ts';

/**
 * Undoes what was taken for each of these postings last: matches and applications that were made for it are its own again.
 * In the caller's transaction, on the system login.
 */
export async function splitPostings(em: EntityManager, postingIds: readonly string[], now: Date): Promise<void> {
  if (!(await tryHoldPool(em))) return leaveForLater(em, 'POSTING_SPLIT', { ids: postingIds, now });
  await holdPostings(em, postingIds, []);
  for (const keptId of postingIds) {
    const partedId = await partPosting(em, keptId, now);
    if (partedId !== null) await returnReferences(em, { keptId, partedId });
  }
}
