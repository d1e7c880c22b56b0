import type { ChangeEvent, OperationContext, SubscriptionEvent } from '#authorization/operation-context.ts';
import { NotFound } from '#platform/errors.ts';
import { isFinished } from './compute-task-transitions.ts';
import { ComputeTask } from './compute-task.entity.ts';

/** Opens the stream of a task's changes; the first is how it stands. @throws NotFound */
export async function watchTask({ rows, watch }: OperationContext, id: string): Promise<AsyncIterable<ChangeEvent>> {
  // Before anything is read: what changes in the meantime would be told to nobody.
  const changes = watch({ subject: 'COMPUTE_TASKS', of: id, toldAtOnce: [id] });
  try {
    if (!(await rows.find(ComputeTask, id, ['id']))) throw new NotFound();
    return changes;
  } catch (error) {
    await changes.return?.();
    throw error;
  }
}

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
