import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from './persona.entity.ts';

const VoiceProfileSchema = defineEntity({
  name: 'VoiceProfile',
  tableName: 'voice_profiles',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    tone: p.text(),
    sentenceStyle: p.text(),
    vocabularyLevel: p.text(),
    personalityMarkers: p.text().nullable(),
    samplePhrases: p.json().$type<string[]>(),
    thingsToAvoid: p.json().$type<string[]>(),
    writingSampleText: p.text().nullable(),
  },
  uniques: [{ name: 'voice_profiles_owner_id_persona_id_key', properties: ['ownerId', 'persona'] }],
});
export class VoiceProfile extends VoiceProfileSchema.class {}
VoiceProfileSchema.setClass(VoiceProfile);
