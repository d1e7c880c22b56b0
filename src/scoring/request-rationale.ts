import type { OperationContext } from '#authorization/operation-context.ts';
import { notify } from '#database/notify.ts';
import { wordingChannel, wordingState } from '#notifications/wording.ts';
import { requirePersonaJob } from '#job-pool/change-persona-job.ts';
import type { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { tellPersonaJob } from '#job-pool/tell-persona-jobs.ts';
import type { WordingState } from '#platform/resolver-types.generated.ts';
import { isWorthRationale } from './write-rationales.ts';

type Rated = Pick<PersonaJob, 'fitScore' | 'scoreDetails' | 'rationaleDueAt'>;

/** How far a match has got with its sentence. */
export const rationaleState = (personaJob: Rated, hasModel: boolean): WordingState =>
  wordingState({
    isWritten: Boolean(personaJob.scoreDetails?.rationale),
    isPossible: hasModel && isWorthRationale(personaJob),
    dueAt: personaJob.rationaleDueAt,
  });

/** Asks for a sentence about a match, which is written soon after; where there can be none, or is one, nothing happens. */
export async function requestRationale(context: OperationContext, id: string, hasModel: boolean): Promise<PersonaJob> {
  const personaJob = await requirePersonaJob(context, id);
  if (rationaleState(personaJob, hasModel) !== 'AVAILABLE') return personaJob;
  personaJob.rationaleDueAt = context.now;
  const em = await context.rows.em();
  await em.flush();
  await tellPersonaJob(em, personaJob);
  await notify(em, wordingChannel);
  return personaJob;
}
