import { LockMode } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { claimDue } from '#database/claim-due.ts';
import type { GuardedFetch } from '#platform/guarded-fetch.ts';
import { jobIngestTransitions } from './job-ingest-transitions.ts';
import { JobIngest } from './job-ingest.entity.ts';
import { tellIngest } from './tell-ingests.ts';
import { readIngest, type ReadIngest } from './read-ingest.ts';

/** Longer than a page may take, so that nobody reads it a second time meanwhile. */
const leaseSeconds = 60;
const mostAttempts = 3;

export interface IngestWork {
  /** Of the system login. */
  readonly orm: MikroORM;
  readonly now: () => Date;
  readonly log: Logger;
  readonly fetchPage: GuardedFetch;
}

/**
 * Reads what was handed in, a few at a time. Each is claimed for a while in a transaction of its own, and pages are
 * fetched while none is open. @returns how many were claimed
 */
export async function readIngests(work: IngestWork): Promise<number> {
  const claimed = await claim(work);
  await Promise.all(
    claimed.map((ingest) =>
      settle(work, ingest).catch((error: unknown) =>
        work.log.error({ err: error, ingestId: ingest.id }, 'posting that was handed in not read; it is tried again'),
      ),
    ),
  );
  return claimed.length;
}

/** How often it was begun is counted first: what takes the process down each time is given up. */
const claim = ({ orm, now }: IngestWork): Promise<readonly JobIngest[]> =>
  claimDue(orm, {
    entity: JobIngest,
    property: 'workDueAt',
    now: now(),
    leaseSeconds,
    onClaim: (ingest) => {
      ingest.attempts += 1;
    },
  });

async function settle(work: IngestWork, { id, input, attempts }: JobIngest): Promise<void> {
  const read: ReadIngest =
    input === null || input === undefined || attempts > mostAttempts
      ? { failure: 'The posting cannot be read.' }
      : await readIngest(input, work);
  await work.orm.em.fork().transactional(async (em) => {
    const ingest = await em.findOne(JobIngest, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    // Read, or gone with its persona meanwhile: whoever watches it learns of either.
    await tellIngest(em as EntityManager, id);
    // Somebody else was quicker, or it was thrown away.
    if (ingest?.state !== 'PROCESSING') return;
    const state = 'preview' in read ? 'READY' : 'FAILED';
    jobIngestTransitions.assert(ingest.state, state);
    em.assign(ingest, { state, workDueAt: null, ...read });
  });
}
