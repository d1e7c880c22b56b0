import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import type { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { Application } from './application.entity.ts';
import { changeLinks } from './change-links.ts';

interface Parted {
  readonly keptId: string;
  readonly partedId: string;
}

/**
 * Gives matches and applications back to a posting that is one of its own again, as far as they were made for it; an
 * application goes where its match goes. What was made while both were one stays with the one that stayed.
 */
export const returnReferences = (em: EntityManager, { keptId, partedId }: Parted): Promise<void> =>
  changeLinks(em, [keptId, partedId], async (links) => {
    const returned = links.filter(({ posting, movedFromId }) => posting.id === partedId || movedFromId === partedId);
    for (const link of returned) {
      link.posting = ref(em.getReference(JobPosting, partedId));
      link.movedFromId = null;
    }
    const applied = await returnApplications(em, { keptId, partedId }, returned);
    // What is applied for by the other's application alone is not applied for.
    const open = links.filter(
      (link) => link.posting.id === keptId && link.status === 'APPLIED' && !applied.has(link.id),
    );
    for (const link of open) {
      link.status = 'DISCOVERED';
      link.appliedAt = null;
    }
    return [...returned, ...open];
  });

/** @returns ids of the matches that have an application then */
async function returnApplications(
  em: EntityManager,
  { keptId, partedId }: Parted,
  returned: readonly PersonaJob[],
): Promise<ReadonlySet<string>> {
  const sent = await em.find(Application, { posting: keptId }, { refresh: true });
  const links = new Map(returned.map((link) => [link.persona.id, link]));
  for (const application of sent) {
    const link = links.get(application.persona.id);
    if (!link || (application.movedFromId !== partedId && application.personaJob?.id !== link.id)) continue;
    application.posting = ref(em.getReference(JobPosting, partedId));
    application.movedFromId = null;
    application.personaJob = ref(link);
  }
  return new Set(sent.flatMap(({ personaJob }) => personaJob?.id ?? []));
}
