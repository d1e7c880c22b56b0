import type { Resolvers } from '#platform/resolver-types.generated.ts';
import { changePersona, deletePersona } from './change-persona.ts';
import { addSkill, changeSkill, removeSkill, reorderSkills } from './change-skills.ts';
import { createPersona } from './create-persona.ts';
import { Persona } from './persona.entity.ts';

export const personasResolvers: Resolvers = {
  Query: {
    personas: (_root, _args, { rows }) => rows.list(Persona, {}, { createdAt: 'asc', id: 'asc' }),
    persona: (_root, { id }, { rows }) => rows.find(Persona, id),
  },
  Mutation: {
    createPersona: (_root, { input }, context) => createPersona(context, input),
    updatePersona: (_root, { id, input }, context) => changePersona(context, id, input),
    deletePersona: (_root, { id }, context) => deletePersona(context, id),
    addSkill: (_root, { personaId, input }, context) => addSkill(context, personaId, input),
    updateSkill: (_root, { id, input }, context) => changeSkill(context, id, input),
    removeSkill: (_root, { id }, context) => removeSkill(context, id),
    reorderSkills: (_root, { parentId, ids }, context) => reorderSkills(context, parentId, ids),
  },
};
