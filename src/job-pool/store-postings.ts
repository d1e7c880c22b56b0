import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMany } from '#database/bulk.ts';
import { OutboxMessage } from '#notifications/outbox-message.entity.ts';
import { newSharedId } from '#platform/ids.ts';
import { ExtractedSkill } from './extracted-skill.entity.ts';
import { JobPosting } from './job-posting.entity.ts';
import { judgeDuplicate, repostRules, type DuplicateCandidate } from './judge-duplicate.ts';
import type { DerivedPosting, SkillRequirement } from './raw-posting.ts';

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
  const changed: NewPosting[] = [];
  for (const posting of batch) {
    const derivedHash = createHash('sha256').update(JSON.stringify(posting)).digest('hex');
    const existing = known.get(posting.externalId);
    if (!existing) added.push({ id: newSharedId(), posting, derivedHash });
    else if (existing.derivedHash !== derivedHash) changed.push({ id: existing.id, posting, derivedHash });
  }
  const reposts = await insertPostings(em, sweep, added);
  await updatePostings(em, sweep, changed);
  await insertMany(
    em,
    ExtractedSkill,
    [...added, ...changed].flatMap(({ id, posting }) => posting.skills.map((skill) => skillRow(id, skill))),
  );
  await insertMany(
    em,
    OutboxMessage,
    [...added, ...changed].map(({ id }) => messageRow(id, sweep.seenAt)),
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
    { fields: ['id', 'externalId', 'derivedHash'], disableIdentityMap: true },
  );
  return new Map(found.map((row) => [row.externalId, row]));
}

async function insertPostings(em: EntityManager, sweep: Sweep, added: readonly NewPosting[]): Promise<number> {
  const candidates = await repostCandidates(em, sweep, added);
  let reposts = 0;
  const rows = added.map(({ id, posting, derivedHash }) => {
    const earlier = findRepost(posting, sweep, candidates);
    if (earlier) reposts += 1;
    return {
      id,
      source: sweep.sourceId,
      ...sourceColumns(posting),
      derivedHash,
      firstSeenAt: sweep.seenAt,
      lastVerifiedAt: sweep.seenAt,
      isActive: true,
      repostCount: earlier ? earlier.previous.repostCount + 1 : 0,
      previousPostingIds: earlier ? [earlier.previous.id, ...earlier.previous.previousPostingIds] : [],
      mergeEvidence: earlier?.evidence ?? null,
      createdAt: sweep.seenAt,
      updatedAt: sweep.seenAt,
    };
  });
  await insertMany(em, JobPosting, rows);
  return reposts;
}

async function updatePostings(em: EntityManager, { seenAt }: Sweep, changed: readonly NewPosting[]): Promise<void> {
  if (changed.length === 0) return;
  const ids = changed.map(({ id }) => id);
  for (const { id, posting, derivedHash } of changed)
    await em.nativeUpdate(
      JobPosting,
      { id },
      { ...sourceColumns(posting), derivedHash, lastVerifiedAt: seenAt, updatedAt: seenAt },
    );
  await em.nativeDelete(ExtractedSkill, { posting: { $in: ids } });
}

/** The posting's own columns; its skills are rows beside it. */
function sourceColumns(posting: DerivedPosting): Omit<DerivedPosting, 'skills'> {
  const { skills: _skills, ...columns } = posting;
  return columns;
}

const skillRow = (posting: string, skill: SkillRequirement) => ({ id: newSharedId(), posting, ...skill });
const messageRow = (subjectId: string, now: Date) => ({
  id: newSharedId(),
  ownerId: null,
  kind: 'POSTING_CHANGED' as const,
  subjectId,
  createdAt: now,
  attempts: 0,
  availableAt: now,
});

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
