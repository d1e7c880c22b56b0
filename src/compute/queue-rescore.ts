import type { OperationContext } from '#authorization/operation-context.ts';
import { tellRelay } from '#notifications/tell-relay.ts';
import { requirePersona } from '#personas/change-persona.ts';
import { ComputeTask } from './compute-task.entity.ts';

const mostAttempts = 3;

/** Has a persona's matches scored anew; gives back the task that waits to do so already, if there is one. @throws NotFound */
export async function queueRescore(context: OperationContext, personaId: string): Promise<ComputeTask> {
  const { rows, now, newId } = context;
  // Held until the operation ends, so that two who ask at once get the same task.
  const persona = await requirePersona(context, personaId);
  const [waiting] = await rows.list(
    ComputeTask,
    { persona: persona.id, kind: 'RESCORE', state: 'QUEUED' },
    { createdAt: 'asc', id: 'asc' },
  );
  if (waiting) return waiting;
  const em = await rows.em();
  const { ownerId } = persona;
  const task = em.create(ComputeTask, {
    id: newId(),
    ownerId,
    persona,
    kind: 'RESCORE',
    state: 'QUEUED',
    attempt: 0,
    maxAttempts: mostAttempts,
    runAfter: now,
    partsDone: 0,
    partsTotal: 0,
    createdAt: now,
  });
  await tellRelay(em, { id: newId(), ownerId, kind: 'TASK_QUEUED', subjectId: task.id, now });
  await em.flush();
  return task;
}
