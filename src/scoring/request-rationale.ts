import type { OperationContext } from '#authorization/operation-context.ts';
import { notify } from '#database/notify.ts';
import { requirePersonaJob } from '#job-pool/change-persona-job.ts';
import type { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { tellPersonaJob } from '#job-pool/tell-persona-jobs.ts';
import type { RationaleState } from '#platform/resolver-types.generated.ts';
import { isWorthRationale, rationaleChannel } from './write-rationales.ts';

type Rated = Pick<PersonaJob, 'fitScore' | 'scoreDetails' | 'rationaleDueAt'>;

/** How far a match has got with its sentence. */
export function rationaleState(personaJob: Rated, hasModel: boolean): RationaleState {
  if (personaJob.scoreDetails?.rationale) return 'WRITTEN';
  if (!hasModel || !isWorthRationale(personaJob)) return 'UNAVAILABLE';
  return personaJob.rationaleDueAt ? 'REQUESTED' : 'AVAILABLE';
}

/** Asks for a sentence about a match, which is written soon after; where there can be none, or is one, nothing happens. */
export async function requestRationale(context: OperationContext, id: string, hasModel: boolean): Promise<PersonaJob> {
  const personaJob = await requirePersonaJob(context, id);
  if (rationaleState(personaJob, hasModel) !== 'AVAILABLE') return personaJob;
  personaJob.rationaleDueAt = context.now;
  const em = await context.rows.em();
  await em.flush();
  await tellPersonaJob(em, personaJob);
  await notify(em, rationaleChannel);
  return personaJob;
}
