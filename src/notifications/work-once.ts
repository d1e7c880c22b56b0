import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { isPassing } from '#database/is-passing.ts';
import type { WorkQueue } from '#database/work-queue.ts';

/** How the items of one queue are worked off. */
export interface Worker {
  readonly queue: string;
  readonly work: (em: EntityManager, data: never, now: Date) => Promise<void>;
  /** Does something else with an item that failed, such as to take it apart; returns whether it did. Else it waits. */
  readonly recover?: (em: EntityManager, data: never, now: Date) => Promise<boolean>;
}

export interface WorkOptions {
  /** Of the system login. */
  readonly orm: MikroORM;
  readonly queue: WorkQueue;
  readonly log: Logger;
  readonly now: () => Date;
}

/**
 * Does one item, of the first queue that has any, as a whole or not at all: what it writes, what it adds to queues, and
 * that it is done, commit together. @returns how many were done
 */
export const workOnce = (options: WorkOptions, workers: readonly Worker[]): Promise<number> =>
  options.orm.em.fork().transactional(async (forked) => {
    const em = forked as EntityManager;
    for (const worker of workers) if (await workOne(em, options, worker)) return 1;
    return 0;
  });

async function workOne(em: EntityManager, { queue, log, now }: WorkOptions, worker: Worker): Promise<boolean> {
  const item = await queue.take(em, worker.queue);
  if (!item) return false;
  const data = item.data as never;
  try {
    // A savepoint: of what fails nothing stays but that it did.
    await em.transactional((inner) => worker.work(inner as EntityManager, data, now()));
    await queue.finish(em, item);
  } catch (error) {
    if (isPassing(error)) throw error;
    log.error({ err: error, queue: worker.queue, itemId: item.id }, 'work failed; it is taken apart, or waits');
    if (await worker.recover?.(em, data, now())) await queue.finish(em, item);
    else await queue.putOff(em, item);
  }
  return true;
}
