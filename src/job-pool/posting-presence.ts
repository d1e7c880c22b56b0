import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { JobPosting } from './job-posting.entity.ts';
import { linkReposts, unlinkReposts } from './link-reposts.ts';
import { PostingSighting } from './posting-sighting.entity.ts';
import { renewGhostScores } from './refresh-ghost-scores.ts';
import type { Sweep } from './sweep.ts';
import { tellPostingsChanged } from './tell-postings-changed.ts';

/** Between two looks that both miss a posting, before it counts as gone: a board that was asked twice in a row says it once. */
const hoursBetweenMisses = 20;

const closingsAtATime = 500;

/**
 * Notes which postings a sweep has found. One that was closed because it was missed is open again, with all that hangs on
 * it; one whose deadline has passed stays closed. In the caller's transaction, on the system login, as all of this.
 * @returns how many opened again
 */
export async function notePresent(
  em: EntityManager,
  { sourceId, board, seenAt }: Sweep,
  externalIds: readonly string[],
): Promise<number> {
  if (externalIds.length === 0) return 0;
  const found = { source: sourceId, externalId: { $in: [...externalIds] } };
  const there = { missingSince: null, ...(board ? { board } : {}) };
  await em.nativeUpdate(PostingSighting, found, { ...there, lastSeenAt: seenAt });
  await em.nativeUpdate(JobPosting, found, { ...there, lastVerifiedAt: seenAt });
  const sightings = await em.find(PostingSighting, found, { fields: ['posting'], disableIdentityMap: true });
  const closed = await em.find(
    JobPosting,
    {
      isActive: false,
      expiredAt: { $ne: null },
      $and: [
        { $or: [{ applicationDeadline: null }, { applicationDeadline: { $gte: dayOf(seenAt) } }] },
        { $or: [found, { id: { $in: sightings.map(({ posting }) => posting.id) } }] },
      ],
    },
    { fields: ['id'], disableIdentityMap: true },
  );
  const ids = closed.map(({ id }) => id);
  const open = { isActive: true, expiredAt: null, missingSince: null, updatedAt: seenAt };
  await em.nativeUpdate(JobPosting, { id: { $in: ids } }, open);
  await tellPostingsChanged(em, ids, seenAt);
  await renewGhostScores(em, ids, seenAt);
  await unlinkReposts(em, ids, seenAt);
  return ids.length;
}

/**
 * Notes which open postings of a board a whole sweep of it has not found, and closes those that an earlier one missed too.
 * What several sources have closes when all of them miss it. Only for a sweep that found something: a board that answers
 * nothing says more of the board than of its postings.
 * @returns how many closed
 */
export async function noteAbsent(
  em: EntityManager,
  { sourceId, board, seenAt }: Sweep & { readonly board: string },
): Promise<number> {
  const ofBoard = { source: sourceId, board };
  const unseen = { ...ofBoard, lastSeenAt: { $lt: seenAt } };
  const unverified = { ...ofBoard, lastVerifiedAt: { $lt: seenAt }, isActive: true };
  const missing = { missingSince: seenAt };
  await em.nativeUpdate(PostingSighting, { ...unseen, missingSince: null }, missing);
  await em.nativeUpdate(JobPosting, { ...unverified, missingSince: null }, missing);
  const sighted = await em.find(PostingSighting, unseen, { fields: ['posting'], disableIdentityMap: true });
  const postings = await em.find(JobPosting, unverified, { fields: ['id'], disableIdentityMap: true });
  return closeMissed(em, [...sighted.map(({ posting }) => posting.id), ...postings.map(({ id }) => id)], seenAt);
}

/** Notes that an open posting's own page is gone, and closes it if it was missed before. @returns how many closed */
export async function noteFailedCheck(em: EntityManager, id: string, checkedAt: Date): Promise<number> {
  const missing = { missingSince: checkedAt };
  await em.nativeUpdate(PostingSighting, { posting: id, missingSince: null }, missing);
  await em.nativeUpdate(JobPosting, { id, missingSince: null }, missing);
  return closeMissed(em, [id], checkedAt);
}

/** Closes those of some postings that every source of theirs has missed for long enough. */
async function closeMissed(em: EntityManager, ids: readonly string[], at: Date): Promise<number> {
  const sightings = await em.find(
    PostingSighting,
    { posting: { $in: [...ids] } },
    { fields: ['posting', 'missingSince'], disableIdentityMap: true },
  );
  const ofPosting = Map.groupBy(sightings, ({ posting }) => posting.id);
  const open = await em.find(
    JobPosting,
    { id: { $in: [...ids] }, isActive: true },
    { fields: ['missingSince'], disableIdentityMap: true },
  );
  const since = at.getTime() - hoursBetweenMisses * 3_600_000;
  const isGone = ({ missingSince }: Pick<JobPosting, 'missingSince'>): boolean =>
    missingSince !== null && missingSince !== undefined && missingSince.getTime() <= since;
  // Where several sources have it, each of them is asked; else it is its own one.
  const gone = open.filter((posting) => (ofPosting.get(posting.id) ?? [posting]).every(isGone));
  return close(
    em,
    gone.map(({ id }) => id),
    at,
  );
}

/** Closes some open postings for which nobody may apply any more. @returns how many closed */
export async function closeOverdue(em: EntityManager, now: Date): Promise<number> {
  const overdue = await em.find(
    JobPosting,
    { isActive: true, applicationDeadline: { $lt: dayOf(now) } },
    {
      fields: ['id'],
      orderBy: { id: 'asc' },
      limit: closingsAtATime,
      lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      disableIdentityMap: true,
    },
  );
  return close(
    em,
    overdue.map(({ id }) => id),
    now,
  );
}

async function close(em: EntityManager, ids: readonly string[], at: Date): Promise<number> {
  await em.nativeUpdate(JobPosting, { id: { $in: [...ids] } }, { isActive: false, expiredAt: at, updatedAt: at });
  await tellPostingsChanged(em, ids, at);
  await linkReposts(em, ids, at);
  return ids.length;
}

/** Deadlines are days of UTC. */
const dayOf = (time: Date): string => time.toISOString().slice(0, 10);
