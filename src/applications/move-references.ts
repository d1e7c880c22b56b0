import { ref } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SamePostings } from '#job-pool/find-same-postings.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import type { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { Application } from './application.entity.ts';
import { changeLinks } from './change-links.ts';
import { combineLinks } from './combine-links.ts';

type Merged = Pick<SamePostings, 'keptId' | 'goneId'>;

/**
 * Moves everybody's matches and applications from a posting to the one that it turned out to be. Where one persona has a
 * match of both, that of the posting that stays gets what was done with either (`combineLinks`) and the application; the
 * other leaves the lists and waits for a split. Each says what it was made for.
 */
export const moveReferences = (em: EntityManager, { keptId, goneId }: Merged): Promise<void> =>
  changeLinks(em, [keptId, goneId], async (links) => {
    const [gone, kept] = [goneId, keptId].map((id) => links.filter(({ posting }) => posting.id === id));
    const twins = new Map(kept?.map((link) => [link.persona.id, link]));
    const insteadOf = new Map<string, PersonaJob>();
    for (const link of gone ?? []) {
      const twin = twins.get(link.persona.id);
      if (twin) {
        combine(twin, link);
        insteadOf.set(link.id, twin);
      } else {
        link.movedFromId ??= goneId;
        link.posting = ref(em.getReference(JobPosting, keptId));
      }
    }
    await moveApplications(em, { keptId, goneId }, insteadOf);
    return [...(gone ?? []), ...insteadOf.values()];
  });

function combine(twin: PersonaJob, link: PersonaJob): void {
  Object.assign(twin, combineLinks(twin, link));
  twin.isHidden ||= link.isHidden;
  twin.isFiltered = twin.isHidden || (twin.isFiltered && !twin.isCaptured);
  link.isFiltered = true;
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
