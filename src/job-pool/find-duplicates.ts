import { LockMode, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { readColumns } from '#database/read-columns.ts';
import { JobPosting } from './job-posting.entity.ts';
import type { Sweep } from './sweep.ts';
import { judgeElsewhere, type ElsewhereCandidate, type ElsewhereEvidence } from './judge-elsewhere.ts';
import { judgeRepost, repostRules, type RepostCandidate, type RepostEvidence } from './judge-repost.ts';
import { PostingSighting } from './posting-sighting.entity.ts';
import type { DerivedPosting } from './raw-posting.ts';
import { ofRequisitions, type Requisition } from './requisition.ts';

/** A stored posting that an incoming one may be, or may repost. */
export type Candidate = ElsewhereCandidate &
  RepostCandidate &
  Pick<JobPosting, 'repostCount' | 'previousPostingIds' | 'apartFrom'>;

/** What a posting is looked for by. */
type Sought = Requisition & Pick<DerivedPosting, 'boardKey'>;

/** Stored postings by what duplicates are looked for by. */
export class Candidates {
  readonly #byRequisition: ReadonlyMap<string, readonly Candidate[]>;
  readonly #byBoardKey: ReadonlyMap<string | null, readonly Candidate[]>;

  constructor(all: readonly Candidate[]) {
    this.#byRequisition = Map.groupBy(all, requisition);
    this.#byBoardKey = Map.groupBy(all, ({ boardKey }) => boardKey);
  }

  /** Of the same company, title and place, the latest first. */
  ofRequisition(posting: Requisition): readonly Candidate[] {
    return this.#byRequisition.get(requisition(posting)) ?? [];
  }

  /** Of the same requisition, or of the same posting of a board. */
  of(posting: Sought): ReadonlySet<Candidate> {
    const ofBoard = posting.boardKey === null ? [] : (this.#byBoardKey.get(posting.boardKey) ?? []);
    return new Set([...ofBoard, ...this.ofRequisition(posting)]);
  }
}

const requisition = ({ companyKey, titleKey, placeKey }: Requisition): string =>
  JSON.stringify([companyKey, titleKey, placeKey]);

/** What is read of a stored posting to judge it by. */
export const candidateFields = [
  'source',
  'companyKey',
  'titleKey',
  'placeKey',
  'boardKey',
  'descriptionText',
  'firstSeenAt',
  'isActive',
  'repostCount',
  'previousPostingIds',
  'apartFrom',
] as const;

/** How they are read. */
export const candidateColumns = {
  fields: candidateFields,
  orderBy: { firstSeenAt: 'desc', id: 'desc' },
  disableIdentityMap: true,
} as const;

/**
 * What sources have for everybody: what people hand in is believed by no merge, whether it is held back still or not, and
 * what somebody's key has found is nobody else's.
 */
export const ofSources = { submittedBy: null, foundFor: null, mergedIntoId: null } as const;

interface Seeking extends Pick<Sweep, 'sourceId' | 'seenAt'> {
  /** Which of the pool. */
  readonly among?: FilterQuery<JobPosting>;
}

/** Stored postings that those new to a source may be or repost, found by index. */
export async function findCandidates(
  em: EntityManager,
  { sourceId, seenAt, among = ofSources }: Seeking,
  fresh: readonly Sought[],
): Promise<Candidates> {
  if (fresh.length === 0) return new Candidates([]);
  const daysAgo = (days: number): Date => new Date(seenAt.getTime() - days * 24 * 60 * 60 * 1000);
  const ofRequisition = await em.find(
    JobPosting,
    {
      $and: [
        among,
        ofRequisitions(fresh),
        { $or: [{ isActive: true }, { firstSeenAt: { $gte: daysAgo(repostRules.mostDays) } }] },
        // Those of this very sweep are openings of their own.
        { $or: [{ source: { $ne: sourceId } }, { firstSeenAt: { $lte: daysAgo(repostRules.leastDays) } }] },
      ],
    },
    candidateColumns,
  );
  const boardKeys = fresh.flatMap(({ boardKey }) => boardKey ?? []);
  const ofBoard =
    boardKeys.length === 0
      ? []
      : await em.find(
          JobPosting,
          { boardKey: { $in: boardKeys }, source: { $ne: sourceId }, $and: [among] },
          candidateColumns,
        );
  const found = new Map([...ofRequisition, ...ofBoard].map((row) => [row.id, row]));
  return new Candidates(await withSources(em, [...found.values()]));
}

/** Stored postings with every source that has them. */
export async function withSources<Row extends Pick<JobPosting, 'id' | 'source'>>(
  em: EntityManager,
  rows: readonly Row[],
): Promise<readonly (Row & Candidate)[]> {
  const sources = await sourcesOf(
    em,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...(row as Row & Candidate),
    sourceIds: new Set([row.source.id, ...(sources.get(row.id) ?? [])]),
  }));
}

/**
 * What people have handed in and postings of a source may confirm; held until the transaction ends, so that no admin
 * decides on it meanwhile. What was rejected stays so, and tells nothing of what a source has.
 */
export async function findSubmitted(em: EntityManager, fresh: readonly Sought[]): Promise<Candidates> {
  if (fresh.length === 0) return new Candidates([]);
  const found = await em.find(
    JobPosting,
    {
      submittedBy: { $ne: null },
      rejectedAt: null,
      mergedIntoId: null,
      $or: [
        {
          companyKey: { $in: [...new Set(fresh.map(({ companyKey }) => companyKey))] },
          titleKey: { $in: [...new Set(fresh.map(({ titleKey }) => titleKey))] },
        },
        { boardKey: { $in: fresh.flatMap(({ boardKey }) => boardKey ?? []) } },
      ],
    },
    { fields: candidateFields, orderBy: { id: 'asc' }, disableIdentityMap: true, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return new Candidates(
    found.map((row) => ({ ...(row as unknown as Candidate), sourceIds: new Set([row.source.id]) })),
  );
}

async function sourcesOf(em: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await readColumns(em, PostingSighting, {
    columns: ['posting', 'source'],
    where: { posting: { $in: [...ids] } },
  });
  const bySource = Map.groupBy(rows, ({ posting }) => posting);
  return new Map([...bySource].map(([posting, same]) => [posting, same.map(({ source }) => source)]));
}

export interface Elsewhere {
  readonly postingId: string;
  readonly evidence: ElsewhereEvidence;
}

/**
 * Which of these postings other sources have already, by their external ids: the best evidence first, and each stored
 * posting for one of them alone, since two of one source are two openings.
 */
export function pairElsewhere(
  sourceId: string,
  fresh: readonly DerivedPosting[],
  candidates: Candidates,
): ReadonlyMap<string, Elsewhere> {
  const pairs = fresh.flatMap((posting) =>
    [...candidates.of(posting)].flatMap((candidate) => {
      const evidence = judgeElsewhere({ ...posting, sourceId }, candidate);
      return evidence ? [{ externalId: posting.externalId, candidate, evidence }] : [];
    }),
  );
  const best = pairs.toSorted(
    (a, b) =>
      strength(b.evidence) - strength(a.evidence) ||
      a.candidate.firstSeenAt.getTime() - b.candidate.firstSeenAt.getTime() ||
      (a.candidate.id < b.candidate.id ? -1 : 1),
  );
  const found = new Map<string, Elsewhere>();
  const taken = new Set<string>();
  for (const { externalId, candidate, evidence } of best) {
    if (found.has(externalId) || taken.has(candidate.id)) continue;
    found.set(externalId, { postingId: candidate.id, evidence });
    taken.add(candidate.id);
  }
  return found;
}

export const strength = ({ rule, ratio }: ElsewhereEvidence): number => (rule === 'BOARD' ? 2 : (ratio ?? 0));

export interface Repost {
  readonly previous: Candidate;
  readonly evidence: RepostEvidence;
}

/**
 * Which earlier posting of its source each of these reposts, by their external ids. Nothing is reposted twice: whatever
 * stands at the same time is an opening of its own.
 */
export function pairReposts(
  fresh: readonly DerivedPosting[],
  { sourceId, seenAt }: Sweep,
  candidates: Candidates,
): ReadonlyMap<string, Repost> {
  const found = new Map<string, Repost>();
  const taken = new Set<string>();
  for (const posting of fresh) {
    const alike = candidates.ofRequisition(posting);
    const before = new Set(alike.flatMap(({ previousPostingIds }) => previousPostingIds));
    for (const previous of alike) {
      if (taken.has(previous.id) || before.has(previous.id)) continue;
      const evidence = judgeRepost({ ...posting, sourceId, firstSeenAt: seenAt }, previous);
      if (!evidence) continue;
      taken.add(previous.id);
      found.set(posting.externalId, { previous, evidence });
      break;
    }
  }
  return found;
}
