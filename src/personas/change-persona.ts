import type { OperationContext } from '#authorization/operation-context.ts';
import { tellChanges } from '#notifications/tell-changes.ts';
import { tellRelay } from '#notifications/tell-relay.ts';
import { InvalidInput, NotFound } from '#platform/errors.ts';
import { parseInput } from '#platform/parse-input.ts';
import { completenessOf, type Completeness } from './completeness.ts';
import { noteSearchChange } from './note-search-change.ts';
import { personaChangeRules } from './persona-input.ts';
import { Persona } from './persona.entity.ts';

/**
 * Changes the fields that are given and has the persona's matches scored anew.
 * @throws InvalidInput where it finishes a set-up that lacks something
 */
export async function changePersona(context: OperationContext, id: string, input: unknown): Promise<Persona> {
  const changes = parseInput(personaChangeRules, input, 'input');
  const persona = await requirePersona(context, id);
  const em = await context.rows.em();
  const wasComplete = persona.onboardingComplete;
  em.assign(persona, changes);
  // Whoever has finished once may take things away again and go on saving the rest.
  if (persona.onboardingComplete && !wasComplete) assertComplete(await completenessOf(persona, context));
  await markPersonaChanged(context, persona);
  await em.flush();
  return persona;
}

/** Refuses to call a set-up finished that lacks something, and says what. */
export function assertComplete({ missing }: Completeness): void {
  if (missing.length > 0) throw new InvalidInput('input.onboardingComplete', `Not finished yet. ${missing.join(' ')}`);
}

/** Deletes a persona and everything in it. */
export async function deletePersona(context: OperationContext, id: string): Promise<boolean> {
  const persona = await requirePersona(context, id);
  const em = await context.rows.em();
  await em.remove(persona).flush();
  // Whoever still watches its matches is told that there is nothing to watch any more.
  await tellChanges(em, [{ subject: 'PERSONA_JOBS', of: id, ids: [] }]);
  return true;
}

/** The viewer's persona, held until the operation ends: changes to one persona happen one after the other. @throws NotFound */
export async function requirePersona({ rows }: OperationContext, id: string): Promise<Persona> {
  const persona = await rows.lock(Persona, id);
  if (!persona) throw new NotFound();
  return persona;
}

/** Notes that what matches are scored by, and searches made of, has changed; the caller flushes. */
export async function markPersonaChanged(context: OperationContext, persona: Persona): Promise<void> {
  const em = await context.rows.em();
  const { now, newId } = context;
  persona.updatedAt = now;
  await noteSearchChange(context, persona);
  await tellRelay(em, { id: newId(), ownerId: persona.ownerId, kind: 'PERSONA_CHANGED', subjectId: persona.id, now });
}
