import { LockMode, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { findCandidates } from './find-duplicates.ts';
import { JobPosting } from './job-posting.entity.ts';
import { JobReport } from './job-report.entity.ts';
import { judgeElsewhere } from './judge-elsewhere.ts';
import { moveReports } from './move-reports.ts';
import { PersonaJob } from './persona-job.entity.ts';
import { tellPostingsChanged } from './tell-postings-changed.ts';

/** How long what is handed in waits for a source, or somebody, to say otherwise. */
export const quarantineDays = 7;

const dayMilliseconds = 24 * 60 * 60 * 1000;
const releasesAtATime = 100;

const endOfQuarantine = (now: Date): Date => new Date(now.getTime() + quarantineDays * dayMilliseconds);

/** Of what somebody hands in: nobody else sees it for a week, and admins may look at it. */
export const heldBack = (submittedBy: string, now: Date) => ({
  isQuarantined: true,
  quarantineExpiresAt: endOfQuarantine(now),
  reviewSince: now,
  submittedBy,
});

/** Of what everybody may be matched with. */
export const letGo = { isQuarantined: false, quarantineExpiresAt: null, rejectedAt: null } as const;

/**
 * Has admins look at postings that were reported, on the system login. What people handed in, and no source has, is held
 * back until they have: whoever is matched with it keeps it, for one report is no verdict.
 */
export async function holdReported(em: EntityManager, ids: readonly string[], now: Date): Promise<void> {
  const open = await em.find(
    JobReport,
    { posting: { $in: [...(await meantBy(em, ids, now))] }, settledAt: null },
    { fields: ['posting'], disableIdentityMap: true },
  );
  // What was found by somebody's key is theirs alone, and never let go.
  const reported = {
    id: { $in: [...new Set(open.map(({ posting }) => posting.id))] },
    rejectedAt: null,
    foundFor: null,
  };
  await em.nativeUpdate(JobPosting, { ...reported, reviewSince: null }, { reviewSince: now });
  const held = { isQuarantined: true, quarantineExpiresAt: null };
  await em.nativeUpdate(JobPosting, { ...reported, submittedBy: { $ne: null } }, held);
}

/** These postings; in place of one that turned out to be another that one, which gets its reports. */
async function meantBy(em: EntityManager, ids: readonly string[], now: Date): Promise<readonly string[]> {
  const postings = await em.find(
    JobPosting,
    { id: { $in: [...ids] } },
    { fields: ['mergedIntoId'], disableIdentityMap: true },
  );
  for (const { id, mergedIntoId } of postings)
    if (mergedIntoId) {
      await moveReports(em, id, mergedIntoId);
      // Whoever reported it sees that no more, either.
      await tellPostingsChanged(em, [mergedIntoId], now);
    }
  return postings.map(({ id, mergedIntoId }) => mergedIntoId ?? id);
}

/**
 * Lets go what nobody has said anything against in its week, and has it matched with everybody. What the pool has
 * already, or an admin has rejected in another's hands, stays with whoever handed it in for another week. What nobody
 * has, because the request that stored it failed after that or its persona is gone, is deleted. On the system login, in
 * the caller's transaction. @returns how many were looked at
 */
export async function releaseExpired(em: EntityManager, now: Date): Promise<number> {
  const due = await em.find(
    JobPosting,
    { isQuarantined: true, quarantineExpiresAt: { $lte: now } },
    {
      fields: ['companyKey', 'titleKey', 'placeKey', 'boardKey', 'descriptionText'],
      orderBy: { quarantineExpiresAt: 'asc', id: 'asc' },
      limit: releasesAtATime,
      lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      disableIdentityMap: true,
    },
  );
  // One after the other: two that are alike do not come out together.
  for (const posting of due) {
    const { id } = posting;
    if ((await em.count(PersonaJob, { posting: id })) === 0) {
      await em.nativeDelete(JobPosting, { id });
      continue;
    }
    if (await isKnown(em, posting as Due, now)) {
      await em.nativeUpdate(JobPosting, { id }, { quarantineExpiresAt: endOfQuarantine(now) });
      continue;
    }
    await em.nativeUpdate(JobPosting, { id }, { ...letGo, reviewSince: null, updatedAt: now });
    await tellPostingsChanged(em, [id], now);
  }
  return due.length;
}

type Due = Pick<JobPosting, 'id' | 'companyKey' | 'titleKey' | 'placeKey'> & {
  readonly boardKey: string | null;
  readonly descriptionText: string;
};

/** What a source has, everybody is matched with, or an admin has rejected. */
const decided: FilterQuery<JobPosting> = {
  foundFor: null,
  mergedIntoId: null,
  $or: [{ submittedBy: null }, { isQuarantined: false }, { rejectedAt: { $ne: null } }],
};

async function isKnown(em: EntityManager, posting: Due, now: Date): Promise<boolean> {
  // Everybody who hands something in is a source of their own.
  const sourceId = posting.id;
  const candidates = await findCandidates(em, { sourceId, seenAt: now, among: decided }, [posting]);
  return [...candidates.of(posting)].some((each) => {
    const ofOthers = { ...each, sourceIds: new Set<string>() };
    return judgeElsewhere({ ...posting, sourceId }, ofOthers) !== null;
  });
}
