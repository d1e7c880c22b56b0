import type { OperationContext } from '#authorization/operation-context.ts';
import { requireOwner } from '#authorization/viewer.ts';
import { tellRelay } from '#notifications/tell-relay.ts';
import { parseInput } from '#platform/parse-input.ts';
import { assertComplete } from './change-persona.ts';
import { freshSearches, profileIds } from './change-search-profile.ts';
import { judgeCompleteness } from './completeness.ts';
import { assertDistinctNames } from './distinct-skills.ts';
import { personaRules } from './persona-input.ts';
import { Persona } from './persona.entity.ts';
import { SearchProfile } from './search-profile.entity.ts';
import { Skill } from './skill.entity.ts';

/** Makes a persona with its skills; the relay finds its matches once this has committed. */
export async function createPersona(context: OperationContext, input: unknown): Promise<Persona> {
  const { skills, ...fields } = parseInput(personaRules, input, 'input');
  assertDistinctNames(
    skills.map((skill) => skill.skillName),
    'input.skills',
  );
  // Jobs come later, by which a set-up is finished.
  if (fields.onboardingComplete) assertComplete(judgeCompleteness({ ...fields, jobs: [], skills: skills.length }));
  const em = await context.rows.em();
  const { now, newId } = context;
  const ownerId = requireOwner(context.viewer);
  const persona = em.create(Persona, { id: newId(), ownerId, ...fields, createdAt: now, updatedAt: now });
  skills.forEach((skill, displayOrder) => em.create(Skill, { id: newId(), ownerId, persona, ...skill, displayOrder }));
  em.create(SearchProfile, { ...profileIds(context, persona), ...freshSearches({ ...persona, skills }, now) });
  await tellRelay(em, { id: newId(), ownerId, kind: 'PERSONA_CHANGED', subjectId: persona.id, now });
  await em.flush();
  return persona;
}
