import { canonicalSkill } from '#job-pool/canonical-skill.ts';
import { extractSkills } from '#job-pool/extract-skills.ts';
import type { Skill } from '#personas/skill.entity.ts';
import type { PersonaSkill } from './scored-inputs.ts';

/**
 * The skills that a persona names, and the trades that titles held tell of it: a posting for a backend engineer is read to
 * ask for backend development, which backend engineers have done but hardly list. Who names no skill has none to add to.
 */
export function knownSkills(
  named: readonly Pick<Skill, 'skillName' | 'skillType' | 'proficiency'>[],
  titles: readonly string[],
): readonly PersonaSkill[] {
  if (named.length === 0) return [];
  const skills = named.map(({ skillName: name, skillType: kind, proficiency }) => ({
    key: canonicalSkill(name),
    name,
    kind,
    proficiency,
  }));
  const keys = new Set(skills.map(({ key }) => key));
  const told = titles.flatMap((title) => extractSkills(title, '')).filter(({ kind }) => kind === 'HARD');
  const trades = new Map(told.map(({ name }) => [canonicalSkill(name), name]));
  return [...skills, ...[...trades].filter(([key]) => !keys.has(key)).map(([key, name]) => trade(key, name))];
}

// A title tells what somebody does, not how well.
const trade = (key: string, name: string): PersonaSkill => ({ key, name, kind: 'HARD', proficiency: 'PROFICIENT' });
