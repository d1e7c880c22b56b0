import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { mergePostings } from '#applications/merge-postings.ts';
import { splitPostings } from '#applications/split-postings.ts';
import { askForPersonas, askForTasks, personaWorkers } from '#compute/persona-workers.ts';
import { reviveTasks } from '#compute/revive-tasks.ts';
import { notify } from '#database/notify.ts';
import { WorkQueue } from '#database/work-queue.ts';
import { holdReported } from '#job-pool/quarantine.ts';
import { startQueueLoop, type QueueLoop } from '#notifications/queue-loop.ts';
import { relayOnce, type MessageHandler, type RelayOptions } from '#notifications/relay.ts';
import { relayChannel } from '#notifications/tell-relay.ts';
import { workOnce } from '#notifications/work-once.ts';
import { askForPostings, isAskedAgain, postingsWorkers } from '#scoring/postings-workers.ts';
import { sweepPostings } from '#scoring/sweep-postings.ts';
import { defaultLimits, type SurfacingLimits } from '#scoring/surfacing.ts';

export interface SurfacingOptions {
  readonly limits: SurfacingLimits;
  /** Between looks for postings that no message told of. */
  readonly sweepMinutes: number;
}

export const defaultSurfacing: SurfacingOptions = { limits: defaultLimits, sweepMinutes: 15 };

/** What works the queue off. */
export interface Surfacing extends QueueLoop {
  /** Asks for postings that no message told of. @returns how many */
  readonly sweep: () => Promise<number>;
}

export interface Surroundings {
  /** Of the system login. */
  readonly orm: MikroORM;
  /** Direct connection URL of the system login, for LISTEN. */
  readonly url: string;
  readonly log: Logger;
  readonly now: () => Date;
  /** Told of pairs of a persona and a posting that were scored. */
  readonly onPairs: (count: number) => void;
}

const reviveMilliseconds = 30_000;
/** While postings wait that somebody was just changing, in milliseconds. */
const untilAnotherLook = 100;

/**
 * Hands messages on to the queue and works it off until stopped, personas and postings beside each other, so that neither
 * waits for all of the other. Looks for postings that were missed at the start and every quarter of an hour.
 */
export async function startSurfacing(
  { limits, sweepMinutes }: SurfacingOptions,
  { orm, url, log, now, onPairs }: Surroundings,
): Promise<Surfacing> {
  const queue = await WorkQueue.open(orm, (error) => log.error({ err: error }, 'queue failed'));
  const work = { queue, limits };
  const options = { orm, queue, log, now };
  const sweep = (): Promise<number> => sweepPostings(orm, work, now());
  const [persona, postings] = [personaWorkers(work, onPairs), postingsWorkers(work, onPairs)];
  await attempt(sweep, log);
  const loop = startQueueLoop({
    url,
    channel: relayChannel,
    name: 'surfacing',
    works: [
      () => relayOnce({ orm, handlers: handlersOf(work), log, now }),
      () => workOnce(options, persona),
      () => workOnce(options, postings),
    ],
    log,
  });
  const timers = [
    setInterval(() => void attempt(sweep, log), sweepMinutes * 60_000),
    setInterval(() => void attempt(() => reviveTasks(orm, queue, now()), log), reviveMilliseconds),
  ];
  return {
    drained: () => drain(loop, () => isAskedAgain(orm.em.fork() as EntityManager, queue)),
    sweep,
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await loop.stop();
      await queue.stop();
    },
  };
}

async function drain(loop: QueueLoop, isMoreToCome: () => Promise<boolean>): Promise<void> {
  await loop.drained();
  while (await isMoreToCome()) {
    await pause(untilAnotherLook);
    await loop.drained();
  }
}

const attempt = async (look: () => Promise<number>, log: Logger): Promise<void> => {
  const found = await look().catch((error: unknown) => {
    log.error({ err: error }, 'looking for missed work failed; trying again');
    return 0;
  });
  if (found > 0) log.info({ found }, 'work that was missed is queued');
};

/** Messages become work in the transaction that takes them off the outbox. */
function handlersOf(work: { readonly queue: WorkQueue; readonly limits: SurfacingLimits }): RelayOptions['handlers'] {
  const thenTell =
    (hand: MessageHandler): MessageHandler =>
    async (em, ids, now) => {
      await hand(em, ids, now);
      await notify(em, relayChannel);
    };
  return {
    PERSONA_CHANGED: thenTell((em, ids) => askForPersonas(em, work.queue, ids)),
    POSTING_CHANGED: thenTell((em: EntityManager, postingIds, now) => askForPostings(em, work, { postingIds, now })),
    POSTING_COMPARED: thenTell(mergePostings),
    POSTING_SPLIT: thenTell(splitPostings),
    POSTING_REPORTED: holdReported,
    TASK_QUEUED: thenTell((em, ids) => askForTasks(em, work.queue, ids)),
  };
}
