import type { EntityManager } from '@mikro-orm/postgresql';
import { readIds, readIdsOfHalfMet } from '#database/read-columns.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { demandingThreshold, type Reach } from './may-reach.ts';

/**
 * Open postings that matching was handed already; what comes later finds personas by their filed skills. What is held back
 * is nobody's but its owner's, who is linked with it, or found it by a key of their own.
 */
const handedOn = { isActive: true, isQuarantined: false, surfacedHash: { $ne: null } };

/** Of the pool as far as it was handed to matching, what `reachIndex` would find, by index. */
export async function findCandidates(
  em: EntityManager,
  { minimumFitThreshold, keys }: Reach,
  ownerId: string | null,
): Promise<readonly string[]> {
  if (keys.size === 0) return [];
  const own = ownerId === null ? [] : await readIds(em, JobPosting, { isActive: true, foundFor: ownerId });
  if (minimumFitThreshold < demandingThreshold) return [...own, ...(await readIds(em, JobPosting, handedOn))];
  const undemanding = await readIds(em, JobPosting, { ...handedOn, requiredSkills: 0 });
  const sharing = await readIdsOfHalfMet(em, JobPosting, {
    where: handedOn,
    list: 'skills',
    whereChild: { skillKey: { $in: [...keys] }, required: true, kind: 'HARD' },
    outOf: 'requiredSkills',
  });
  return [...own, ...undemanding, ...sharing];
}
