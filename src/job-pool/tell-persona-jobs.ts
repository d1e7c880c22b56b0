import type { EntityManager } from '@mikro-orm/postgresql';
import type { RowNotice } from '#database/notify.ts';
import { changesChannel, mostIds, tellChanges } from '#notifications/tell-changes.ts';
import type { PersonaJob } from './persona-job.entity.ts';

/** How the change of one match by a statement is told of. */
export const personaJobNotice: RowNotice = { channel: changesChannel, subject: 'PERSONA_JOBS', of: 'persona' };

/** Tells of a match that was changed, in the transaction that changes it. */
export const tellPersonaJob = (em: EntityManager, { id, persona }: PersonaJob): Promise<void> =>
  tellChanges(em, [{ subject: 'PERSONA_JOBS', of: persona.id, ids: [id] }]);

/** Matches that one transaction adds and changes, of however many personas, to be told of at its end. */
export class ChangedPersonaJobs {
  readonly #byPersona = new Map<string, Set<string>>();

  add(personaId: string, id: string): void {
    const ids = this.#byPersona.get(personaId) ?? new Set();
    this.#byPersona.set(personaId, ids);
    // One more than can be told says that there are many; the rest would only take room.
    if (ids.size <= mostIds) ids.add(id);
  }

  tell(em: EntityManager): Promise<void> {
    return tellChanges(
      em,
      [...this.#byPersona].map(([of, ids]) => ({ subject: 'PERSONA_JOBS', of, ids: [...ids] })),
    );
  }
}
