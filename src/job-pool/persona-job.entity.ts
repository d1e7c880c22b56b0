import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from '#personas/persona.entity.ts';
import { JobPosting } from './job-posting.entity.ts';

export const personaJobStatuses = ['DISCOVERED', 'DISMISSED', 'APPLIED'] as const;

/** How a score came about, as the API shows it. */
export interface ScoreDetails {
  readonly fit: {
    readonly total: number;
    readonly components: readonly { name: string; value: number; weight: number; neutral: boolean }[];
    readonly matchedSkills: readonly string[];
    readonly missingSkills: readonly string[];
  };
  readonly summary: string;
  readonly scorerVersion: string;
}

const PersonaJobSchema = defineEntity({
  name: 'PersonaJob',
  tableName: 'persona_jobs',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    posting: () => p.manyToOne(JobPosting).ref().joinColumn('job_posting_id').deleteRule('restrict'),
    status: p.enum(personaJobStatuses),
    isFavorite: p.boolean(),
    dismissedAt: p.datetime().nullable(),
    fitScore: p.integer().nullable(),
    scoreDetails: p.json().$type<ScoreDetails>().nullable(),
    failedNonNegotiables: p.json().$type<string[]>(),
    warnings: p.json().$type<string[]>(),
    // Fails the persona's wishes or its threshold by now: listed only on request.
    isFiltered: p.boolean(),
    inputsHash: p.string().length(64).nullable(),
    discoveredAt: p.datetime(),
    scoredAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  uniques: [
    { name: 'persona_jobs_owner_id_persona_id_job_posting_id_key', properties: ['ownerId', 'persona', 'posting'] },
  ],
  indexes: [
    {
      // In the very words of the ranked list: a page is read from it in order, and a count from it alone.
      name: 'persona_jobs_ranked_idx',
      expression: `create index "persona_jobs_ranked_idx" on "persona_jobs" ("owner_id", "persona_id", (case when "fit_score" is null then '-2147483648'::int else "fit_score" end) desc, "id" desc) include ("status") where "is_filtered" = false`,
    },
    { name: 'persona_jobs_posting_idx', properties: ['posting'] },
  ],
  checks: [{ name: 'persona_jobs_fit_score_check', expression: 'fit_score >= 0 and fit_score <= 100' }],
});
export class PersonaJob extends PersonaJobSchema.class {}
PersonaJobSchema.setClass(PersonaJob);
