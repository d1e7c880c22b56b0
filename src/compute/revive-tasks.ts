import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { WorkQueue } from '#database/work-queue.ts';
import { queues } from '#scoring/surfacing.ts';
import { ComputeTask } from './compute-task.entity.ts';
import { putOffTask, renewLease } from './lease-task.ts';

/**
 * Looks at tasks whose lease has run out: holds on to those whose parts only wait for their turn, and has the others begun
 * again. @returns how many were lost
 */
export async function reviveTasks(orm: MikroORM, queue: WorkQueue, now: Date): Promise<number> {
  const overdue = await orm.em
    .fork()
    .find(ComputeTask, { state: 'LEASED', leaseUntil: { $lt: now } }, { fields: ['id', 'leaseId'], limit: 1_000 });
  let lost = 0;
  for (const { id: taskId, leaseId } of overdue)
    await orm.em.fork().transactional(async (forked) => {
      const em = forked as EntityManager;
      const lease = { taskId, leaseId: leaseId ?? '' };
      if (await queue.isWaiting(em, queues.matchPersona, taskId)) return renewLease(em, lease, now);
      lost += 1;
      return putOffTask(em, lease, { error: 'It was not finished in time.', now });
    });
  return lost;
}
