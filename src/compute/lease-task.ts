import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tellRelay } from '#notifications/tell-relay.ts';
import { newSharedId } from '#platform/ids.ts';
import { ComputeTask } from './compute-task.entity.ts';
import { tellTask, tellTaskIsGone } from './tell-tasks.ts';

const leaseSeconds = 120;
const firstWaitSeconds = 10;
const longestWaitSeconds = 300;

/** A hold on a task: what comes with another lease comes too late. */
export interface Lease {
  readonly taskId: string;
  readonly leaseId: string;
}

/** Begins a task that waits. @returns null for one that is gone, or does not wait any more */
export async function leaseTask(
  em: EntityManager,
  taskId: string,
  now: Date,
): Promise<(Lease & { readonly personaId: string }) | null> {
  const task = await lock(em, taskId);
  if (!task) await tellTaskIsGone(em, taskId);
  if (task?.state !== 'QUEUED') return null;
  const leaseId = newSharedId();
  await change(em, taskId, {
    state: 'LEASED',
    attempt: task.attempt + 1,
    partsDone: 0,
    partsTotal: 0,
    ...until(leaseId, now),
  });
  return { taskId, leaseId, personaId: task.persona.id };
}

/** Holds a task for as long as it takes to do one part of it. @returns whether the lease still is the task's */
export async function holdLease(em: EntityManager, { taskId, leaseId }: Lease): Promise<boolean> {
  const task = await lock(em, taskId);
  return task?.state === 'LEASED' && task.leaseId === leaseId;
}

/** Notes that there are more parts, or that one is done; with the last of them the task has succeeded. */
export async function getOn(
  em: EntityManager,
  { taskId, leaseId }: Lease,
  { added = 0, done = 0, now }: { readonly added?: number; readonly done?: number; readonly now: Date },
): Promise<void> {
  const task = await lock(em, taskId);
  if (!task) return;
  const parts = { partsDone: task.partsDone + done, partsTotal: task.partsTotal + added };
  const isOver = parts.partsDone >= parts.partsTotal;
  await change(em, taskId, {
    ...parts,
    ...(isOver ? { state: 'SUCCEEDED', finishedAt: now, error: null, ...noLease } : until(leaseId, now)),
  });
}

/** A task that failed waits, twice as long each time, until it has failed too often. */
export async function putOffTask(
  em: EntityManager,
  { taskId, leaseId }: Lease,
  { error, now }: { readonly error: string; readonly now: Date },
): Promise<void> {
  const task = await lock(em, taskId);
  if (task?.state !== 'LEASED' || task.leaseId !== leaseId) return;
  const { ownerId, attempt, maxAttempts } = task;
  if (attempt >= maxAttempts) return change(em, taskId, { state: 'FAILED', finishedAt: now, error, ...noLease });
  const seconds = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (attempt - 1));
  const runAfter = later(now, seconds);
  await change(em, taskId, { state: 'QUEUED', runAfter, error, ...noLease });
  await tellRelay(em, { id: newSharedId(), ownerId, kind: 'TASK_QUEUED', subjectId: taskId, now: runAfter });
  await em.flush();
}

/** Holds on for longer to a task whose parts wait for their turn. */
export async function renewLease(em: EntityManager, lease: Lease, now: Date): Promise<void> {
  if (await holdLease(em, lease)) await change(em, lease.taskId, until(lease.leaseId, now));
}

const noLease = { leaseId: null, leaseUntil: null };
const until = (leaseId: string, now: Date) => ({ leaseId, leaseUntil: later(now, leaseSeconds) });
const later = (time: Date, seconds: number): Date => new Date(time.getTime() + seconds * 1000);

/** The task as it is now, held until the transaction ends. */
const lock = (em: EntityManager, id: string): Promise<ComputeTask | null> =>
  em.findOne(ComputeTask, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true });

async function change(
  em: EntityManager,
  id: string,
  columns: Partial<Record<keyof ComputeTask, unknown>>,
): Promise<void> {
  await em.nativeUpdate(ComputeTask, { id }, columns as never);
  await tellTask(em, id);
}
