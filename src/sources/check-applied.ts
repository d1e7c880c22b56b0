import { setTimeout as sleepFor } from 'node:timers/promises';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { setColumn } from '#database/bulk.ts';
import { claimDue } from '#database/claim-due.ts';
import { notify } from '#database/notify.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { noteFailedCheck, notePresent } from '#job-pool/posting-presence.ts';
import { recogniseBoard } from '#job-pool/recognise-board.ts';
import { relayChannel } from '#notifications/tell-relay.ts';
import type { GuardedFetch } from '#platform/guarded-fetch.ts';
import { checkPosting } from './check-posting.ts';
import { nextCheck, type Checked } from './next-check.ts';

export interface CheckWork {
  /** Of the system login. */
  readonly orm: MikroORM;
  readonly now: () => Date;
  readonly log: Logger;
  readonly fetch: GuardedFetch;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

/** What a sweep has seen lately is not asked for again. */
const hoursAfterSweep = 20;
const scheduledAtATime = 500;
/** Shorter than a claim lasts, so that nobody asks a second time meanwhile. */
const mostSeconds = 240;

/**
 * Looks whether postings that somebody applied to are still there, those that are due. Each is claimed for a while in a
 * transaction of its own, asked for while none is open, and noted in another one. @returns how many were looked at
 */
export async function checkApplied(work: CheckWork): Promise<number> {
  const { orm, now, signal } = work;
  await schedule(orm, now());
  let checked = 0;
  while (!signal.aborted) {
    const due = await claimDue(orm, { entity: JobPosting, property: 'checkDueAt', now: now() });
    if (due.length === 0) break;
    await Promise.all(due.map((posting) => settle(work, posting)));
    checked += due.length;
  }
  return checked;
}

/** Has postings looked at that somebody has applied to since. */
const schedule = (orm: MikroORM, now: Date): Promise<void> =>
  orm.em.fork().transactional(async (em) => {
    const applied = await em.find(
      PersonaJob,
      { status: 'APPLIED', posting: { isActive: true, checkDueAt: null } },
      { fields: ['posting'], orderBy: { id: 'asc' }, limit: scheduledAtATime, disableIdentityMap: true },
    );
    const ids = [...new Set(applied.map(({ posting }) => posting.id))];
    await setColumn(em as EntityManager, JobPosting, { ids, property: 'checkDueAt', value: now });
  });

async function settle(work: CheckWork, posting: JobPosting): Promise<void> {
  const presence = await ask(work, posting).catch((error: unknown): Checked => {
    if (!work.signal.aborted)
      work.log.error({ err: error, postingId: posting.id }, 'posting not checked; trying again');
    return 'UNKNOWN';
  });
  // Whoever stops has found out nothing; it is due again when the claim has run out.
  if (!work.signal.aborted) await note(work, { id: posting.id, presence });
}

async function ask({ fetch, now, signal }: CheckWork, posting: JobPosting): Promise<Checked> {
  const at = now();
  const address = addressOf(posting);
  const seenAgo = at.getTime() - posting.lastVerifiedAt.getTime();
  if (posting.isActive && seenAgo < hoursAfterSweep * 3_600_000) return 'SWEPT';
  if (address === null) return 'UNKNOWN';
  const deadline = new Date(at.getTime() + mostSeconds * 1000);
  const sleep = (milliseconds: number): Promise<void> => sleepFor(milliseconds, undefined, { signal });
  return checkPosting({ title: posting.title, address }, { fetch, now, sleep, key: null, deadline, signal });
}

/** Its page on a board that can be asked, else the page it was published on. */
function addressOf({ sourceUrl, applyUrl }: JobPosting): string | null {
  const addresses = [sourceUrl, applyUrl].flatMap((address) => address ?? []);
  return addresses.find((address) => recogniseBoard(address)?.posting) ?? addresses[0] ?? null;
}

const note = ({ orm, now }: CheckWork, { id, presence }: { readonly id: string; readonly presence: Checked }) =>
  orm.em.fork().transactional(async (forked) => {
    const em = forked as EntityManager;
    const at = now();
    const { source, externalId } = await em.findOneOrFail(JobPosting, { id }, { disableIdentityMap: true });
    if (presence === 'GONE') await noteFailedCheck(em, id, at);
    if (presence === 'THERE' && externalId) await notePresent(em, { sourceId: source.id, seenAt: at }, [externalId]);
    const fields = ['isActive', 'expiredAt', 'failedChecks'] as const;
    const posting = await em.findOneOrFail(JobPosting, { id }, { fields, disableIdentityMap: true });
    const [latest] = await em.find(
      PersonaJob,
      { posting: id, status: 'APPLIED' },
      { fields: ['appliedAt'], orderBy: { appliedAt: 'desc' }, limit: 1, disableIdentityMap: true },
    );
    const next = nextCheck({ ...posting, presence, appliedAt: latest?.appliedAt ?? null }, at);
    await em.nativeUpdate(JobPosting, { id }, next);
    await notify(em, relayChannel);
  });
