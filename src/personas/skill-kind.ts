import { z } from 'zod';
import type { ItemKind } from './change-items.ts';
import { assertFreeName } from './distinct-skills.ts';
import { forgetSkills } from './own-skills.ts';
import { proficiencies, Skill, skillTypes } from './skill.entity.ts';
import { requiredText, text } from './text-rules.ts';

const fields = {
  skillName: requiredText(100),
  skillType: z.enum(skillTypes),
  category: requiredText(100),
  proficiency: z.enum(proficiencies),
  yearsUsed: z.int().min(0).max(100),
  lastUsed: text(20).regex(/^(Current|\d{4})$/, 'Write Current or a year.'),
} as const;

/** Most skills of one persona. */
export const mostSkills = 200;

export const skillRules = z.object(fields);

/** The skills of a persona, by names that differ. */
export const skillKind: ItemKind<Skill, z.infer<typeof skillRules>> = {
  entity: Skill,
  parent: 'persona',
  plural: 'skills',
  most: mostSkills,
  rules: skillRules,
  changeRules: skillRules.partial(),
  matched: ['skillName', 'skillType', 'category', 'proficiency', 'yearsUsed', 'lastUsed'],
  settle: (given, { others }) => {
    if (given.skillName !== undefined) assertFreeName(given.skillName, others);
    return given;
  },
  release: forgetSkills,
};
