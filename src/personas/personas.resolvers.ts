import { reading } from '#database/reads.ts';
import type { Resolvers } from '#platform/resolver-types.generated.ts';
import { achievementStoryKind } from './achievement-story-kind.ts';
import { certificationKind } from './certification-kind.ts';
import { addItem, changeItem, removeItem, reorderItems } from './change-items.ts';
import { changePersona, deletePersona } from './change-persona.ts';
import { approveSearchProfile, changeSearchProfile, generateSearchProfile } from './change-search-profile.ts';
import { changeVoiceProfile } from './change-voice-profile.ts';
import { completenessColumns, completenessOf } from './completeness.ts';
import { customNonNegotiableKind } from './custom-non-negotiable-kind.ts';
import { educationKind } from './education-kind.ts';
import { exportJsonResume } from './export-json-resume.ts';
import { importJsonResume } from './import-json-resume.ts';
import { Persona } from './persona.entity.ts';
import { SearchProfile } from './search-profile.entity.ts';
import { skillKind } from './skill-kind.ts';
import { VoiceProfile } from './voice-profile.entity.ts';
import { bulletKind, workHistoryKind } from './work-history-kind.ts';

const searches = { entity: SearchProfile, by: 'persona' } as const;
const voice = { entity: VoiceProfile, by: 'persona' } as const;

export const personasResolvers: Resolvers = {
  Query: {
    personas: (_root, _args, { rows }) => rows.list(Persona, {}, { createdAt: 'asc', id: 'asc' }),
    persona: (_root, { id }, { rows }) => rows.find(Persona, id),
    exportJsonResume: (_root, { personaId }, context) => exportJsonResume(context, personaId),
  },
  Mutation: {
    updatePersona: (_root, { id, input }, context) => changePersona(context, id, input),
    deletePersona: (_root, { id }, context) => deletePersona(context, id),
    generateSearchProfile: (_root, { personaId }, context) => generateSearchProfile(context, personaId),
    updateSearchProfile: (_root, { personaId, input }, context) => changeSearchProfile(context, personaId, input),
    approveSearchProfile: (_root, { personaId }, context) => approveSearchProfile(context, personaId),
    importJsonResume: (_root, { personaId, document }, context) => importJsonResume(context, personaId, document),
    addSkill: (_root, { personaId, input }, context) => addItem(context, skillKind, { parentId: personaId, input }),
    updateSkill: (_root, args, context) => changeItem(context, skillKind, args),
    removeSkill: (_root, { id }, context) => removeItem(context, skillKind, id),
    reorderSkills: (_root, args, context) => reorderItems(context, skillKind, args),
    addWorkHistory: (_root, { personaId, input }, context) =>
      addItem(context, workHistoryKind, { parentId: personaId, input }),
    updateWorkHistory: (_root, args, context) => changeItem(context, workHistoryKind, args),
    removeWorkHistory: (_root, { id }, context) => removeItem(context, workHistoryKind, id),
    reorderWorkHistories: (_root, args, context) => reorderItems(context, workHistoryKind, args),
    addBullet: (_root, { workHistoryId, input }, context) =>
      addItem(context, bulletKind, { parentId: workHistoryId, input }),
    updateBullet: (_root, args, context) => changeItem(context, bulletKind, args),
    removeBullet: (_root, { id }, context) => removeItem(context, bulletKind, id),
    reorderBullets: (_root, args, context) => reorderItems(context, bulletKind, args),
    addEducation: (_root, { personaId, input }, context) =>
      addItem(context, educationKind, { parentId: personaId, input }),
    updateEducation: (_root, args, context) => changeItem(context, educationKind, args),
    removeEducation: (_root, { id }, context) => removeItem(context, educationKind, id),
    reorderEducations: (_root, args, context) => reorderItems(context, educationKind, args),
    addCertification: (_root, { personaId, input }, context) =>
      addItem(context, certificationKind, { parentId: personaId, input }),
    updateCertification: (_root, args, context) => changeItem(context, certificationKind, args),
    removeCertification: (_root, { id }, context) => removeItem(context, certificationKind, id),
    reorderCertifications: (_root, args, context) => reorderItems(context, certificationKind, args),
    addAchievementStory: (_root, { personaId, input }, context) =>
      addItem(context, achievementStoryKind, { parentId: personaId, input }),
    updateAchievementStory: (_root, args, context) => changeItem(context, achievementStoryKind, args),
    removeAchievementStory: (_root, { id }, context) => removeItem(context, achievementStoryKind, id),
    reorderAchievementStories: (_root, args, context) => reorderItems(context, achievementStoryKind, args),
    addCustomNonNegotiable: (_root, { personaId, input }, context) =>
      addItem(context, customNonNegotiableKind, { parentId: personaId, input }),
    updateCustomNonNegotiable: (_root, args, context) => changeItem(context, customNonNegotiableKind, args),
    removeCustomNonNegotiable: (_root, { id }, context) => removeItem(context, customNonNegotiableKind, id),
    reorderCustomNonNegotiables: (_root, args, context) => reorderItems(context, customNonNegotiableKind, args),
    updateVoiceProfile: (_root, { personaId, input }, context) => changeVoiceProfile(context, personaId, input),
  },
  Persona: {
    searchProfile: reading({ inverse: searches }, (persona, _args, { rows }) => rows.inverse(persona, searches)),
    voiceProfile: reading({ inverse: voice }, (persona, _args, { rows }) => rows.inverse(persona, voice)),
    completeness: reading({ columns: completenessColumns }, (persona, _args, context) =>
      completenessOf(persona, context),
    ),
  },
  AchievementStory: {
    relatedWorkHistoryId: reading(
      { columns: ['relatedWorkHistory.id'] },
      ({ relatedWorkHistory }) => relatedWorkHistory?.id ?? null,
    ),
  },
};
