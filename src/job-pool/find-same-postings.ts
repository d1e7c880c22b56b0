import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { candidateColumns, Candidates, ofSources, strength, withSources, type Candidate } from './find-duplicates.ts';
import { JobPosting } from './job-posting.entity.ts';
import { judgeElsewhere, outweighs, type ElsewhereEvidence } from './judge-elsewhere.ts';
import { ofRequisitions } from './requisition.ts';

/** Two stored postings that are one. */
export interface SamePostings {
  /** The one that was seen first. */
  readonly keptId: string;
  readonly goneId: string;
  readonly evidence: ElsewhereEvidence;
}

/**
 * Which of these stored postings are by now others that are stored: judged as one that comes in is, the best evidence
 * first, and each in one pair at most. What an admin has told apart stays apart, but for better evidence.
 */
export async function findSamePostings(em: EntityManager, ids: readonly string[]): Promise<readonly SamePostings[]> {
  const subjects = await readCandidates(em, { id: { $in: [...ids] } });
  if (subjects.length === 0) return [];
  const boardKeys = subjects.flatMap(({ boardKey }) => boardKey ?? []);
  const candidates = new Candidates(
    await readCandidates(em, {
      $or: [{ isActive: true, $and: [ofRequisitions(subjects)] }, { boardKey: { $in: boardKeys } }],
    }),
  );
  const pairs = subjects.flatMap((subject) =>
    [...candidates.of(subject)].flatMap((candidate) => {
      const evidence = judgeSame(subject, candidate);
      return evidence ? [{ ...inOrder(subject, candidate), evidence }] : [];
    }),
  );
  const taken = new Set<string>();
  return pairs
    .toSorted((a, b) => strength(b.evidence) - strength(a.evidence) || (a.keptId < b.keptId ? -1 : 1))
    .filter(({ keptId, goneId }) => {
      const isFree = !taken.has(keptId) && !taken.has(goneId);
      if (isFree) taken.add(keptId).add(goneId);
      return isFree;
    });
}

const readCandidates = async (em: EntityManager, where: FilterQuery<JobPosting>): Promise<readonly Candidate[]> =>
  withSources(em, await em.find(JobPosting, { ...ofSources, isQuarantined: false, $and: [where] }, candidateColumns));

function judgeSame(subject: Candidate, candidate: Candidate): ElsewhereEvidence | null {
  if (subject.id === candidate.id || !subject.sourceIds.isDisjointFrom(candidate.sourceIds)) return null;
  const [sourceId = ''] = subject.sourceIds;
  const evidence = judgeElsewhere({ ...subject, sourceId }, candidate);
  if (!evidence || (evidence.rule !== 'BOARD' && !subject.isActive)) return null;
  const apart = [...subject.apartFrom, ...candidate.apartFrom].filter(({ postingId }) =>
    [subject.id, candidate.id].includes(postingId),
  );
  return apart.every((each) => outweighs(evidence, each)) ? evidence : null;
}

/** The one that was seen first stays; of two that were seen at once, the one of the smaller id. */
function inOrder(one: Candidate, other: Candidate): Pick<SamePostings, 'keptId' | 'goneId'> {
  const later = one.firstSeenAt.getTime() - other.firstSeenAt.getTime() || (one.id < other.id ? -1 : 1);
  return later < 0 ? { keptId: one.id, goneId: other.id } : { keptId: other.id, goneId: one.id };
}
