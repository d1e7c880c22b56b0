import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMany, updateMany } from '#database/bulk.ts';
import { newSharedId } from '#platform/ids.ts';
import { ghostColumns } from './ghost-score.ts';
import { JobPosting } from './job-posting.entity.ts';
import { readStanding } from './join-postings.ts';
import type { ElsewhereEvidence } from './judge-elsewhere.ts';
import { changeChains } from './link-reposts.ts';
import { mergeSightings } from './merge-sightings.ts';
import { postingColumns } from './posting-columns.ts';
import { returnReports } from './move-reports.ts';
import { PostingSighting } from './posting-sighting.entity.ts';
import { holdReported } from './quarantine.ts';
import { renewGhostScores } from './refresh-ghost-scores.ts';
import { insertSkills } from './replace-skills.ts';
import { remakePostings } from './sight-elsewhere.ts';
import { hashDerived } from './source-fields.ts';
import { tellPostingsChanged } from './tell-postings-changed.ts';

/**
 * Takes out of a posting what was taken for it last: as the row that it was, or as one of its own. Both are made anew of
 * what their sources say, and stay apart from then on. In the caller's transaction, which holds the pool, on the system login.
 * @returns id of what is a posting again; null where the posting is of one source
 */
export async function partPosting(em: EntityManager, keptId: string, now: Date): Promise<string | null> {
  const last = await em.findOne(
    PostingSighting,
    { posting: keptId, mergedAt: { $ne: null } },
    { orderBy: { mergedAt: 'desc', firstSeenAt: 'desc', id: 'asc' }, disableIdentityMap: true },
  );
  if (!last) return null;
  const { formerPostingId } = last;
  const partedId = formerPostingId ?? (await insertParted(em, last, now));
  const sightings = formerPostingId ? await em.find(PostingSighting, { posting: keptId, formerPostingId }) : [last];
  const rule = await returnSightings(em, partedId, sightings);
  await reopen(em, { keptId, partedId, rule }, now);
  await remakePostings(em, [keptId, partedId], now);
  await renewGhostScores(em, [keptId], now);
  await returnReports(em, keptId, partedId);
  await holdReported(em, [keptId, partedId], now);
  await tellPostingsChanged(em, [keptId, partedId], now);
  return partedId;
}

/** @returns by which rule the posting was taken for the other */
async function returnSightings(
  em: EntityManager,
  id: string,
  sightings: readonly PostingSighting[],
): Promise<ElsewhereEvidence['rule']> {
  const { source } = await em.findOneOrFail(JobPosting, { id }, { fields: ['source'], disableIdentityMap: true });
  // The source that it began with is not taken for it: it is it.
  const own = sightings.find((each) => each.source.id === source.id);
  const returned = sightings.map((each) => ({
    id: each.id,
    posting: id,
    evidence: each === own ? null : each.evidence,
    formerPostingId: null,
    mergedAt: each === own ? null : each.mergedAt,
  }));
  await updateMany(em, PostingSighting, returned);
  return own?.evidence?.rule ?? 'TEXT';
}

interface Parting {
  readonly keptId: string;
  readonly partedId: string;
  readonly rule: ElsewhereEvidence['rule'];
}

/**
 * Whether it is still open the next sweeps tell, and whether it is held back an admin says; until then it is as what it was
 * taken for. Each is told from the other, so that whatever becomes one with either is as well.
 */
async function reopen(em: EntityManager, { keptId, partedId, rule }: Parting, now: Date): Promise<void> {
  const kept = await readStanding(em, keptId);
  const parted = await readStanding(em, partedId);
  const { isActive, isQuarantined, expiredAt = null, rejectedAt = null } = kept;
  const asKept = { isActive, isQuarantined, expiredAt, rejectedAt, mergedIntoId: null, updatedAt: now };
  const apartFrom = [...parted.apartFrom, { postingId: keptId, rule }];
  await em.nativeUpdate(JobPosting, { id: partedId }, { ...asKept, apartFrom });
  const previousPostingIds = kept.previousPostingIds.filter((id) => !parted.previousPostingIds.includes(id));
  const own = {
    apartFrom: [...kept.apartFrom, { postingId: partedId, rule }],
    previousPostingIds,
    repostCount: Math.min(kept.repostCount, previousPostingIds.length),
    // Whichever is still reported waits anew.
    reviewSince: null,
  };
  await em.nativeUpdate(JobPosting, { id: keptId }, own);
  await changeChains(em, { companyKey: parted.companyKey, naming: partedId }, (chain) =>
    chain.filter((id) => id !== keptId),
  );
}

/** Makes a posting of what one source says. @returns its id */
async function insertParted(em: EntityManager, sighting: PostingSighting, now: Date): Promise<string> {
  const id = newSharedId();
  const posting = mergeSightings([sighting.fields]);
  const { firstSeenAt, lastSeenAt, board, missingSince } = sighting;
  const row = {
    id,
    source: sighting.source.id,
    ...postingColumns(posting),
    ...ghostColumns({ ...posting, firstSeenAt, repostCount: 0 }, now),
    derivedHash: hashDerived(posting),
    firstSeenAt,
    lastVerifiedAt: lastSeenAt,
    board,
    missingSince,
    isActive: true,
    isQuarantined: false,
    repostCount: 0,
    previousPostingIds: [],
    createdAt: now,
    updatedAt: now,
  };
  await insertMany(em, JobPosting, [row]);
  await insertSkills(em, [{ id, skills: posting.skills }]);
  return id;
}
