import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { updateMany } from '#database/bulk.ts';
import { ghostColumns, ghostWarning, type GhostInputs } from './ghost-score.ts';
import { JobPosting } from './job-posting.entity.ts';
import { tellPostingsChanged } from './tell-postings-changed.ts';

const postingsAtATime = 500;

/** What the score is made of, and what it was before. */
const readFields = [
  'postedDate',
  'firstSeenAt',
  'repostCount',
  'vaguenessScore',
  'salaryMin',
  'salaryMax',
  'applicationDeadline',
  'location',
  'seniorityLevel',
  'yearsMin',
  'ghostScore',
  'updatedAt',
] as const;

/**
 * Calculates the ghost scores of some open postings that have grown older by a day. A posting is matched anew only when
 * it begins or ceases to be warned of, so that time alone rewrites no scores. In the caller's transaction, on the system
 * login.
 * @returns how many were calculated
 */
export async function refreshGhostScores(em: EntityManager, now: Date): Promise<number> {
  const postings = await em.find(
    JobPosting,
    { isActive: true, ghostDueAt: { $lte: now } },
    {
      fields: readFields,
      orderBy: { ghostDueAt: 'asc', id: 'asc' },
      limit: postingsAtATime,
      lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      disableIdentityMap: true,
    },
  );
  await recalculate(em, postings, now);
  return postings.length;
}

/** Calculates the ghost scores of those of some postings that are open, because more of them has changed than their age. */
export async function renewGhostScores(em: EntityManager, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  const where = { id: { $in: [...ids] }, isActive: true };
  await recalculate(em, await em.find(JobPosting, where, { fields: readFields, disableIdentityMap: true }), now);
}

async function recalculate(
  em: EntityManager,
  postings: readonly Pick<JobPosting, 'id' | (typeof readFields)[number]>[],
  now: Date,
): Promise<void> {
  const turned: string[] = [];
  const rows = postings.map((posting) => {
    const columns = ghostColumns(posting as unknown as GhostInputs, now);
    const turns = isWarnedOf(columns.ghostScore) !== isWarnedOf(posting.ghostScore ?? 0);
    if (turns) turned.push(posting.id);
    return { id: posting.id, ...columns, updatedAt: turns ? now : posting.updatedAt };
  });
  await updateMany(em, JobPosting, rows);
  await tellPostingsChanged(em, turned, now);
}

const isWarnedOf = (score: number): boolean => score >= ghostWarning;
