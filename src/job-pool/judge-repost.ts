import { isSameRequisition } from './judge-elsewhere.ts';
import { textRatio } from './text-ratio.ts';

/** What of a posting decides whether it is another one's repost. */
export interface RepostSubject {
  readonly sourceId: string;
  readonly companyKey: string;
  readonly titleKey: string;
  readonly placeKey: string;
  readonly descriptionText: string;
  /** Time of the sweep that saw it first, never the published date. */
  readonly firstSeenAt: Date;
}

/** A stored posting that the incoming one may repost. */
export interface RepostCandidate extends Omit<RepostSubject, 'sourceId'> {
  readonly id: string;
  /** Every source that has it. */
  readonly sourceIds: ReadonlySet<string>;
  /** False once it has gone from its sources. */
  readonly isActive: boolean;
}

/** Why two postings were taken for one requisition; stored, so that the judgement can be explained and undone. */
export interface RepostEvidence {
  readonly previousId: string;
  readonly ratio: number;
  readonly companyKey: string;
  readonly titleKey: string;
  readonly placeKey: string;
  readonly daysApart: number;
  readonly previousWasGone: boolean;
}

export const repostRules = { leastRatio: 0.7, leastDays: 1, mostDays: 90, daysWhileOpen: 30 } as const;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Whether an incoming posting, new to its source by its external id, reposts a stored one: same source, company, set
 * of title words and place; text alike; first seen at least a day and at most 90 days later; and the other has gone or
 * stood for 30 days. Two postings of one sweep are two openings, so they are never each other's repost.
 */
export function judgeRepost(incoming: RepostSubject, candidate: RepostCandidate): RepostEvidence | null {
  if (!candidate.sourceIds.has(incoming.sourceId) || !isSameRequisition(incoming, candidate)) return null;
  const daysApart = (incoming.firstSeenAt.getTime() - candidate.firstSeenAt.getTime()) / dayMs;
  if (daysApart < repostRules.leastDays || daysApart > repostRules.mostDays) return null;
  if (candidate.isActive && daysApart < repostRules.daysWhileOpen) return null;
  // Last, because it is the one comparison that costs something.
  const ratio = textRatio(incoming.descriptionText, candidate.descriptionText);
  if (ratio < repostRules.leastRatio) return null;
  const { companyKey, titleKey, placeKey } = incoming;
  const previousWasGone = !candidate.isActive;
  return { previousId: candidate.id, ratio, companyKey, titleKey, placeKey, daysApart, previousWasGone };
}
