import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMany, setColumn, updateMany } from '#database/bulk.ts';
import { newSharedId } from '#platform/ids.ts';
import { confirmSubmitted } from './confirm-submitted.ts';
import {
  findCandidates,
  findSubmitted,
  pairElsewhere,
  pairReposts,
  type Candidates,
  type Elsewhere,
} from './find-duplicates.ts';
import { holdPool } from './hold-pool.ts';
import { ghostColumns } from './ghost-score.ts';
import { JobPosting } from './job-posting.entity.ts';
import { notePresent } from './posting-presence.ts';
import type { Sweep } from './sweep.ts';
import { postingColumns } from './posting-columns.ts';
import { heldBack } from './quarantine.ts';
import { PostingSighting } from './posting-sighting.entity.ts';
import type { DerivedPosting } from './raw-posting.ts';
import { insertSkills, replaceSkills, type PostingSkills } from './replace-skills.ts';
import { addSightings, changeSightings } from './sight-elsewhere.ts';
import { hashDerived } from './source-fields.ts';
import { tellPostingsChanged, tellPostingsToCompare } from './tell-postings-changed.ts';

export interface StoredCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** New to their source, but others have them. */
  readonly merged: number;
  readonly reposts: number;
  /** Had been closed, and are there again. */
  readonly reopened: number;
}

/** A posting that is new to its source. */
interface Fresh {
  readonly posting: DerivedPosting;
  readonly derivedHash: string;
}

type NewPosting = Fresh & { readonly id: string };

/** A posting that is known already, and what of it the sweep does not bring along. */
type ChangedPosting = NewPosting & Pick<JobPosting, 'firstSeenAt' | 'repostCount'>;
type ChangedSighting = NewPosting & { readonly postingId: string };

/** A batch of one sweep, by what has to be done. */
interface Sorted {
  readonly added: readonly NewPosting[];
  readonly changed: readonly ChangedPosting[];
  /** What another source has too. */
  readonly sighted: readonly (Fresh & Elsewhere)[];
  /** People had handed them in before, under the id that is the posting's. */
  readonly confirmed: readonly (Fresh & Elsewhere)[];
  readonly changedSightings: readonly ChangedSighting[];
  readonly candidates: Candidates;
}

const isHeldBack = ({ submittedBy, foundFor }: Sweep): boolean => (submittedBy ?? foundFor) !== undefined;

/**
 * Stores a batch of one sweep: known by source and external id, a posting is updated in place; new to its source, it is
 * added to the posting that other sources have it as, or linked to the earlier posting of its source that it reposts, if
 * there is one. Each change leaves a message for matching. External ids within the batch are distinct. Runs in the
 * caller's transaction, on the system login. One transaction at a time adds to the pool: two that bring the same posting
 * from two sources at once would each find no other.
 */
export async function storePostings(
  em: EntityManager,
  sweep: Sweep,
  batch: readonly DerivedPosting[],
): Promise<StoredCounts> {
  // What is one account's alone adds nothing that a sweep could find.
  if (!isHeldBack(sweep)) await holdPool(em);
  const { added, changed, sighted, confirmed, changedSightings, candidates } = await sort(em, sweep, batch);
  const reposts = await insertPostings(em, sweep, { added, candidates });
  await updatePostings(em, sweep, changed);
  const merged = [...(await addSightings(em, sweep, sighted)), ...(await changeSightings(em, sweep, changedSightings))];
  const ids = [...added, ...changed, ...(await confirmSubmitted(em, sweep, confirmed))].map(({ id }) => id);
  await tellPostingsChanged(em, [...new Set([...ids, ...merged])], sweep.seenAt);
  // By what has changed, a posting may be seen to be one that is stored already.
  if (!isHeldBack(sweep))
    await tellPostingsToCompare(em, [...new Set([...changed.map(({ id }) => id), ...merged])], sweep.seenAt);
  const reopened = await notePresent(
    em,
    sweep,
    batch.map(({ externalId }) => externalId),
  );
  const updated = changed.length + changedSightings.length;
  return {
    added: added.length,
    updated,
    unchanged: batch.length - added.length - updated - sighted.length,
    merged: sighted.length,
    reposts,
    reopened,
  };
}

async function sort(em: EntityManager, sweep: Sweep, batch: readonly DerivedPosting[]): Promise<Sorted> {
  const hashed = batch.map((posting) => ({ posting, derivedHash: hashDerived(posting) }));
  const sightings = await knownSightings(em, sweep, batch);
  const postings = await knownPostings(em, sweep, batch);
  const changed: ChangedPosting[] = [];
  const changedSightings: ChangedSighting[] = [];
  const fresh: Fresh[] = [];
  for (const each of hashed) {
    const { posting, derivedHash } = each;
    const sighting = sightings.get(posting.externalId);
    const stored = postings.get(posting.externalId);
    const known = sighting ?? stored;
    if (!known) fresh.push(each);
    else if (known.derivedHash === derivedHash) continue;
    else if (sighting) changedSightings.push({ ...each, id: sighting.id, postingId: sighting.posting.id });
    else if (stored) changed.push({ ...each, ...pick(stored) });
  }
  return { changed, changedSightings, ...(await sortFresh(em, sweep, fresh)) };
}

/** Of what is new to its source, what others have too, what people have handed in, and what nobody has. */
async function sortFresh(
  em: EntityManager,
  sweep: Sweep,
  fresh: readonly Fresh[],
): Promise<Pick<Sorted, 'added' | 'sighted' | 'confirmed' | 'candidates'>> {
  const added: NewPosting[] = [];
  const sighted: (Fresh & Elsewhere)[] = [];
  const confirmed: (Fresh & Elsewhere)[] = [];
  const postings = fresh.map(({ posting }) => posting);
  // Whoever hands a posting in, or finds it by a key of theirs, learns nothing of what others have: theirs stays a row of
  // its own, and tells no source.
  const sought = isHeldBack(sweep) ? [] : postings;
  const candidates = await findCandidates(em, sweep, sought);
  const elsewhere = pairElsewhere(sweep.sourceId, sought, candidates);
  const unpaired = sought.filter(({ externalId }) => !elsewhere.has(externalId));
  const handedIn = pairElsewhere(sweep.sourceId, unpaired, await findSubmitted(em, unpaired));
  for (const each of fresh) {
    const { externalId } = each.posting;
    const found = elsewhere.get(externalId);
    const own = handedIn.get(externalId);
    if (found) sighted.push({ ...each, ...found });
    else if (own) confirmed.push({ ...each, ...own });
    else added.push({ ...each, id: newSharedId() });
  }
  return { added, sighted, confirmed, candidates };
}

const pick = ({ id, firstSeenAt, repostCount }: Pick<JobPosting, 'id' | 'firstSeenAt' | 'repostCount'>) => ({
  id,
  firstSeenAt,
  repostCount,
});

async function knownPostings(em: EntityManager, { sourceId }: Sweep, batch: readonly DerivedPosting[]) {
  const found = await em.find(
    JobPosting,
    { source: sourceId, externalId: { $in: batch.map((posting) => posting.externalId) } },
    { fields: ['id', 'externalId', 'derivedHash', 'firstSeenAt', 'repostCount'], disableIdentityMap: true },
  );
  return new Map(found.map((row) => [row.externalId, row]));
}

/** What several sources have of this one's batch, which it has been seen to have still. */
async function knownSightings(em: EntityManager, { sourceId, seenAt }: Sweep, batch: readonly DerivedPosting[]) {
  const found = await em.find(
    PostingSighting,
    { source: sourceId, externalId: { $in: batch.map((posting) => posting.externalId) } },
    { fields: ['id', 'externalId', 'derivedHash', 'posting'], disableIdentityMap: true },
  );
  const ids = found.map(({ id }) => id);
  await setColumn(em, PostingSighting, { ids, property: 'lastSeenAt', value: seenAt });
  return new Map(found.map((row) => [row.externalId, row]));
}

async function insertPostings(
  em: EntityManager,
  sweep: Sweep,
  { added, candidates }: Pick<Sorted, 'added' | 'candidates'>,
): Promise<number> {
  const fresh = added.map(({ posting }) => posting);
  const reposts = pairReposts(fresh, sweep, candidates);
  const rows = added.map(({ id, posting, derivedHash }) => {
    const earlier = reposts.get(posting.externalId);
    const repostCount = earlier ? earlier.previous.repostCount + 1 : 0;
    return {
      id,
      source: sweep.sourceId,
      ...postingColumns(posting),
      ...ghostColumns({ ...posting, firstSeenAt: sweep.seenAt, repostCount }, sweep.seenAt),
      derivedHash,
      firstSeenAt: sweep.seenAt,
      lastVerifiedAt: sweep.seenAt,
      isActive: true,
      ...(sweep.submittedBy === undefined ? {} : heldBack(sweep.submittedBy, sweep.seenAt)),
      ...(sweep.foundFor === undefined ? {} : { isQuarantined: true, foundFor: sweep.foundFor }),
      repostCount,
      previousPostingIds: earlier ? [earlier.previous.id, ...earlier.previous.previousPostingIds] : [],
      mergeEvidence: earlier?.evidence ?? null,
      createdAt: sweep.seenAt,
      updatedAt: sweep.seenAt,
    };
  });
  await insertMany(em, JobPosting, rows);
  await insertSkills(em, added.map(skillsOf));
  return reposts.size;
}

async function updatePostings(em: EntityManager, { seenAt }: Sweep, changed: readonly ChangedPosting[]): Promise<void> {
  const rows = changed.map(({ id, posting, derivedHash, firstSeenAt, repostCount }) => ({
    id,
    ...postingColumns(posting),
    ...ghostColumns({ ...posting, firstSeenAt, repostCount }, seenAt),
    derivedHash,
    lastVerifiedAt: seenAt,
    updatedAt: seenAt,
  }));
  await updateMany(em, JobPosting, rows);
  await replaceSkills(em, changed.map(skillsOf));
}

const skillsOf = ({ id, posting }: NewPosting): PostingSkills => ({ id, skills: posting.skills });
