import type { OperationContext } from '#authorization/operation-context.ts';
import { NotFound } from '#platform/errors.ts';
import { computeTaskTransitions } from './compute-task-transitions.ts';
import { ComputeTask } from './compute-task.entity.ts';
import { tellTask } from './tell-tasks.ts';

/** Gives a task up; saying so again changes nothing. @throws NotFound, IllegalTransition for one that is finished */
export async function cancelTask({ rows, now }: OperationContext, id: string): Promise<ComputeTask> {
  const task = await rows.lock(ComputeTask, id);
  if (!task) throw new NotFound();
  if (task.state === 'CANCELED') return task;
  computeTaskTransitions.assert(task.state, 'CANCELED');
  task.state = 'CANCELED';
  task.finishedAt = now;
  const em = await rows.em();
  await em.flush();
  await tellTask(em, task.id);
  return task;
}
