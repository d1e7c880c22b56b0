import { z } from 'zod';
import { isStorableDate, isStorableInstant, isStorableText } from '#database/storable.ts';
import type { OperationContext } from '#authorization/operation-context.ts';
import { Conflict, InvalidInput, NotFound } from '#platform/errors.ts';
import { parseInput } from '#platform/parse-input.ts';
import { Application } from './application.entity.ts';
import type { ApplicationStatus, InterviewStage } from './application-status.ts';
import { applicationTransitions, eventTypeFor } from './application-transitions.ts';
import { TimelineEvent } from './timeline-event.entity.ts';

export interface ChangeApplicationStatusInput {
  readonly status: ApplicationStatus;
  readonly stage?: InterviewStage | null;
  readonly offer?: object | null;
  readonly rejection?: object | null;
  readonly version?: number | null;
}

const note = z.string().refine(isStorableText, 'This has characters that cannot be kept.').trim().max(10_000).nullish();
const amount = z.int().min(0).max(1_000_000_000).nullish();
const tooEarly = 'This is before the first year.';
const day = z.string().refine(isStorableDate, tooEarly).nullish();
const instant = z.date().refine(isStorableInstant, tooEarly).nullish();
const detailRules = z.object({
  offer: z
    .object({
      baseSalary: amount,
      salaryCurrency: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z]{3}$/, 'This is no currency code such as USD.')
        .nullish(),
      bonusPercent: z.number().min(0).max(1000).nullish(),
      equityValue: amount,
      equityType: z.string().nullish(),
      equityVestingYears: z.int().min(0).max(50).nullish(),
      startDate: day,
      responseDeadline: day,
      otherBenefits: note,
      notes: note,
    })
    .nullish(),
  rejection: z.object({ stage: z.string().nullish(), reason: note, feedback: note, rejectedAt: instant }).nullish(),
});

/**
 * Moves an application on and writes what happened into its timeline.
 * @throws IllegalTransition, Conflict VERSION_CONFLICT, InvalidInput for details that belong to another status
 */
export async function changeApplicationStatus(
  context: OperationContext,
  id: string,
  input: ChangeApplicationStatusInput,
): Promise<Application> {
  const { now, newId, rows } = context;
  const { status, version } = input;
  assertBelongs(input);
  const details = parseInput(detailRules, input, 'input');
  if (details.rejection?.rejectedAt && details.rejection.rejectedAt > now)
    throw new InvalidInput('input.rejection.rejectedAt', 'This time is yet to come.');
  const application = await rows.lock(Application, id);
  if (!application) throw new NotFound();
  if (typeof version === 'number' && version !== application.version)
    throw new Conflict('VERSION_CONFLICT', 'The application has changed meanwhile; look at it again.');
  applicationTransitions.assert(application.status, status);
  const em = await rows.em();
  em.assign(application, { ...consequences(application, { ...input, ...details }, now), status, statusUpdatedAt: now });
  em.create(TimelineEvent, {
    id: newId(),
    ownerId: application.ownerId,
    application,
    eventType: eventTypeFor(status),
    eventDate: now,
    interviewStage: application.currentInterviewStage ?? null,
  });
  await em.flush();
  return application;
}

type Details = z.infer<typeof detailRules>;

/** What changes beside the status. */
function consequences(
  application: Application,
  { status, stage, offer, rejection }: Pick<ChangeApplicationStatusInput, 'status' | 'stage'> & Details,
  now: Date,
) {
  switch (status) {
    case 'INTERVIEWING':
      return { currentInterviewStage: stage ?? null };
    case 'OFFER':
      return { offerDetails: offer ?? {} };
    case 'REJECTED':
      return { rejectionDetails: rejectionOf(application, rejection ?? {}, now) };
    default:
      return {};
  }
}

/** A rejection counts for what had been reached, and from now on, unless it says otherwise. */
function rejectionOf(
  { status, currentInterviewStage }: Application,
  { stage, rejectedAt, ...words }: NonNullable<Details['rejection']>,
  now: Date,
) {
  const reached = status === 'OFFER' ? status : (currentInterviewStage ?? 'APPLIED');
  return { ...words, stage: stage ?? reached, rejectedAt: (rejectedAt ?? now).toISOString() };
}

/** Details of another status would be lost without a word. */
function assertBelongs({ status, stage, offer, rejection }: ChangeApplicationStatusInput): void {
  const misplaced = [
    { field: 'stage', given: stage, belongsTo: 'INTERVIEWING' },
    { field: 'offer', given: offer, belongsTo: 'OFFER' },
    { field: 'rejection', given: rejection, belongsTo: 'REJECTED' },
  ].find(({ given, belongsTo }) => given !== null && given !== undefined && belongsTo !== status);
  if (misplaced)
    throw new InvalidInput(`input.${misplaced.field}`, `This belongs to ${misplaced.belongsTo}, not to ${status}.`);
}
