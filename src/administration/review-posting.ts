import type { OperationContext } from '#authorization/operation-context.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { JobReport } from '#job-pool/job-report.entity.ts';
import { letGo } from '#job-pool/quarantine.ts';
import { tellPostingsChanged } from '#job-pool/tell-postings-changed.ts';
import { notify } from '#database/notify.ts';
import { relayChannel } from '#notifications/tell-relay.ts';
import { NotFound } from '#platform/errors.ts';
import { recordAct } from './act.ts';

/** Finds nothing wrong with a posting: it is matched like any other, and what was reported of it is settled. @throws NotFound */
export const approvePosting = (context: OperationContext, id: string): Promise<JobPosting> =>
  review(context, { id, verdict: 'approved', standing: letGo });

/** Holds a posting back for good, and has it leave the lists of whoever was matched with it. @throws NotFound */
export const rejectPosting = (context: OperationContext, id: string): Promise<JobPosting> =>
  review(context, {
    id,
    verdict: 'rejected',
    standing: { isQuarantined: true, quarantineExpiresAt: null, rejectedAt: context.now },
  });

interface Review {
  readonly id: string;
  readonly verdict: 'approved' | 'rejected';
  readonly standing: Pick<JobPosting, 'isQuarantined' | 'quarantineExpiresAt' | 'rejectedAt'>;
}

async function review(context: OperationContext, { id, verdict, standing }: Review): Promise<JobPosting> {
  const { rows, now } = context;
  const posting = await rows.lock(JobPosting, id);
  // What one account's key found is shown to that account alone, and what turned out to be another is that one.
  if (!posting || posting.foundFor || posting.mergedIntoId) throw new NotFound();
  const em = await rows.em();
  em.assign(posting, { ...standing, reviewSince: null, updatedAt: now });
  await em.nativeUpdate(JobReport, { posting: id, settledAt: null }, { settledAt: now });
  recordAct(em, context, { event: 'ADMIN_ACT', ownerId: null, detail: `${verdict} posting ${id}` });
  await em.flush();
  await tellPostingsChanged(em, [id], now);
  await notify(em, relayChannel);
  return posting;
}
