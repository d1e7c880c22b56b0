import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import type { OperationContext } from '#authorization/operation-context.ts';
import { lockEach } from '#database/advisory-lock.ts';
import { isStorableText } from '#database/storable.ts';
import { tellRelay } from '#notifications/tell-relay.ts';
import { NotFound } from '#platform/errors.ts';
import { parseInput } from '#platform/parse-input.ts';
import { JobReport } from './job-report.entity.ts';
import { PersonaJob } from './persona-job.entity.ts';
import { ChangedPersonaJobs } from './tell-persona-jobs.ts';

const reasonRules = z
  .string()
  .refine(isStorableText, 'This has characters that cannot be kept.')
  .trim()
  .min(1, 'Say what is wrong with it.')
  .max(500);

const reportLock = 7_396_009;

/**
 * Has admins look at a posting, and takes it out of the lists of whoever reports it, for all their personas. That it was
 * reported is told to the system's relay, which alone changes the posting: neither the answer nor its time tells what
 * becomes of it. A second report by the same account changes nothing. @throws NotFound
 */
export async function reportJob(
  { rows, newId, now }: OperationContext,
  { personaJobId, reason }: { readonly personaJobId: string; readonly reason: string },
): Promise<boolean> {
  const words = parseInput(reasonRules, reason, 'reason');
  const reported = await rows.find(PersonaJob, personaJobId, ['ownerId', 'posting']);
  if (!reported) throw new NotFound();
  const { ownerId, posting } = reported;
  const em = await rows.em();
  // Two of its matches may be reported at once.
  await lockEach(em, { of: reportLock, ids: [`${ownerId} ${posting.id}`], mode: 'exclusive' });
  if (await rows.exists(JobReport, { posting: posting.id })) return true;
  em.create(JobReport, { id: newId(), ownerId, posting: posting.id, reason: words, createdAt: now });
  const own = await em.find(
    PersonaJob,
    { posting: posting.id },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const changed = new ChangedPersonaJobs();
  for (const each of own) {
    em.assign(each, { isHidden: true, isFiltered: true });
    changed.add(each.persona.id, each.id);
  }
  await tellRelay(em, { id: newId(), ownerId, kind: 'POSTING_REPORTED', subjectId: posting.id, now });
  await em.flush();
  await changed.tell(em);
  return true;
}
