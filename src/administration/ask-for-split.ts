import type { OperationContext } from '#authorization/operation-context.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { PostingSighting } from '#job-pool/posting-sighting.entity.ts';
import { tellRelay } from '#notifications/tell-relay.ts';
import { NotFound } from '#platform/errors.ts';
import { recordAct } from './act.ts';

/**
 * Asks the system to undo what was taken for a posting last: whose matches and applications move by it is not staff's to
 * see. @returns whether there is something to undo
 * @throws NotFound
 */
export async function askForSplit(context: OperationContext, id: string): Promise<boolean> {
  const { rows, now, newId } = context;
  if (!(await rows.exists(JobPosting, { id }))) throw new NotFound();
  const isMerged = await rows.exists(PostingSighting, { posting: id, mergedAt: { $ne: null } });
  const em = await rows.em();
  recordAct(em, context, { event: 'ADMIN_ACT', ownerId: null, detail: `split posting ${id}` });
  if (isMerged) await tellRelay(em, { id: newId(), ownerId: null, kind: 'POSTING_SPLIT', subjectId: id, now });
  return isMerged;
}
