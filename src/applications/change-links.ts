import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { ChangedPersonaJobs } from '#job-pool/tell-persona-jobs.ts';

/**
 * Changes everybody's matches of some postings, and what hangs on them, and tells of those that `change` gives back.
 * Matches are held first, in one order: whoever is just applying is waited for, or finds them changed.
 */
export async function changeLinks(
  em: EntityManager,
  postingIds: readonly string[],
  change: (links: readonly PersonaJob[]) => Promise<Iterable<PersonaJob>>,
): Promise<void> {
  const links = await em.find(
    PersonaJob,
    { posting: { $in: [...postingIds] } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const changed = new ChangedPersonaJobs();
  for (const { persona, id } of await change(links)) changed.add(persona.id, id);
  await em.flush();
  await changed.tell(em);
  em.clear();
}
