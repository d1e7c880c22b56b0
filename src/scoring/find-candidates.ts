import type { EntityManager } from '@mikro-orm/postgresql';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { demandingThreshold, type Reach } from './may-reach.ts';

/** Open postings that `mayReach` lets through, by index. */
export async function findCandidates(
  em: EntityManager,
  { minimumFitThreshold, keys }: Reach,
): Promise<readonly string[]> {
  if (keys.size === 0) return [];
  const open = em.createQueryBuilder(JobPosting, 'p').select('p.id');
  if (minimumFitThreshold < demandingThreshold)
    return (await open.where({ isActive: true }).execute<{ id: string }[]>()).map(({ id }) => id);
  const undemanding = await open.where({ isActive: true, requiredSkills: 0 }).execute<{ id: string }[]>();
  const sharing = await em
    .createQueryBuilder(JobPosting, 'p')
    .select('p.id')
    .join('p.skills', 's')
    .where({ 'p.isActive': true, 's.skillKey': { $in: [...keys] }, 's.required': true, 's.kind': 'HARD' })
    .groupBy('p.id')
    .having('2 * count(*) >= p.required_skills')
    .execute<{ id: string }[]>();
  return [...undemanding, ...sharing].map(({ id }) => id);
}
