import type { OperationContext } from '#authorization/operation-context.ts';
import { changePersona, deletePersona } from './change-persona.ts';
import { addSkill, changeSkill, removeSkill, reorderSkills } from './change-skills.ts';
import { createPersona } from './create-persona.ts';
import { Persona } from './persona.entity.ts';

type Arguments = {
  readonly id: string;
  readonly personaId: string;
  readonly parentId: string;
  readonly ids: readonly string[];
  readonly input: unknown;
};
type Context = OperationContext;

export const personasResolvers = {
  Query: {
    personas: (_root: unknown, _args: unknown, { rows }: Context) =>
      rows.list(Persona, {}, { createdAt: 'asc', id: 'asc' }),
    persona: (_root: unknown, { id }: Arguments, { rows }: Context) => rows.find(Persona, id),
  },
  Mutation: {
    createPersona: (_root: unknown, { input }: Arguments, context: Context) => createPersona(context, input),
    updatePersona: (_root: unknown, { id, input }: Arguments, context: Context) => changePersona(context, id, input),
    deletePersona: (_root: unknown, { id }: Arguments, context: Context) => deletePersona(context, id),
    addSkill: (_root: unknown, { personaId, input }: Arguments, context: Context) =>
      addSkill(context, personaId, input),
    updateSkill: (_root: unknown, { id, input }: Arguments, context: Context) => changeSkill(context, id, input),
    removeSkill: (_root: unknown, { id }: Arguments, context: Context) => removeSkill(context, id),
    reorderSkills: (_root: unknown, { parentId, ids }: Arguments, context: Context) =>
      reorderSkills(context, parentId, ids),
  },
} as const;
