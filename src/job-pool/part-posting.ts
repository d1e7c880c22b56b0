import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMany, updateMany } from '#database/bulk.ts';
import { newSharedId } from '#platform/ids.ts';
import { ghostColumns } from './ghost-score.ts';
import { JobPosting } from './job-posting.entity.ts';
import type { Apartness, ElsewhereEvidence } from './judge-elsewhere.ts';
import { mergeSightings } from './merge-sightings.ts';
import { postingColumns } from './posting-columns.ts';
import { PostingSighting } from './posting-sighting.entity.ts';
import { insertSkills } from './replace-skills.ts';
import { mergePostings } from './sight-elsewhere.ts';
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
  const { formerPostingId, evidence } = last;
  const former = formerPostingId && (await em.findOne(JobPosting, { id: formerPostingId }, { fields: ['id'] }));
  // The row that it was may have been let go of since, as one that had closed.
  const partedId = former
    ? former.id
    : await insertParted(em, { id: formerPostingId ?? newSharedId(), sighting: last }, now);
  const sightings = formerPostingId ? await em.find(PostingSighting, { posting: keptId, formerPostingId }) : [last];
  await returnSightings(em, partedId, sightings);
  await reopen(em, { keptId, partedId, rule: evidence?.rule ?? 'TEXT' }, now);
  await mergePostings(em, [keptId, partedId], now);
  await tellPostingsChanged(em, [keptId, partedId], now);
  return partedId;
}

async function returnSightings(em: EntityManager, id: string, sightings: readonly PostingSighting[]): Promise<void> {
  const { source } = await em.findOneOrFail(JobPosting, { id }, { fields: ['source'], disableIdentityMap: true });
  const returned = sightings.map((each) => {
    // The source that it began with is not taken for it: it is it.
    const isOwn = each.source.id === source.id;
    return {
      id: each.id,
      posting: id,
      evidence: isOwn ? null : each.evidence,
      formerPostingId: null,
      mergedAt: isOwn ? null : each.mergedAt,
    };
  });
  await updateMany(em, PostingSighting, returned);
}

interface Parting {
  readonly keptId: string;
  readonly partedId: string;
  readonly rule: ElsewhereEvidence['rule'];
}

/** Whether it is still open the next sweeps tell; until then it is as open as what it was taken for. */
async function reopen(em: EntityManager, { keptId, partedId, rule }: Parting, now: Date): Promise<void> {
  const kept = await standing(em, keptId);
  const parted = await standing(em, partedId);
  await em.nativeUpdate(
    JobPosting,
    { id: partedId },
    {
      mergedIntoId: null,
      isActive: kept.isActive,
      expiredAt: kept.expiredAt ?? null,
      apartFrom: [...(parted.apartFrom as unknown as readonly Apartness[]), { postingId: keptId, rule }],
      updatedAt: now,
    },
  );
}

const standing = (em: EntityManager, id: string) =>
  em.findOneOrFail(JobPosting, { id }, { fields: ['isActive', 'expiredAt', 'apartFrom'], disableIdentityMap: true });

/** Makes a posting of what one source says. @returns its id */
async function insertParted(
  em: EntityManager,
  { id, sighting }: { readonly id: string; readonly sighting: PostingSighting },
  now: Date,
): Promise<string> {
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
