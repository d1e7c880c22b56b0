import type { EntityManager } from '@mikro-orm/postgresql';
import type { NewWork, WorkQueue } from '#database/work-queue.ts';
import type { Worker } from '#notifications/work-once.ts';
import { halves } from '#scoring/postings-workers.ts';
import { matchPersona, planPersona } from '#scoring/surface-persona.ts';
import { queues, type SurfacingLimits } from '#scoring/surfacing.ts';
import { getOn, holdLease, leaseTask, putOffTask, type Lease } from './lease-task.ts';

/** A persona that changed, or a task that is to score one anew: they go the same way. */
type Asked = { readonly personaId: string } | { readonly taskId: string };

interface Part {
  readonly personaId: string;
  readonly postingIds: readonly string[];
  readonly lease: Lease | null;
  /** The first parts of all personas come before the second parts of any. */
  readonly priority: number;
}

export interface PersonaWork {
  readonly queue: WorkQueue;
  readonly limits: SurfacingLimits;
}

/** Queues personas that changed; one that waits already is not queued twice. */
export const askForPersonas = (em: EntityManager, queue: WorkQueue, personaIds: readonly string[]): Promise<void> =>
  queue.put(
    em,
    queues.surfacePersona,
    personaIds.map((personaId) => ({ data: { personaId }, key: personaId })),
  );

/** Queues tasks that wait. */
export const askForTasks = (em: EntityManager, queue: WorkQueue, taskIds: readonly string[]): Promise<void> =>
  queue.put(
    em,
    queues.surfacePersona,
    taskIds.map((taskId) => ({ data: { taskId }, key: taskId })),
  );

/** How personas are matched: what is to begin first, then parts of what was begun, in turns. */
export const personaWorkers = (work: PersonaWork, onPairs: (count: number) => void): readonly Worker[] => [
  { queue: queues.surfacePersona, work: (em, asked: Asked, now) => begin(em, work, { asked, now }) },
  {
    queue: queues.matchPersona,
    work: async (em, part: Part, now) => {
      if (part.lease && !(await holdLease(em, part.lease))) return;
      onPairs(await matchPersona(em, { ...part, now }));
      if (part.lease) await getOn(em, part.lease, { done: 1, now });
    },
    recover: (em, part: Part, now) => takeApart(em, work.queue, { part, now }),
  },
];

async function begin(
  em: EntityManager,
  { queue, limits }: PersonaWork,
  { asked, now }: { readonly asked: Asked; readonly now: Date },
): Promise<void> {
  const lease = 'taskId' in asked ? await leaseTask(em, asked.taskId, now) : null;
  const personaId = 'personaId' in asked ? asked.personaId : lease?.personaId;
  if (personaId === undefined) return;
  const parts = await planPersona(em, personaId, { limits, now });
  await queue.put(
    em,
    queues.matchPersona,
    parts.map((postingIds, index) => partWork({ personaId, postingIds, lease, priority: -index })),
  );
  if (lease) await getOn(em, lease, { added: parts.length, now });
}

/** Halves of a part that failed, to find the posting at fault. That one is tried again by its task, or waits. */
async function takeApart(
  em: EntityManager,
  queue: WorkQueue,
  { part, now }: { readonly part: Part; readonly now: Date },
): Promise<boolean> {
  const { lease, postingIds } = part;
  if (postingIds.length > 1) {
    await queue.put(
      em,
      queues.matchPersona,
      halves(postingIds).map((half) => partWork({ ...part, postingIds: half })),
    );
    if (lease && (await holdLease(em, lease))) await getOn(em, lease, { added: 1, now });
    return true;
  }
  if (lease) await putOffTask(em, lease, { error: 'A posting could not be scored.', now });
  return lease !== null;
}

const partWork = (part: Part): NewWork => ({
  data: part,
  priority: part.priority,
  ...(part.lease ? { key: part.lease.taskId } : {}),
});
