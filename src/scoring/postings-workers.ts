import type { EntityManager } from '@mikro-orm/postgresql';
import type { NewWork, WorkQueue } from '#database/work-queue.ts';
import type { Worker } from '#notifications/work-once.ts';
import { matchPostings, planPostings } from './surface-postings.ts';
import { inParts, queues, type SurfacingLimits } from './surfacing.ts';

interface Asked {
  readonly postingIds: readonly string[];
  /** When they came; what came last is matched first. */
  readonly priority: number;
}

interface Part extends Asked {
  readonly personaIds: readonly string[];
}

export interface PostingsWork {
  readonly queue: WorkQueue;
  readonly limits: SurfacingLimits;
}

/** Waits before a posting is asked for again that somebody was just changing. */
const busySeconds = 2;
const busyKey = 'busy';

/** Whether postings are to be asked for again that somebody was just changing. */
export const isAskedAgain = (em: EntityManager, queue: WorkQueue): Promise<boolean> =>
  queue.isWaiting(em, queues.surfacePostings, busyKey);

/** Queues postings to be matched, in parts. */
export const askForPostings = (
  em: EntityManager,
  { queue, limits }: PostingsWork,
  { postingIds, now }: { readonly postingIds: readonly string[]; readonly now: Date },
): Promise<void> =>
  queue.put(em, queues.surfacePostings, inParts(postingIds, limits.postings).map(asked(secondsOf(now))));

const secondsOf = (now: Date): number => Math.floor(now.getTime() / 1000);

const asked =
  (priority: number, more: Pick<NewWork, 'key' | 'afterSeconds'> = {}) =>
  (postingIds: readonly string[]): NewWork => ({
    data: { postingIds, priority } satisfies Asked,
    priority,
    ...more,
  });

/** How postings are matched: parts of what was begun first, then what is to begin. */
export const postingsWorkers = (
  { queue, limits }: PostingsWork,
  onPairs: (count: number) => void,
): readonly Worker[] => [
  {
    queue: queues.matchPostings,
    work: async (em, part: Part, now) => onPairs(await matchPostings(em, { ...part, now })),
    recover: async (em, part: Part) => {
      const parts = apart(part);
      await queue.put(em, queues.matchPostings, parts.map(partWork));
      return parts.length > 0;
    },
  },
  {
    queue: queues.surfacePostings,
    work: async (em, { postingIds: all, priority }: Asked) => {
      const { postingIds, parts, busy } = await planPostings(em, all, limits);
      const works = parts.map((personaIds) => partWork({ postingIds, personaIds, priority }));
      await queue.put(em, queues.matchPostings, works);
      const again = asked(priority, { key: busyKey, afterSeconds: busySeconds });
      if (busy.length > 0) await queue.put(em, queues.surfacePostings, [again(busy)]);
    },
  },
];

const partWork = (part: Part): NewWork => ({ data: part, priority: part.priority });

/** Halves of a part, to find the pair at fault; none of a single pair. */
function apart(part: Part): readonly Part[] {
  const { postingIds, personaIds } = part;
  if (postingIds.length > 1) return halves(postingIds).map((half) => ({ ...part, postingIds: half }));
  return personaIds.length > 1 ? halves(personaIds).map((half) => ({ ...part, personaIds: half })) : [];
}

/** A list of two or more in two. */
export const halves = <T>(all: readonly T[]): readonly (readonly T[])[] => inParts(all, Math.ceil(all.length / 2));
