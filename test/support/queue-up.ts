import { withClient } from '#database/logins.ts';
import type { TestDatabase } from './database.ts';

/**
 * How many of the database's connections wait for a lock: those of requests, since the system may meet the same lock in
 * its own work and must not be taken for one of them; or the system's alone.
 */
export async function waitingFor(database: TestDatabase, whose: 'requests' | 'system' = 'requests'): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where wait_event_type = 'Lock' and datname = current_database() and (usename = 'tenure_system') = $1`,
    [whose === 'system'],
  );
  return row?.count ?? 0;
}

/** Asks again and again until it is so; the test's own time-out ends it. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}

/** Waits until so many requests wait for a lock. */
export const blocked = (database: TestDatabase, count: number): Promise<void> =>
  until(async () => (await waitingFor(database)) === count);

/** Does something while nobody can read or write personas. */
export const whileLocked = <R>(database: TestDatabase, work: () => Promise<R>): Promise<R> =>
  withClient(database.adminUrl, async (client) => {
    await client.query('begin');
    await client.query('lock table personas in access exclusive mode');
    return work();
  });

/**
 * Holds rows as the superuser until all requests wait for them, one behind the other, and then lets go: they have read
 * before and write after, in the order given.
 * @param rows a statement that locks them
 */
export async function queueUp<R>(
  database: TestDatabase,
  rows: string,
  requests: readonly (() => Promise<R>)[],
): Promise<R[]> {
  const answers: Promise<R>[] = [];
  await withClient(database.adminUrl, async (client) => {
    await client.query('begin');
    await client.query(rows);
    for (const request of requests) {
      answers.push(request());
      await until(async () => (await waitingFor(database)) === answers.length);
    }
    await client.query('commit');
  });
  return Promise.all(answers);
}
