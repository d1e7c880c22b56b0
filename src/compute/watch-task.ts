import type { ChangeEvent, OperationContext, SubscriptionEvent } from '#authorization/operation-context.ts';
import { watchRow } from '#notifications/watch-row.ts';
import { isFinished } from './compute-task-transitions.ts';
import { ComputeTask } from './compute-task.entity.ts';

/** Opens the stream of a task's changes; the first is how it stands. @throws NotFound */
export const watchTask = (context: OperationContext, id: string): Promise<AsyncIterable<ChangeEvent>> =>
  watchRow(context, ComputeTask, { subject: 'COMPUTE_TASKS', of: id, toldAtOnce: [id] });

/** The task as it is by now; the last of its events once it is finished. */
export async function changedTask(
  event: SubscriptionEvent,
  id: string,
  { rows }: OperationContext,
): Promise<ComputeTask | null> {
  const [task, standing] = await Promise.all([
    rows.find(ComputeTask, id),
    // Whether the subscriber asks for it or not.
    rows.find(ComputeTask, id, ['id', 'state']),
  ]);
  if (standing && isFinished(standing.state)) event.end();
  return task as ComputeTask | null;
}
