import type { EntityManager } from '@mikro-orm/postgresql';
import { updateMany } from '#database/bulk.ts';
import { candidateFields, withSources, type Candidate } from './find-duplicates.ts';
import { JobPosting } from './job-posting.entity.ts';
import { judgeRepost, repostRules, type RepostEvidence } from './judge-repost.ts';
import { renewGhostScores } from './refresh-ghost-scores.ts';

type Known = Candidate & Pick<JobPosting, 'source' | 'missingSince' | 'mergeEvidence'>;

interface Link {
  readonly id: string;
  readonly previous: Known;
  readonly evidence: RepostEvidence;
}

/**
 * Links postings to those that they turn out to repost, now that these have closed. Most are put up anew in the very sweep
 * that misses the earlier one, or in the next, when nobody can know yet that it has gone. What stood beside it before it
 * was missed is another opening. In the caller's transaction, on the system login, as all of this.
 */
export async function linkReposts(em: EntityManager, closedIds: readonly string[], at: Date): Promise<void> {
  if (closedIds.length === 0) return;
  // What people hand in is believed by no link, either.
  const believed = { submittedBy: null, isQuarantined: false };
  const closed = await find(em, { ...believed, id: { $in: [...closedIds] }, missingSince: { $ne: null } });
  if (closed.length === 0) return;
  const others = await find(em, { ...believed, ...sameWords(closed) });
  const links = pair(await withSources(em, closed), await withSources(em, others));
  await updateMany(
    em,
    JobPosting,
    links.map(({ id, previous, evidence }) => ({
      id,
      repostCount: previous.repostCount + 1,
      previousPostingIds: [previous.id, ...previous.previousPostingIds],
      mergeEvidence: evidence,
    })),
  );
  await renewGhostScores(
    em,
    links.map(({ id }) => id),
    at,
  );
}

/** Each posting is reposted once, and reposts one: those that stand at the same time are openings of their own. */
function pair(closed: readonly Known[], others: readonly Known[]): readonly Link[] {
  const taken = new Set(others.flatMap(({ previousPostingIds }) => previousPostingIds));
  const latest = closed.toSorted(
    (a, b) => missedAt(b) - missedAt(a) || b.firstSeenAt.getTime() - a.firstSeenAt.getTime(),
  );
  const links: Link[] = [];
  const fresh = others.filter(({ isActive, repostCount }) => isActive && repostCount === 0);
  for (const posting of fresh.toSorted((a, b) => a.firstSeenAt.getTime() - b.firstSeenAt.getTime()))
    for (const previous of latest) {
      if (taken.has(previous.id) || posting.firstSeenAt.getTime() < missedAt(previous)) continue;
      const evidence = judgeRepost({ ...posting, sourceId: posting.source.id }, previous);
      if (!evidence) continue;
      taken.add(previous.id);
      links.push({ id: posting.id, previous, evidence });
      break;
    }
  return links;
}

const missedAt = ({ missingSince }: Known): number => missingSince?.getTime() ?? Number.POSITIVE_INFINITY;

/**
 * Takes postings that are there again out of the chains of what seemed to repost them, with all before them: both stand,
 * so they are two openings, unless the other came when the earlier had stood for long.
 */
export async function unlinkReposts(em: EntityManager, reopenedIds: readonly string[], at: Date): Promise<void> {
  if (reopenedIds.length === 0) return;
  const reopened = await find(em, { id: { $in: [...reopenedIds] } });
  const later = await find(em, { ...sameWords(reopened), repostCount: { $gt: 0 } });
  const byId = new Map(later.map((each) => [each.id, each]));
  const ids = new Set(reopenedIds);
  const cut = later.flatMap(({ id, previousPostingIds: chain, mergeEvidence }) => {
    const end = chain.findIndex((each) => ids.has(each));
    const linked = end === 0 ? mergeEvidence : byId.get(chain[end - 1] ?? '')?.mergeEvidence;
    if (end === -1 || stoodLong(linked)) return [];
    const kept = chain.slice(0, end);
    return [
      { id, repostCount: kept.length, previousPostingIds: kept, mergeEvidence: end === 0 ? null : mergeEvidence },
    ];
  });
  await updateMany(em, JobPosting, cut);
  await renewGhostScores(
    em,
    cut.map(({ id }) => id),
    at,
  );
}

/** Changes the chains of those of a company's reposts that name a posting. */
export async function changeChains(
  em: EntityManager,
  { companyKey, naming }: { readonly companyKey: string; readonly naming: string },
  change: (chain: readonly string[]) => readonly string[],
): Promise<void> {
  const reposts = await em.find(
    JobPosting,
    { companyKey, repostCount: { $gt: 0 } },
    { fields: ['previousPostingIds'], disableIdentityMap: true },
  );
  const changed = reposts
    .filter(({ previousPostingIds }) => previousPostingIds.includes(naming))
    .map(({ id, previousPostingIds }) => ({
      id,
      previousPostingIds: change(previousPostingIds).filter((each) => each !== id),
    }));
  await updateMany(em, JobPosting, changed);
}

const stoodLong = (evidence: unknown): boolean =>
  ((evidence as RepostEvidence | null | undefined)?.daysApart ?? 0) >= repostRules.daysWhileOpen;

const find = async (em: EntityManager, where: object): Promise<readonly Known[]> =>
  (await em.find(JobPosting, where, {
    fields: [...candidateFields, 'missingSince', 'mergeEvidence'],
    disableIdentityMap: true,
  })) as unknown as readonly Known[];

/** Those that may be of the same openings, found by index. */
const sameWords = (postings: readonly Known[]) => ({
  companyKey: { $in: [...new Set(postings.map(({ companyKey }) => companyKey))] },
  titleKey: { $in: [...new Set(postings.map(({ titleKey }) => titleKey))] },
});
