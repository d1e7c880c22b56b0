import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from './persona.entity.ts';

/** One search that sources are asked. */
export interface SearchBucket {
  readonly label: string;
  readonly keywords: readonly string[];
  readonly titles: readonly string[];
  readonly remoteokTags: readonly string[];
  readonly location: string | null;
}

const buckets = () => p.json().$type<readonly SearchBucket[]>();

const SearchProfileSchema = defineEntity({
  name: 'SearchProfile',
  tableName: 'search_profiles',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    fitSearches: buckets(),
    stretchSearches: buckets(),
    // What of the persona they were derived from, hashed.
    personaFingerprint: p.string().length(64),
    isStale: p.boolean(),
    generatedAt: p.datetime(),
    approvedAt: p.datetime().nullable(),
    // When they are to be named by a language model; null where nobody asked, or nothing is to be named any more.
    wordingDueAt: p.datetime().nullable(),
    wordedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'search_profiles_owner_id_persona_id_key', properties: ['ownerId', 'persona'] }],
  indexes: [
    {
      name: 'search_profiles_wording_due_at_idx',
      expression: `create index "search_profiles_wording_due_at_idx" on "search_profiles" ("wording_due_at") where "wording_due_at" is not null`,
    },
  ],
  checks: [
    { name: 'search_profiles_fit_searches_check', expression: `jsonb_typeof(fit_searches) = 'array'` },
    { name: 'search_profiles_stretch_searches_check', expression: `jsonb_typeof(stretch_searches) = 'array'` },
  ],
});
export class SearchProfile extends SearchProfileSchema.class {}
SearchProfileSchema.setClass(SearchProfile);
