import type { ChangeEvent, OperationContext, SubscriptionEvent } from '#authorization/operation-context.ts';
import { watchRow } from '#notifications/watch-row.ts';
import { standingOf } from './job-ingest-transitions.ts';
import { JobIngest } from './job-ingest.entity.ts';

/** Opens the stream of what becomes of a posting that was handed in; the first is how it stands. @throws NotFound */
export const watchIngest = (context: OperationContext, id: string): Promise<AsyncIterable<ChangeEvent>> =>
  watchRow(context, JobIngest, { subject: 'JOB_INGESTS', of: id, toldAtOnce: [id] });

/** What was handed in as it is by now; the last of its events once it is not being read any more. */
export async function changedIngest(
  event: SubscriptionEvent,
  id: string,
  { rows, now }: OperationContext,
): Promise<JobIngest | null> {
  const [ingest, standing] = await Promise.all([
    rows.find(JobIngest, id),
    // Whether the subscriber asks for it or not.
    rows.find(JobIngest, id, ['id', 'state', 'expiresAt']),
  ]);
  if (standing && standingOf(standing, now) !== 'PROCESSING') event.end();
  return ingest as JobIngest | null;
}
