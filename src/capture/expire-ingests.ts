import type { EntityManager } from '@mikro-orm/postgresql';
import { JobIngest } from './job-ingest.entity.ts';

/** How long it is known that something was handed in: long enough to answer "what became of it?". */
const graceHours = 24;

/**
 * Throws away what was handed in and has run out, and a day later forgets that there was anything. On the system login;
 * safe to repeat. @returns how many rows
 */
export async function expireIngests(em: EntityManager, now: Date): Promise<number> {
  const since = new Date(now.getTime() - graceHours * 3_600_000);
  const forgotten = await em.nativeDelete(JobIngest, { expiresAt: { $lt: since } });
  const expired = await em.nativeUpdate(
    JobIngest,
    { expiresAt: { $lte: now }, state: { $nin: ['CONFIRMED', 'EXPIRED'] } },
    { state: 'EXPIRED', input: null, preview: null, failure: null, workDueAt: null },
  );
  return forgotten + expired;
}
