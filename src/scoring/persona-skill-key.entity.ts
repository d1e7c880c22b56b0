import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from '#personas/persona.entity.ts';

const PersonaSkillKeySchema = defineEntity({
  name: 'PersonaSkillKey',
  tableName: 'persona_skill_keys',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    skillKey: p.text(),
  },
  // Not by owner first, as others are: the system looks up whoever has a skill.
  indexes: [{ name: 'persona_skill_keys_skill_key_idx', properties: ['skillKey', 'persona'] }],
});
export class PersonaSkillKey extends PersonaSkillKeySchema.class {}
PersonaSkillKeySchema.setClass(PersonaSkillKey);
