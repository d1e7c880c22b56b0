import { z } from 'zod';
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

const note = z.string().trim().max(10_000).nullish();
const amount = z.int().min(0).max(1_000_000_000).nullish();
const detailRules = z.object({
  offer: z
    .looseObject({
      baseSalary: amount,
      equityValue: amount,
      bonusPercent: z.number().min(0).max(1000).nullish(),
      equityVestingYears: z.int().min(0).max(50).nullish(),
    })
    .extend({
      salaryCurrency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'This is no currency code such as USD.')
        .nullish(),
      otherBenefits: note,
      notes: note,
    })
    .nullish(),
  rejection: z.looseObject({ reason: note, feedback: note }).nullish(),
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
  const details = parseInput(detailRules, input, 'input');
  const application = await rows.lock(Application, id);
  if (!application) throw new NotFound();
  if (typeof input.version === 'number' && input.version !== application.version)
    throw new Conflict('VERSION_CONFLICT', 'The application has changed meanwhile; look at it again.');
  applicationTransitions.assert(application.status, input.status);
  assertBelongs(input);
  const previousStage = application.currentInterviewStage;
  application.status = input.status;
  application.statusUpdatedAt = now;
  if (input.status === 'INTERVIEWING') application.currentInterviewStage = input.stage ?? null;
  if (input.status === 'OFFER') application.offerDetails = details.offer ?? {};
  if (input.status === 'REJECTED')
    application.rejectionDetails = {
      stage: previousStage ?? 'APPLIED',
      rejectedAt: now.toISOString(),
      ...details.rejection,
    };
  const em = await rows.em();
  const interviewStage = application.currentInterviewStage ?? null;
  em.create(TimelineEvent, {
    id: newId(),
    ownerId: application.ownerId,
    application,
    eventType: eventTypeFor(input.status),
    eventDate: now,
    interviewStage,
  });
  await em.flush();
  return application;
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
