import { LockMode, ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SamePostings } from '#job-pool/find-same-postings.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { ChangedPersonaJobs } from '#job-pool/tell-persona-jobs.ts';
import { Application } from './application.entity.ts';
import { combineLinks } from './combine-links.ts';

type Merged = Pick<SamePostings, 'keptId' | 'goneId'>;

/**
 * Moves everybody's matches and applications from a posting to the one that it turned out to be. Where one persona has a
 * match of both, that of the posting that stays gets what was done with either (`combineLinks`) and the application; the
 * other leaves the lists and waits for a split. Each says what it was made for. Matches are held first: whoever is just
 * applying is waited for, or finds the match moved.
 */
export async function moveReferences(em: EntityManager, { keptId, goneId }: Merged): Promise<void> {
  const links = await em.find(
    PersonaJob,
    { posting: { $in: [keptId, goneId] } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const kept = new Map(links.flatMap((link) => (link.posting.id === keptId ? [[link.persona.id, link] as const] : [])));
  const changed = new ChangedPersonaJobs();
  const insteadOf = new Map<string, PersonaJob>();
  for (const link of links) {
    if (link.posting.id !== goneId) continue;
    const twin = kept.get(link.persona.id);
    if (twin) {
      Object.assign(twin, combineLinks(twin, link), twin.isCaptured || link.isCaptured ? { isFiltered: false } : {});
      link.isFiltered = true;
      insteadOf.set(link.id, twin);
      changed.add(twin.persona.id, twin.id);
    } else {
      link.movedFromId ??= goneId;
      link.posting = ref(em.getReference(JobPosting, keptId));
    }
    changed.add(link.persona.id, link.id);
  }
  await moveApplications(em, { keptId, goneId }, insteadOf);
  await em.flush();
  await changed.tell(em);
  em.clear();
}

async function moveApplications(
  em: EntityManager,
  { keptId, goneId }: Merged,
  insteadOf: ReadonlyMap<string, PersonaJob>,
): Promise<void> {
  const sent = await em.find(Application, { posting: { $in: [keptId, goneId] } }, { refresh: true });
  const taken = new Set(sent.flatMap(({ personaJob }) => personaJob?.id ?? []));
  for (const application of sent) {
    if (application.posting.id !== goneId) continue;
    application.movedFromId ??= goneId;
    application.posting = ref(em.getReference(JobPosting, keptId));
    const twin = insteadOf.get(application.personaJob?.id ?? '');
    // Where both were applied to, each application keeps the match that it came from.
    if (twin && !taken.has(twin.id)) application.personaJob = ref(twin);
  }
}
