import type { Logger } from 'pino';
import { listen } from '#database/listen.ts';

export interface QueueLoopOptions {
  /** Direct connection URL of the login that works, for LISTEN. */
  readonly url: string;
  /** Where a word says that something waits. */
  readonly channel: string;
  /** What the log calls it. */
  readonly name: string;
  /** Each does some of what waits; returns how much it took, none when nothing waits. They go on beside each other. */
  readonly works: readonly (() => Promise<number>)[];
  readonly log: Logger;
}

export interface QueueLoop {
  /**
   * Resolves once everything that waits now was taken, by the first work, then by the next, which may wait for it. A pass
   * that fails says nothing of that: another follows.
   */
  drained(): Promise<void>;
  /** Finishes what is under way and stops. */
  stop(): Promise<void>;
}

const pollMilliseconds = 2_000;

/** Works off queues until stopped: woken by the database, and every two seconds in case a word was missed. */
export function startQueueLoop({ url, channel, name, works, log }: QueueLoopOptions): QueueLoop {
  const lanes = works.map((work) => startLane(work, name, log));
  const rouse = (): void => lanes.forEach((lane) => lane.rouse());
  const listener = listen({ url, channel, onNotice: rouse, onGap: rouse });
  return {
    drained: async () => {
      for (const lane of lanes) await lane.drained();
    },
    stop: async () => {
      await Promise.all([...lanes.map((lane) => lane.stop()), listener.then((each) => each.stop())]);
    },
  };
}

interface Lane extends QueueLoop {
  readonly rouse: () => void;
}

function startLane(work: () => Promise<number>, name: string, log: Logger): Lane {
  let stopped = false;
  let wake: () => void = () => undefined;
  let waiters: (() => void)[] = [];
  // A word that comes while it works is answered by another look.
  let isRoused = false;
  const running = (async () => {
    while (!stopped) {
      // Only a pass that began after the question can answer it.
      const asked = waiters;
      waiters = [];
      isRoused = false;
      const done = await work().catch((error: unknown) => {
        log.error({ err: error }, `${name} failed; trying again`);
        return null;
      });
      if (done === 0) for (const answer of asked) answer();
      else waiters.push(...asked);
      const isIdle = done === null || (done === 0 && waiters.length === 0);
      if (isIdle && !isRoused && !stopped) await pause((resume) => (wake = resume));
    }
  })();
  return {
    rouse: () => {
      isRoused = true;
      wake();
    },
    drained: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        wake();
      }),
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}

const pause = (register: (resume: () => void) => void): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, pollMilliseconds);
    register(() => {
      clearTimeout(timer);
      resolve();
    });
  });
