import type { PersonaJob } from '#job-pool/persona-job.entity.ts';

/** What a person did with a match, and when it was found. */
export type LinkActs = Pick<
  PersonaJob,
  'status' | 'appliedAt' | 'isFavorite' | 'dismissedAt' | 'isCaptured' | 'discoveredAt'
>;

/**
 * What one persona did with both matches of two postings that are one, as acts on one match, so that nothing done is lost:
 * applied before all; a favourite is no dismissed match; else dismissed if either is; and found when the first was.
 */
export function combineLinks(one: LinkActs, other: LinkActs): LinkActs {
  const either = (status: LinkActs['status']): boolean => one.status === status || other.status === status;
  const isFavorite = one.isFavorite || other.isFavorite;
  const isDismissed = !either('APPLIED') && !isFavorite && either('DISMISSED');
  return {
    status: either('APPLIED') ? 'APPLIED' : statusOf(isDismissed),
    appliedAt: one.appliedAt ?? other.appliedAt ?? null,
    isFavorite,
    dismissedAt: isDismissed ? earliest(one.dismissedAt, other.dismissedAt) : null,
    isCaptured: one.isCaptured || other.isCaptured,
    discoveredAt: earliest(one.discoveredAt, other.discoveredAt) ?? one.discoveredAt,
  };
}

const statusOf = (isDismissed: boolean): LinkActs['status'] => (isDismissed ? 'DISMISSED' : 'DISCOVERED');
const earliest = (...times: readonly (Date | null | undefined)[]): Date | null =>
  times.flatMap((at) => at ?? []).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
