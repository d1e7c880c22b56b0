import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from './persona.entity.ts';

/** Whether a source is asked for a persona. What sources there are is known further on, so that it is named, not linked. */
const SourcePreferenceSchema = defineEntity({
  name: 'SourcePreference',
  tableName: 'user_source_preferences',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    sourceName: p.string().length(100),
    enabled: p.boolean(),
    // Of the list, from 0.
    displayOrder: p.integer(),
    // When it was last asked for the persona.
    lastAskedAt: p.datetime().nullable(),
  },
  uniques: [
    {
      name: 'user_source_preferences_owner_id_persona_id_source_name_key',
      properties: ['ownerId', 'persona', 'sourceName'],
    },
  ],
  // Not by owner first: the system looks up whatever is due, of all.
  indexes: [
    {
      name: 'user_source_preferences_last_asked_at_idx',
      expression: `create index "user_source_preferences_last_asked_at_idx" on "user_source_preferences" ("last_asked_at" nulls first, "id") where "enabled"`,
    },
  ],
});
export class SourcePreference extends SourcePreferenceSchema.class {}
SourcePreferenceSchema.setClass(SourcePreference);
