import type { EntityManager } from '@mikro-orm/postgresql';
import { updateMany } from '#database/bulk.ts';
import type { Elsewhere } from './find-duplicates.ts';
import { ghostColumns } from './ghost-score.ts';
import { JobPosting } from './job-posting.entity.ts';
import { postingColumns } from './posting-columns.ts';
import { letGo } from './quarantine.ts';
import type { DerivedPosting } from './raw-posting.ts';
import { replaceSkills } from './replace-skills.ts';
import type { Sweep } from './sweep.ts';

interface Confirmed extends Elsewhere {
  readonly posting: DerivedPosting;
  readonly derivedHash: string;
}

/**
 * Makes postings that people handed in those of a source that has them too: everything is as the source says it, so that
 * nothing that was made up beside a true text outlives this, and whoever handed it in keeps it in their lists. What is
 * reported of it still waits for an admin. @returns what is to be matched anew
 */
export async function confirmSubmitted(
  em: EntityManager,
  { sourceId, seenAt }: Sweep,
  confirmed: readonly Confirmed[],
): Promise<readonly { readonly id: string }[]> {
  const ids = confirmed.map(({ postingId }) => postingId);
  await em.nativeUpdate(JobPosting, { id: { $in: ids }, quarantineExpiresAt: { $ne: null } }, { reviewSince: null });
  const rows = confirmed.map(({ postingId, evidence, posting, derivedHash }) => ({
    id: postingId,
    source: sourceId,
    ...postingColumns(posting),
    ...ghostColumns({ ...posting, firstSeenAt: seenAt, repostCount: 0 }, seenAt),
    ...letGo,
    submittedBy: null,
    derivedHash,
    mergeEvidence: evidence,
    firstSeenAt: seenAt,
    lastVerifiedAt: seenAt,
    missingSince: null,
    expiredAt: null,
    isActive: true,
    updatedAt: seenAt,
  }));
  await updateMany(em, JobPosting, rows);
  const skills = confirmed.map(({ postingId, posting }) => ({ id: postingId, skills: posting.skills }));
  await replaceSkills(em, skills);
  return skills;
}
