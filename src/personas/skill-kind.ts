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
  yearsUsed: z.int().min(0).max(100).nullable(),
  lastUsed: text(20).regex(/^(Current|\d{4})$/, 'Write Current or a year.'),
} as const;

/** Most skills of one persona. */
export const mostSkills = 200;

/** A skill of which nobody says how long it was used may be known well all the same. */
export const skillRules = z.object({ ...fields, yearsUsed: fields.yearsUsed.default(null) });

/** The skills of a persona, by names that differ. */
export const skillKind: ItemKind<Skill, z.infer<typeof skillRules>> = {
  entity: Skill,
  parent: 'persona',
  plural: 'skills',
  most: mostSkills,
  rules: skillRules,
  changeRules: z.object(fields).partial(),
  matched: ['skillName', 'skillType', 'category', 'proficiency', 'yearsUsed', 'lastUsed'],
  settle: (given, { others }) => {
    if (given.skillName !== undefined) assertFreeName(given.skillName, others);
    return given;
  },
  release: forgetSkills,
};
