import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isPassing } from '#database/is-passing.ts';
import { tellRelay } from '#notifications/tell-relay.ts';
import { newSharedId } from '#platform/ids.ts';
import { matchPersonas } from '#scoring/match-personas.ts';
import { ComputeTask } from './compute-task.entity.ts';
import { tellTask, tellTaskIsGone } from './tell-tasks.ts';

const firstWaitSeconds = 10;
const longestWaitSeconds = 300;

/** Runs tasks that wait, each as a whole or not at all, in the caller's transaction on the system login. */
export async function runTasks(em: EntityManager, taskIds: readonly string[], now: Date): Promise<void> {
  for (const id of taskIds) await runTask(em, id, now);
}

async function runTask(em: EntityManager, id: string, now: Date): Promise<void> {
  const task = await em.findOne(
    ComputeTask,
    { id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
  );
  if (!task) return tellTaskIsGone(em, id);
  if (task.state !== 'QUEUED') return;
  const attempt = task.attempt + 1;
  await em.nativeUpdate(ComputeTask, { id }, { state: 'LEASED', attempt });
  try {
    // A savepoint: what failed is undone, and that it failed is kept.
    await em.transactional((inner) => matchPersonas(inner as EntityManager, [task.persona.id], now));
    await em.nativeUpdate(
      ComputeTask,
      { id },
      { state: 'SUCCEEDED', partsDone: 1, partsTotal: 1, finishedAt: now, error: null },
    );
  } catch (error) {
    if (isPassing(error)) throw error;
    await putOff(em, { ...task, attempt }, now);
  }
  await tellTask(em, id);
}

/** A task that failed waits, twice as long each time, until it has failed too often. */
async function putOff(
  em: EntityManager,
  { id, ownerId, attempt, maxAttempts }: Pick<ComputeTask, 'id' | 'ownerId' | 'attempt' | 'maxAttempts'>,
  now: Date,
): Promise<void> {
  const error = 'A posting could not be scored.';
  if (attempt >= maxAttempts) {
    await em.nativeUpdate(ComputeTask, { id }, { state: 'FAILED', finishedAt: now, error });
    return;
  }
  const seconds = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (attempt - 1));
  const runAfter = new Date(now.getTime() + seconds * 1000);
  await em.nativeUpdate(ComputeTask, { id }, { state: 'QUEUED', runAfter, error });
  await tellRelay(em, { id: newSharedId(), ownerId, kind: 'TASK_QUEUED', subjectId: id, now: runAfter });
  await em.flush();
}
