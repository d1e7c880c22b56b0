import type { OperationContext } from '#authorization/operation-context.ts';
import { NotFound } from '#platform/errors.ts';
import { manualPersonaJobTransitions, type PersonaJobStatus } from './persona-job-transitions.ts';
import { PersonaJob } from './persona-job.entity.ts';
import { personaJobNotice, tellPersonaJob } from './tell-persona-jobs.ts';

/** Dismisses a match or brings it back; saying what is so already changes nothing. @throws IllegalTransition */
export async function setPersonaJobStatus(
  context: OperationContext,
  id: string,
  status: PersonaJobStatus,
): Promise<PersonaJob> {
  const personaJob = await requirePersonaJob(context, id);
  if (personaJob.status === status) return personaJob;
  manualPersonaJobTransitions.assert(personaJob.status, status);
  personaJob.status = status;
  personaJob.dismissedAt = status === 'DISMISSED' ? context.now : null;
  const em = await context.rows.em();
  await em.flush();
  await tellPersonaJob(em, personaJob);
  return personaJob;
}

/** Marks a match as favourite or not. */
export async function setFavorite(context: OperationContext, id: string, favorite: boolean): Promise<PersonaJob> {
  const values = { isFavorite: favorite };
  const personaJob = await context.rows.change(PersonaJob, id, { values, notice: personaJobNotice });
  if (!personaJob) throw new NotFound();
  return personaJob;
}

/** The viewer's match, held until the operation ends. @throws NotFound */
export async function requirePersonaJob({ rows }: OperationContext, id: string): Promise<PersonaJob> {
  const personaJob = await rows.lock(PersonaJob, id);
  if (!personaJob) throw new NotFound();
  return personaJob;
}
