import type { ChangeEvent, OperationContext } from '#authorization/operation-context.ts';
import { watchRow } from '#notifications/watch-row.ts';
import { Persona } from '#personas/persona.entity.ts';
import { PersonaJob } from './persona-job.entity.ts';

/** Opens the stream of changes of a persona's matches. @throws NotFound */
export const watchPersonaJobs = (context: OperationContext, personaId: string): Promise<AsyncIterable<ChangeEvent>> =>
  watchRow(context, Persona, { subject: 'PERSONA_JOBS', of: personaId });

/** The match that an event tells of, as it is by now; null where the list is to be read again. */
export const changedPersonaJob = ({ id }: ChangeEvent, { rows }: OperationContext): Promise<PersonaJob | null> | null =>
  id === null ? null : (rows.find(PersonaJob, id) as Promise<PersonaJob | null>);
