import type { EntityManager } from '@mikro-orm/postgresql';
import { insertMany } from '#database/bulk.ts';
import { readColumns } from '#database/read-columns.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { newOwnedId } from '#platform/ids.ts';
import { findCandidates } from './find-candidates.ts';
import { linkMatches } from './link-matches.ts';
import { PersonaSkillKey } from './persona-skill-key.entity.ts';
import { readMatchers } from './read-inputs.ts';
import { readPostings } from './read-postings.ts';
import { holdPersona, holdPlan, inParts, type SurfacingLimits } from './surfacing.ts';

/**
 * Looks for the postings that a persona is to be held against: candidates of the pool, and all that it is linked with.
 * Files its skills by their keys, so that postings to come find it. On the system login, in the caller's transaction.
 * @returns the postings in parts; none for a persona that is gone by now
 */
export async function planPersona(
  em: EntityManager,
  personaId: string,
  { limits, now }: { readonly limits: SurfacingLimits; readonly now: Date },
): Promise<readonly (readonly string[])[]> {
  // What passes of postings still link is linked once they let go of it.
  await holdPersona(em, personaId, []);
  await holdPlan(em, 'shared');
  const [matcher] = await readMatchers(em, [personaId]);
  if (!matcher) return [];
  const keys = [...matcher.keys];
  await fileKeys(em, { personaId, ownerId: matcher.persona.ownerId, keys, now });
  const found = new Set(await linkedWith(em, personaId));
  // What was not handed on yet finds the persona by the keys just filed.
  for (const id of await findCandidates(em, matcher, matcher.persona.ownerId)) found.add(id);
  em.clear();
  // In one order for all, so that passes of several personas at a time read much the same postings.
  return inParts([...found].toSorted(), limits.postings);
}

/** Scores some postings for a persona. @returns how many pairs */
export async function matchPersona(
  em: EntityManager,
  {
    personaId,
    postingIds,
    now,
  }: { readonly personaId: string; readonly postingIds: readonly string[]; readonly now: Date },
): Promise<number> {
  await holdPersona(em, personaId, postingIds);
  const matchers = await readMatchers(em, [personaId]);
  return linkMatches(em, { matchers, postings: await readPostings(em, postingIds), now });
}

interface Filing {
  readonly personaId: string;
  readonly ownerId: string;
  readonly keys: readonly string[];
  readonly now: Date;
}

async function fileKeys(em: EntityManager, { personaId, ownerId, keys, now }: Filing): Promise<void> {
  const filed = await em.find(PersonaSkillKey, { persona: personaId });
  const known = new Set(filed.map(({ skillKey }) => skillKey));
  const gone = filed.filter(({ skillKey }) => !keys.includes(skillKey));
  if (gone.length > 0) await em.nativeDelete(PersonaSkillKey, { id: { $in: gone.map(({ id }) => id) } });
  const added = keys.filter((key) => !known.has(key));
  await insertMany(
    em,
    PersonaSkillKey,
    added.map((skillKey) => ({ id: newOwnedId(now), ownerId, persona: personaId, skillKey })),
  );
}

async function linkedWith(em: EntityManager, personaId: string): Promise<readonly string[]> {
  const rows = await readColumns(em, PersonaJob, { columns: ['posting'], where: { persona: personaId } });
  return rows.map(({ posting }) => posting);
}
