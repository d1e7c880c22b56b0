import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { expireIngests } from '#capture/expire-ingests.ts';
import { purgeExpired } from '#identity/purge-expired.ts';
import { defaultRetention, purgeClosedPostings, type Retention } from '#job-pool/purge-closed-postings.ts';
import { purgeManualPostings } from '#job-pool/take-manual-posting.ts';
import { refreshPool } from '#job-pool/refresh-pool.ts';

export interface Housekeeping {
  /** Deletes what has run out. @returns how many rows went */
  readonly purge: () => Promise<number>;
  /** Brings postings up to date that time or new rules have changed. @returns how many were looked at */
  readonly refresh: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

export interface HousekeepingOptions {
  /** Of the system login. */
  readonly orm: MikroORM;
  readonly now: () => Date;
  readonly log: Logger;
  /** What is kept how long. */
  readonly retention?: Retention;
}

const intervalMilliseconds = 3_600_000;

/**
 * Deletes what has run out and brings the pool up to date, at once and then every hour, so that who restarts often has
 * it done too; that several instances do it at once harms nobody.
 */
export function startHousekeeping({ orm, now, log, retention = defaultRetention }: HousekeepingOptions): Housekeeping {
  let isStopped = false;
  const purge = async (): Promise<number> => {
    const em = orm.em.fork() as EntityManager;
    const counts = [
      await purgeExpired(em, now()),
      await expireIngests(em, now()),
      await purgeManualPostings(em, now()),
      await purgeClosedPostings(orm, retention, { now: now(), isStopped: () => isStopped }),
    ];
    const count = counts.reduce((sum, each) => sum + each, 0);
    if (count > 0) log.info({ count }, 'purged what has run out');
    return count;
  };
  const refresh = async (): Promise<number> => {
    const count = await refreshPool(orm, now(), () => isStopped);
    if (count > 0) log.info({ count }, 'brought postings up to date');
    return count;
  };
  const attempt = (chore: string, work: () => Promise<unknown>): Promise<unknown> =>
    work().catch((error: unknown) => log.error({ err: error }, `${chore} failed; trying again in an hour`));
  const run = async (): Promise<void> => {
    await attempt('purge', purge);
    await attempt('refresh of postings', refresh);
  };
  let running = run();
  const timer = setInterval(() => void (running = run()), intervalMilliseconds);
  return {
    purge,
    refresh,
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
