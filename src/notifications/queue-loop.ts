import type { Logger } from 'pino';
import { listen } from '#database/listen.ts';

export interface QueueLoopOptions {
  /** Direct connection URL of the login that works, for LISTEN. */
  readonly url: string;
  /** Where a word says that something waits. */
  readonly channel: string;
  /** What the log calls it. */
  readonly name: string;
  /** Does some of what waits; returns how much it took, none when nothing waits. */
  readonly work: () => Promise<number>;
  readonly log: Logger;
}

export interface QueueLoop {
  /** Resolves once everything that waits now was taken. */
  drained(): Promise<void>;
  /** Finishes what is under way and stops. */
  stop(): Promise<void>;
}

const pollMilliseconds = 2_000;

/** Works off a queue until stopped: woken by the database, and every two seconds in case a word was missed. */
export function startQueueLoop({ url, channel, name, work, log }: QueueLoopOptions): QueueLoop {
  let stopped = false;
  let wake: () => void = () => undefined;
  let waiters: (() => void)[] = [];
  const rouse = (): void => wake();
  const listener = listen({ url, channel, onNotice: rouse, onGap: rouse });
  const running = (async () => {
    while (!stopped) {
      // Only a pass that began after the question can answer it.
      const asked = waiters;
      waiters = [];
      const done = await work().catch((error: unknown) => {
        log.error({ err: error }, `${name} failed; trying again`);
        return 0;
      });
      if (done > 0) waiters.push(...asked);
      else for (const answer of asked) answer();
      if (done === 0 && waiters.length === 0 && !stopped) await pause((resume) => (wake = resume));
    }
  })();
  return {
    drained: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        wake();
      }),
    async stop() {
      stopped = true;
      wake();
      await Promise.all([running, listener.then((each) => each.stop())]);
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
