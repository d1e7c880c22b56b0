import { setTimeout as pause } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { RateCounters } from '#database/rate-counters.ts';
import { startQueueLoop, type QueueLoop } from '#notifications/queue-loop.ts';
import { guardedFetch, type GuardedFetch } from '#platform/guarded-fetch.ts';
import type { SecretBox } from '#platform/secret-box.ts';
import { addMissingPreferences, planRuns } from '#sources/plan-runs.ts';
import { runsChannel } from '#sources/refresh-sources.ts';
import { workRuns } from '#sources/work-runs.ts';

/** How sources are asked. */
export interface PollingOptions {
  /** Whether they are; where not, nothing is planned, and whoever has them asked is told so. On unless told. */
  readonly isOn?: boolean;
  /** What asks them; as the guarded fetch does where it is left out. */
  readonly fetch?: GuardedFetch;
  /** How it waits; tests do not. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

interface Surroundings {
  /** Of the system login. */
  readonly orm: MikroORM;
  /** Direct connection URL of the system login, for LISTEN. */
  readonly url: string;
  readonly log: Logger;
  readonly now: () => Date;
  readonly box: SecretBox;
  readonly counters: RateCounters;
}

const sleepFor = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  pause(milliseconds, undefined, { signal });

/** Plans what is due and asks sources until stopped, in a few lanes: who waits for a slow one holds up no other lane. */
export async function startPolls(
  { isOn = true, fetch = guardedFetch, sleep = sleepFor }: PollingOptions,
  { url, ...surroundings }: Surroundings,
): Promise<QueueLoop> {
  const { orm, log, now } = surroundings;
  const ended = new AbortController();
  const work = { ...surroundings, isOn, fetch, sleep, signal: ended.signal };
  await addMissingPreferences(orm, now());
  const plan = (): Promise<number> => planRuns(orm, now());
  const lane = (): Promise<number> => workRuns(work);
  const loop = startQueueLoop({
    url,
    channel: runsChannel,
    name: 'polls',
    works: [...(isOn ? [plan] : []), lane, lane, lane],
    log,
  });
  return {
    drained: loop.drained,
    stop: () => {
      // What is under way is given up: it may have to wait for minutes, and is begun again.
      ended.abort();
      return loop.stop();
    },
  };
}
