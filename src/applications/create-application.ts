import { isStorableInstant } from '#database/storable.ts';
import type { OperationContext } from '#authorization/operation-context.ts';
import { requireOwner } from '#authorization/viewer.ts';
import { requirePersonaJob } from '#job-pool/change-persona-job.ts';
import type { JobPosting } from '#job-pool/job-posting.entity.ts';
import { personaJobTransitions } from '#job-pool/persona-job-transitions.ts';
import { tellPersonaJob } from '#job-pool/tell-persona-jobs.ts';
import { Conflict, InvalidInput, NotFound } from '#platform/errors.ts';
import { Application } from './application.entity.ts';
import { TimelineEvent } from './timeline-event.entity.ts';

export interface CreateApplicationInput {
  readonly personaJobId: string;
  readonly appliedAt?: Date | null;
}

/**
 * Records an application for a match: keeps the posting as it is now, writes the first event, and marks the match.
 * @throws Conflict DUPLICATE_APPLICATION, IllegalTransition for a dismissed match, InvalidInput for a time to come
 */
export async function createApplication(
  context: OperationContext,
  input: CreateApplicationInput,
): Promise<Application> {
  const { now, newId, rows } = context;
  const ownerId = requireOwner(context.viewer);
  const appliedAt = input.appliedAt ?? now;
  if (appliedAt > now) throw new InvalidInput('input.appliedAt', 'This time is yet to come.');
  if (!isStorableInstant(appliedAt)) throw new InvalidInput('input.appliedAt', 'This time is before the first year.');
  const personaJob = await requirePersonaJob(context, input.personaJobId);
  if (await rows.exists(Application, { personaJob: personaJob.id }))
    throw new Conflict('DUPLICATE_APPLICATION', 'An application for this match is recorded already.');
  personaJobTransitions.assert(personaJob.status, 'APPLIED');
  const posting = (await rows.parent(personaJob, 'posting')) as JobPosting | null;
  if (!posting) throw new NotFound();
  const em = await rows.em();
  const application = em.create(Application, {
    id: newId(),
    ownerId,
    persona: personaJob.persona,
    personaJob,
    posting,
    snapshot: snapshotOf(posting, String(await rows.lazy(posting, 'descriptionText')), now),
    status: 'APPLIED',
    isPinned: false,
    appliedAt,
    statusUpdatedAt: now,
  });
  em.create(TimelineEvent, { id: newId(), ownerId, application, eventType: 'APPLIED', eventDate: appliedAt });
  personaJob.status = 'APPLIED';
  personaJob.appliedAt = appliedAt;
  await em.flush();
  await tellPersonaJob(em, personaJob);
  return application;
}

/** What the posting said when it was applied for: employers change and remove postings. */
function snapshotOf(posting: JobPosting, description: string, now: Date): Record<string, unknown> {
  const { title, companyName, companyUrl, salaryMin, salaryMax, salaryCurrency, location, workModel, sourceUrl } =
    posting;
  return {
    title,
    companyName,
    companyUrl,
    description,
    salaryMin,
    salaryMax,
    salaryCurrency,
    location,
    workModel,
    sourceUrl,
    capturedAt: now.toISOString(),
  };
}
