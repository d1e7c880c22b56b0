import type { EntityManager } from '@mikro-orm/postgresql';
import { readIds, readIdsOfHalfMet } from '#database/read-columns.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { demandingThreshold, type Reach } from './may-reach.ts';

/** Open postings that `mayReach` lets through, by index. */
export async function findCandidates(
  em: EntityManager,
  { minimumFitThreshold, keys }: Reach,
): Promise<readonly string[]> {
  if (keys.size === 0) return [];
  if (minimumFitThreshold < demandingThreshold) return readIds(em, JobPosting, { isActive: true });
  const undemanding = await readIds(em, JobPosting, { isActive: true, requiredSkills: 0 });
  const sharing = await readIdsOfHalfMet(em, JobPosting, {
    where: { isActive: true },
    list: 'skills',
    whereChild: { skillKey: { $in: [...keys] }, required: true, kind: 'HARD' },
    outOf: 'requiredSkills',
  });
  return [...undemanding, ...sharing];
}
