import type { ChangeEvent, OperationContext } from '#authorization/operation-context.ts';
import { Persona } from '#personas/persona.entity.ts';
import { NotFound } from '#platform/errors.ts';
import { PersonaJob } from './persona-job.entity.ts';

/** Opens the stream of changes of a persona's matches. @throws NotFound */
export async function watchPersonaJobs(
  { rows, watch }: OperationContext,
  personaId: string,
): Promise<AsyncIterable<ChangeEvent>> {
  // Before anything is read: what changes in the meantime would be told to nobody.
  const changes = watch({ subject: 'PERSONA_JOBS', of: personaId });
  try {
    if (!(await rows.find(Persona, personaId, ['id']))) throw new NotFound();
    return changes;
  } catch (error) {
    await changes.return?.();
    throw error;
  }
}

/** The match that an event tells of, as it is by now; null where the list is to be read again. */
export const changedPersonaJob = ({ id }: ChangeEvent, { rows }: OperationContext): Promise<PersonaJob | null> | null =>
  id === null ? null : (rows.find(PersonaJob, id) as Promise<PersonaJob | null>);
