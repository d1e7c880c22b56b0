import type { EntityManager } from '@mikro-orm/postgresql';
import { updateMany } from '#database/bulk.ts';
import type { SamePostings } from './find-same-postings.ts';
import { JobPosting } from './job-posting.entity.ts';
import { changeChains } from './link-reposts.ts';
import { PostingSighting } from './posting-sighting.entity.ts';
import { holdReported } from './quarantine.ts';
import { keepOwnSightings, remakePostings } from './sight-elsewhere.ts';
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
  await remakePostings(em, [keptId], now);
  await holdReported(em, [goneId], now);
  await tellPostingsChanged(em, [keptId, goneId], now);
  // As it is now, it may be a third one.
  await tellPostingsToCompare(em, [keptId], now);
}

async function retire(em: EntityManager, { keptId, goneId }: Omit<SamePostings, 'evidence'>, now: Date): Promise<void> {
  const kept = await readStanding(em, keptId);
  const gone = await readStanding(em, goneId);
  const opens = gone.isActive && !kept.isActive ? { isActive: true, expiredAt: null } : {};
  const chains = new Set([...kept.previousPostingIds, ...gone.previousPostingIds]);
  const all = {
    previousPostingIds: [...chains].filter((id) => id !== keptId),
    repostCount: Math.max(kept.repostCount, gone.repostCount),
    // What the one was told from is not the other, either.
    apartFrom: [...kept.apartFrom, ...gone.apartFrom],
  };
  await em.nativeUpdate(JobPosting, { id: keptId }, { ...opens, ...all, updatedAt: now });
  await em.nativeUpdate(JobPosting, { mergedIntoId: goneId }, { mergedIntoId: keptId });
  const closed = { isActive: false, expiredAt: null, reviewSince: null, mergedIntoId: keptId, updatedAt: now };
  await em.nativeUpdate(JobPosting, { id: goneId }, closed);
  // Whoever applied to what is gone has applied to the one that stayed: reposts of the first name both.
  await changeChains(em, { companyKey: gone.companyKey, naming: goneId }, (chain) => [...new Set([...chain, keptId])]);
}

const standing = [
  'isActive',
  'expiredAt',
  'isQuarantined',
  'rejectedAt',
  'companyKey',
  'repostCount',
  'previousPostingIds',
  'apartFrom',
] as const;

type Standing = Pick<JobPosting, (typeof standing)[number]>;

/** What of a posting its sources do not say. */
export const readStanding = async (em: EntityManager, id: string): Promise<Standing> =>
  (await em.findOneOrFail(JobPosting, { id }, { fields: standing, disableIdentityMap: true })) as unknown as Standing;
