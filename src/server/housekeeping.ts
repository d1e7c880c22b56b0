import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { purgeExpired } from '#identity/purge-expired.ts';

export interface Housekeeping {
  /** Deletes what has run out. @returns how many rows went */
  readonly purge: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

export interface HousekeepingOptions {
  /** Of the system login. */
  readonly orm: MikroORM;
  readonly now: () => Date;
  readonly log: Logger;
}

const intervalMilliseconds = 3_600_000;

/**
 * Deletes what has run out, at once and then every hour, so that who restarts often has it done too; that several
 * instances do it at once harms nobody.
 */
export function startHousekeeping({ orm, now, log }: HousekeepingOptions): Housekeeping {
  const purge = async (): Promise<number> => {
    const count = await purgeExpired(orm.em.fork() as EntityManager, now());
    if (count > 0) log.info({ count }, 'purged what has run out');
    return count;
  };
  const run = (): Promise<unknown> =>
    purge().catch((error: unknown) => log.error({ err: error }, 'purge failed; trying again in an hour'));
  let running = run();
  const timer = setInterval(() => void (running = run()), intervalMilliseconds);
  return {
    purge,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
