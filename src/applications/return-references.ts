import { LockMode, ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { ChangedPersonaJobs } from '#job-pool/tell-persona-jobs.ts';
import { Application } from './application.entity.ts';

interface Parted {
  readonly keptId: string;
  readonly partedId: string;
}

/**
 * Gives matches and applications back to a posting that is one of its own again, as far as they were made for it. What was
 * made while both were one stays with the one that stayed.
 */
export async function returnReferences(em: EntityManager, { keptId, partedId }: Parted): Promise<void> {
  const links = await em.find(
    PersonaJob,
    { posting: { $in: [keptId, partedId] } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const changed = new ChangedPersonaJobs();
  const own = new Map<string, PersonaJob>();
  for (const link of links) {
    const isMoved = link.posting.id === keptId && link.movedFromId === partedId;
    if (!isMoved && link.posting.id === keptId) continue;
    link.posting = ref(em.getReference(JobPosting, partedId));
    link.movedFromId = null;
    own.set(link.persona.id, link);
    changed.add(link.persona.id, link.id);
  }
  const applied = await returnApplications(em, { keptId, partedId }, own);
  for (const link of links) {
    if (link.posting.id !== keptId || link.status !== 'APPLIED' || applied.has(link.id)) continue;
    link.status = 'DISCOVERED';
    changed.add(link.persona.id, link.id);
  }
  await em.flush();
  await changed.tell(em);
  em.clear();
}

/** @returns ids of the matches that have an application then */
async function returnApplications(
  em: EntityManager,
  { keptId, partedId }: Parted,
  own: ReadonlyMap<string, PersonaJob>,
): Promise<ReadonlySet<string>> {
  const sent = await em.find(Application, { posting: keptId }, { refresh: true });
  for (const application of sent) {
    if (application.movedFromId !== partedId) continue;
    application.posting = ref(em.getReference(JobPosting, partedId));
    application.movedFromId = null;
    const link = own.get(application.persona.id);
    if (link) application.personaJob = ref(link);
  }
  return new Set(sent.flatMap(({ personaJob }) => personaJob?.id ?? []));
}
