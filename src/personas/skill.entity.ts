import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from './persona.entity.ts';

export const skillTypes = ['HARD', 'SOFT'] as const;
export const proficiencies = ['LEARNING', 'FAMILIAR', 'PROFICIENT', 'EXPERT'] as const;

const SkillSchema = defineEntity({
  name: 'Skill',
  tableName: 'skills',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    skillName: p.string().length(100),
    skillType: p.enum(skillTypes),
    category: p.string().length(100),
    proficiency: p.enum(proficiencies),
    yearsUsed: p.integer().nullable(),
    lastUsed: p.string().length(20),
    displayOrder: p.integer(),
  },
  uniques: [{ name: 'skills_owner_id_persona_id_skill_name_key', properties: ['ownerId', 'persona', 'skillName'] }],
});
export class Skill extends SkillSchema.class {}
SkillSchema.setClass(Skill);
