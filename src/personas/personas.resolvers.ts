import { reading } from '#database/reads.ts';
import type { Resolvers } from '#platform/resolver-types.generated.ts';
import { addItem, changeItem, removeItem, reorderItems } from './change-items.ts';
import { changePersona, deletePersona } from './change-persona.ts';
import { approveSearchProfile, changeSearchProfile, generateSearchProfile } from './change-search-profile.ts';
import { createPersona } from './create-persona.ts';
import { Persona } from './persona.entity.ts';
import { SearchProfile } from './search-profile.entity.ts';
import { skillKind } from './skill-kind.ts';

const ofPersona = { entity: SearchProfile, by: 'persona' } as const;

export const personasResolvers: Resolvers = {
  Query: {
    personas: (_root, _args, { rows }) => rows.list(Persona, {}, { createdAt: 'asc', id: 'asc' }),
    persona: (_root, { id }, { rows }) => rows.find(Persona, id),
  },
  Mutation: {
    createPersona: (_root, { input }, context) => createPersona(context, input),
    updatePersona: (_root, { id, input }, context) => changePersona(context, id, input),
    deletePersona: (_root, { id }, context) => deletePersona(context, id),
    generateSearchProfile: (_root, { personaId }, context) => generateSearchProfile(context, personaId),
    updateSearchProfile: (_root, { personaId, input }, context) => changeSearchProfile(context, personaId, input),
    approveSearchProfile: (_root, { personaId }, context) => approveSearchProfile(context, personaId),
    addSkill: (_root, { personaId, input }, context) => addItem(context, skillKind, { parentId: personaId, input }),
    updateSkill: (_root, { id, input }, context) => changeItem(context, skillKind, { id, input }),
    removeSkill: (_root, { id }, context) => removeItem(context, skillKind, id),
    reorderSkills: (_root, args, context) => reorderItems(context, skillKind, args),
  },
  Persona: {
    searchProfile: reading({ inverse: ofPersona }, (persona, _args, { rows }) => rows.inverse(persona, ofPersona)),
  },
};
