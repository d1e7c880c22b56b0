import type { JobPosting } from '#job-pool/job-posting.entity.ts';
import type { Rows } from '#database/rows.ts';
import type { PriorAttempt } from '#platform/resolver-types.generated.ts';
import { Application } from './application.entity.ts';

const openStatuses: ReadonlySet<string> = new Set(['APPLIED', 'INTERVIEWING']);

/**
 * The viewer's latest application to an earlier posting of the same opening, whichever of their personas sent it. Asked
 * for reposts alone; what several matches of an answer ask for is one flight.
 */
export async function findPriorAttempt(personaJob: object, rows: Rows): Promise<PriorAttempt | null> {
  const posting = (await rows.parent(personaJob, 'posting')) as JobPosting | null;
  const earlier = posting?.previousPostingIds ?? [];
  if (earlier.length === 0) return null;
  const sent = await rows.list(Application, { posting: { $in: earlier } }, { appliedAt: 'desc', id: 'desc' });
  return sent[0] ? attemptOf(sent[0]) : null;
}

/** What became of it; an offer is an outcome, an interview is none yet. */
function attemptOf({ appliedAt, status, statusUpdatedAt }: Application): PriorAttempt {
  const isOpen = openStatuses.has(status);
  return { appliedAt, outcome: isOpen ? null : status, outcomeAt: isOpen ? null : statusUpdatedAt };
}
