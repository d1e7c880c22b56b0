import type { OperationContext } from '#authorization/operation-context.ts';
import { InvalidInput, NotFound } from '#platform/errors.ts';
import { parseInput } from '#platform/parse-input.ts';
import { markPersonaChanged, requirePersona } from './change-persona.ts';
import { assertFreeName } from './distinct-skills.ts';
import { mostSkills, skillChangeRules, skillRules } from './persona-input.ts';
import type { Persona } from './persona.entity.ts';
import { Skill } from './skill.entity.ts';

/** Adds a skill at the end. */
export async function addSkill(context: OperationContext, personaId: string, input: unknown): Promise<Skill> {
  const fields = parseInput(skillRules, input, 'input');
  const persona = await requirePersona(context, personaId);
  const others = await skillsOf(context, persona);
  if (others.length >= mostSkills) throw new InvalidInput('input', `A persona has at most ${mostSkills} skills.`);
  assertFreeName(fields.skillName, others);
  const em = await context.rows.em();
  const displayOrder = (others.at(-1)?.displayOrder ?? -1) + 1;
  const skill = em.create(Skill, { id: context.newId(), ownerId: persona.ownerId, persona, ...fields, displayOrder });
  await markPersonaChanged(context, persona);
  await em.flush();
  return skill;
}

/** Changes the fields that are given. */
export async function changeSkill(context: OperationContext, id: string, input: unknown): Promise<Skill> {
  const changes = parseInput(skillChangeRules, input, 'input');
  const { skill, persona } = await requireSkill(context, id);
  const others = (await skillsOf(context, persona)).filter((other) => other !== skill);
  if (changes.skillName !== undefined) assertFreeName(changes.skillName, others);
  const em = await context.rows.em();
  em.assign(skill, changes);
  await markPersonaChanged(context, persona);
  await em.flush();
  return skill;
}

/** Removes a skill. */
export async function removeSkill(context: OperationContext, id: string): Promise<boolean> {
  const { skill, persona } = await requireSkill(context, id);
  const em = await context.rows.em();
  em.remove(skill);
  await markPersonaChanged(context, persona);
  await em.flush();
  return true;
}

/**
 * Puts a persona's skills into the order of the list, which names each of them once.
 * @throws NotFound for a skill that is not this persona's, InvalidInput for a list with one missing or twice
 */
export async function reorderSkills(
  context: OperationContext,
  personaId: string,
  ids: readonly string[],
): Promise<Skill[]> {
  const persona = await requirePersona(context, personaId);
  const skills = await skillsOf(context, persona);
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  if (!ids.every((id) => byId.has(id))) throw new NotFound();
  if (ids.length !== skills.length || new Set(ids).size !== ids.length)
    throw new InvalidInput('ids', 'Name each skill of the persona once.');
  const ordered = ids.flatMap((id) => byId.get(id) ?? []);
  ordered.forEach((skill, index) => {
    skill.displayOrder = index;
  });
  await (await context.rows.em()).flush();
  return ordered;
}

const skillsOf = ({ rows }: OperationContext, persona: Persona): Promise<Skill[]> =>
  rows.list(Skill, { persona: persona.id }, { displayOrder: 'asc' });

/** The viewer's skill with its persona, both held until the operation ends. @throws NotFound */
async function requireSkill(context: OperationContext, id: string): Promise<{ skill: Skill; persona: Persona }> {
  const found = await context.rows.find(Skill, id);
  const persona = found && (await requirePersona(context, found.persona.id));
  // Whoever held the persona before may have removed the skill meanwhile.
  const skill = persona && (await context.rows.lock(Skill, id));
  if (!skill) throw new NotFound();
  return { skill, persona };
}
