import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMany, updateMany } from '#database/bulk.ts';
import { newSharedId } from '#platform/ids.ts';
import { ghostColumns } from './ghost-score.ts';
import { JobPosting } from './job-posting.entity.ts';
import { judgeDuplicate, repostRules, type DuplicateCandidate } from './judge-duplicate.ts';
import type { DerivedPosting } from './raw-posting.ts';
import { READING_VERSION } from './read-posting-text.ts';
import { insertSkills, replaceSkills, requiredSkillsOf, type PostingSkills } from './replace-skills.ts';
import { tellPostingsChanged } from './tell-postings-changed.ts';

export interface Sweep {
  readonly sourceId: string;
  /** When the source was swept: what is new in one sweep was first seen at one moment. */
  readonly seenAt: Date;
}

export interface StoredCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly reposts: number;
}

interface NewPosting {
  readonly id: string;
  readonly posting: DerivedPosting;
  readonly derivedHash: string;
}

/** A posting that is known already, and what of it the sweep does not bring along. */
type ChangedPosting = NewPosting & Pick<JobPosting, 'firstSeenAt' | 'repostCount'>;

/**
 * Stores a batch of one sweep: known by source and external id, a posting is updated in place; new, it is linked to the
 * earlier posting of the same requisition that it reposts, if there is one. Each change leaves a message for matching.
 * External ids within the batch are distinct. Runs in the caller's transaction, on the system login.
 */
export async function storePostings(
  em: EntityManager,
  sweep: Sweep,
  batch: readonly DerivedPosting[],
): Promise<StoredCounts> {
  const known = await knownPostings(em, sweep, batch);
  const added: NewPosting[] = [];
  const changed: ChangedPosting[] = [];
  for (const posting of batch) {
    const derivedHash = createHash('sha256').update(JSON.stringify(posting)).digest('hex');
    const existing = known.get(posting.externalId);
    if (!existing) added.push({ id: newSharedId(), posting, derivedHash });
    else if (existing.derivedHash !== derivedHash) {
      const { id, firstSeenAt, repostCount } = existing;
      changed.push({ id, firstSeenAt, repostCount, posting, derivedHash });
    }
  }
  const reposts = await insertPostings(em, sweep, added);
  await updatePostings(em, sweep, changed);
  await tellPostingsChanged(
    em,
    [...added, ...changed].map(({ id }) => id),
    sweep.seenAt,
  );
  return {
    added: added.length,
    updated: changed.length,
    unchanged: batch.length - added.length - changed.length,
    reposts,
  };
}

async function knownPostings(em: EntityManager, { sourceId }: Sweep, batch: readonly DerivedPosting[]) {
  const found = await em.find(
    JobPosting,
    { source: sourceId, externalId: { $in: batch.map((posting) => posting.externalId) } },
    { fields: ['id', 'externalId', 'derivedHash', 'firstSeenAt', 'repostCount'], disableIdentityMap: true },
  );
  return new Map(found.map((row) => [row.externalId, row]));
}

async function insertPostings(em: EntityManager, sweep: Sweep, added: readonly NewPosting[]): Promise<number> {
  const candidates = await repostCandidates(em, sweep, added);
  let reposts = 0;
  const rows = added.map(({ id, posting, derivedHash }) => {
    const earlier = findRepost(posting, sweep, candidates);
    if (earlier) reposts += 1;
    const repostCount = earlier ? earlier.previous.repostCount + 1 : 0;
    return {
      id,
      source: sweep.sourceId,
      ...sourceColumns(posting),
      ...ghostColumns({ ...posting, firstSeenAt: sweep.seenAt, repostCount }, sweep.seenAt),
      derivedHash,
      readingVersion: READING_VERSION,
      firstSeenAt: sweep.seenAt,
      lastVerifiedAt: sweep.seenAt,
      isActive: true,
      repostCount,
      previousPostingIds: earlier ? [earlier.previous.id, ...earlier.previous.previousPostingIds] : [],
      mergeEvidence: earlier?.evidence ?? null,
      createdAt: sweep.seenAt,
      updatedAt: sweep.seenAt,
    };
  });
  await insertMany(em, JobPosting, rows);
  await insertSkills(em, added.map(skillsOf));
  return reposts;
}

async function updatePostings(em: EntityManager, { seenAt }: Sweep, changed: readonly ChangedPosting[]): Promise<void> {
  const rows = changed.map(({ id, posting, derivedHash, firstSeenAt, repostCount }) => ({
    id,
    ...sourceColumns(posting),
    ...ghostColumns({ ...posting, firstSeenAt, repostCount }, seenAt),
    derivedHash,
    readingVersion: READING_VERSION,
    lastVerifiedAt: seenAt,
    updatedAt: seenAt,
  }));
  await updateMany(em, JobPosting, rows);
  await replaceSkills(em, changed.map(skillsOf));
}

const skillsOf = ({ id, posting }: NewPosting): PostingSkills => ({ id, skills: posting.skills });

/** The posting's own columns; its skills are rows beside it. */
function sourceColumns(posting: DerivedPosting): Omit<DerivedPosting, 'skills'> & Pick<JobPosting, 'requiredSkills'> {
  const { skills, ...columns } = posting;
  return { ...columns, requiredSkills: requiredSkillsOf(skills) };
}

type Candidate = DuplicateCandidate & Pick<JobPosting, 'repostCount' | 'previousPostingIds'>;

/** Earlier postings of the batch's requisitions, found by index; those of this very sweep are openings of their own. */
async function repostCandidates(
  em: EntityManager,
  { sourceId, seenAt }: Sweep,
  added: readonly NewPosting[],
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  if (added.length === 0) return new Map();
  const day = 24 * 60 * 60 * 1000;
  const found = await em.find(
    JobPosting,
    {
      source: sourceId,
      companyKey: { $in: [...new Set(added.map(({ posting }) => posting.companyKey))] },
      titleKey: { $in: [...new Set(added.map(({ posting }) => posting.titleKey))] },
      firstSeenAt: {
        $lte: new Date(seenAt.getTime() - repostRules.leastDays * day),
        $gte: new Date(seenAt.getTime() - repostRules.mostDays * day),
      },
    },
    { populate: ['descriptionText'], orderBy: { firstSeenAt: 'desc', id: 'desc' }, disableIdentityMap: true },
  );
  return Map.groupBy(
    found.map((row) => ({ ...(row as unknown as Candidate), sourceId })),
    requisition,
  );
}

const requisition = ({
  companyKey,
  titleKey,
  placeKey,
}: Pick<DerivedPosting, 'companyKey' | 'titleKey' | 'placeKey'>): string =>
  JSON.stringify([companyKey, titleKey, placeKey]);

function findRepost(
  posting: DerivedPosting,
  { sourceId, seenAt }: Sweep,
  candidates: ReadonlyMap<string, readonly Candidate[]>,
) {
  for (const previous of candidates.get(requisition(posting)) ?? []) {
    const judged = judgeDuplicate({ ...posting, sourceId, firstSeenAt: seenAt }, previous);
    if (judged) return { previous, evidence: judged.evidence };
  }
  return null;
}
