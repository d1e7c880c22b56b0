import type { EntityManager } from '@mikro-orm/postgresql';
import { updateMany } from '#database/bulk.ts';
import type { SamePostings } from './find-same-postings.ts';
import { JobPosting } from './job-posting.entity.ts';
import { PostingSighting } from './posting-sighting.entity.ts';
import { keepOwnSightings, mergePostings } from './sight-elsewhere.ts';
import { tellPostingsChanged, tellPostingsToCompare } from './tell-postings-changed.ts';

/**
 * Makes two stored postings one: what the sources of the one say is kept with the other, with why, which is made anew of
 * all of it. The row that is gone stays for a split, and nothing looks for it. In the caller's transaction, which holds the
 * pool and both postings, on the system login.
 */
export async function joinPostings(
  em: EntityManager,
  { keptId, goneId, evidence }: SamePostings,
  now: Date,
): Promise<void> {
  await keepOwnSightings(em, [keptId, goneId]);
  const sightings = await em.find(PostingSighting, { posting: goneId }, { disableIdentityMap: true });
  const moved = sightings.map((each) => ({
    id: each.id,
    posting: keptId,
    evidence: each.evidence ?? evidence,
    // One that had become part of the other before is still told from it.
    formerPostingId: each.formerPostingId ?? goneId,
    mergedAt: now,
  }));
  await updateMany(em, PostingSighting, moved);
  await retire(em, { keptId, goneId }, now);
  await mergePostings(em, [keptId], now);
  await tellPostingsChanged(em, [keptId, goneId], now);
  // As it is now, it may be a third one.
  await tellPostingsToCompare(em, [keptId], now);
}

async function retire(em: EntityManager, { keptId, goneId }: Omit<SamePostings, 'evidence'>, now: Date): Promise<void> {
  const kept = await standing(em, keptId);
  const gone = await standing(em, goneId);
  const opens = gone.isActive && !kept.isActive ? { isActive: true, expiredAt: null } : {};
  const previousPostingIds = [...new Set([...kept.previousPostingIds, ...gone.previousPostingIds])];
  const repostCount = Math.max(kept.repostCount, gone.repostCount);
  await em.nativeUpdate(JobPosting, { id: keptId }, { ...opens, previousPostingIds, repostCount, updatedAt: now });
  await em.nativeUpdate(JobPosting, { mergedIntoId: goneId }, { mergedIntoId: keptId });
  const closed = { isActive: false, expiredAt: null, mergedIntoId: keptId, updatedAt: now };
  await em.nativeUpdate(JobPosting, { id: goneId }, closed);
  await lengthenChains(em, { keptId, goneId, companyKey: gone.companyKey });
}

const standing = (em: EntityManager, id: string) =>
  em.findOneOrFail(
    JobPosting,
    { id },
    { fields: ['isActive', 'companyKey', 'repostCount', 'previousPostingIds'], disableIdentityMap: true },
  );

/** Whoever applied to what is gone has applied to the one that stayed: reposts of the first name both. */
async function lengthenChains(
  em: EntityManager,
  { keptId, goneId, companyKey }: Omit<SamePostings, 'evidence'> & { readonly companyKey: string },
): Promise<void> {
  const reposts = await em.find(
    JobPosting,
    { companyKey, repostCount: { $gt: 0 }, id: { $ne: keptId } },
    { fields: ['previousPostingIds'], disableIdentityMap: true },
  );
  const longer = reposts
    .filter(({ previousPostingIds }) => previousPostingIds.includes(goneId))
    .map(({ id, previousPostingIds }) => ({ id, previousPostingIds: [...new Set([...previousPostingIds, keptId])] }));
  await updateMany(em, JobPosting, longer);
}
