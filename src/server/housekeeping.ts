import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { expireIngests } from '#capture/expire-ingests.ts';
import { checkApplied } from '#sources/check-applied.ts';
import { purgeExpired } from '#identity/purge-expired.ts';
import { defaultRetention, purgeClosedPostings, type Retention } from '#job-pool/purge-closed-postings.ts';
import { purgeFoundPostings } from '#job-pool/purge-found-postings.ts';
import { purgeManualPostings } from '#job-pool/take-manual-posting.ts';
import { purgeRuns } from '#sources/plan-runs.ts';
import { refreshPool } from '#job-pool/refresh-pool.ts';
import { guardedFetch, type GuardedFetch } from '#platform/guarded-fetch.ts';

export interface Housekeeping {
  /** Deletes what has run out. @returns how many rows went */
  readonly purge: () => Promise<number>;
  /** Brings postings up to date that time or new rules have changed. @returns how many were looked at */
  readonly refresh: () => Promise<number>;
  /** Looks whether postings are still there that somebody applied to. @returns how many were looked for */
  readonly check: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

export interface HousekeepingOptions {
  /** Of the system login. */
  readonly orm: MikroORM;
  readonly now: () => Date;
  readonly log: Logger;
  /** What is kept how long. */
  readonly retention?: Retention;
  /** How sources and pages are asked whether a posting is still there. */
  readonly fetchPage?: GuardedFetch;
  /** Whether they are asked at all; they are unless told. */
  readonly checksApplied?: boolean;
}

const intervalMilliseconds = 3_600_000;
const defaults = { retention: defaultRetention, fetchPage: guardedFetch, checksApplied: true };

/**
 * Deletes what has run out and brings the pool up to date, at once and then every hour, so that who restarts often has
 * it done too; that several instances do it at once harms nobody.
 */
export function startHousekeeping(options: HousekeepingOptions): Housekeeping {
  const { orm, now, log, retention, fetchPage, checksApplied } = { ...defaults, ...options };
  const stopping = new AbortController();
  const { signal } = stopping;
  const purge = async (): Promise<number> => {
    const count = await purgeAll(orm, retention, { now: now(), isStopped: () => signal.aborted });
    if (count > 0) log.info({ count }, 'purged what has run out');
    return count;
  };
  const refresh = async (): Promise<number> => {
    const count = await refreshPool(orm, now(), () => signal.aborted);
    if (count > 0) log.info({ count }, 'brought postings up to date');
    return count;
  };
  const check = async (): Promise<number> =>
    checksApplied ? checkApplied({ orm, now, log, fetch: fetchPage, signal }) : 0;
  const attempt = (chore: string, work: () => Promise<unknown>): Promise<unknown> =>
    work().catch((error: unknown) => log.error({ err: error }, `${chore} failed; trying again in an hour`));
  const run = async (): Promise<void> => {
    await attempt('purge', purge);
    await attempt('refresh of postings', refresh);
    await attempt('check of postings', check);
  };
  let running = run();
  const timer = setInterval(() => void (running = run()), intervalMilliseconds);
  return {
    purge,
    refresh,
    check,
    stop: async () => {
      stopping.abort();
      clearInterval(timer);
      await running;
    },
  };
}

async function purgeAll(
  orm: MikroORM,
  retention: Retention,
  run: { readonly now: Date; readonly isStopped: () => boolean },
): Promise<number> {
  const em = orm.em.fork() as EntityManager;
  const counts = [
    await purgeExpired(em, run.now),
    await expireIngests(em, run.now),
    await purgeManualPostings(em, run.now),
    await purgeClosedPostings(orm, retention, run),
    await purgeFoundPostings(em),
    await purgeRuns(em, run.now),
  ];
  return counts.reduce((sum, each) => sum + each, 0);
}
