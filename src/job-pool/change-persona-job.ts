import type { OperationContext } from '#authorization/operation-context.ts';
import { NotFound } from '#platform/errors.ts';
import type { JobPosting } from './job-posting.entity.ts';
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

/**
 * The viewer's match, held until the operation ends; where its posting has turned out to be another that the persona is
 * matched with as well, the match of that one, which everything done counts for. @throws NotFound
 */
export async function requirePersonaJob({ rows }: OperationContext, id: string): Promise<PersonaJob> {
  const personaJob = await rows.lock(PersonaJob, id);
  if (!personaJob) throw new NotFound();
  // Such a match is in no list any more.
  const posting = personaJob.isFiltered ? ((await rows.parent(personaJob, 'posting')) as JobPosting | null) : null;
  if (!posting?.mergedIntoId) return personaJob;
  const [twin] = await rows.list(
    PersonaJob,
    { persona: personaJob.persona.id, posting: posting.mergedIntoId },
    { id: 'asc' },
  );
  return (twin && (await rows.lock(PersonaJob, twin.id))) ?? personaJob;
}
