import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from '#personas/persona.entity.ts';
import { JobPosting } from './job-posting.entity.ts';

export const personaJobStatuses = ['DISCOVERED', 'DISMISSED', 'APPLIED'] as const;

export const fitLabels = ['HIGH', 'MEDIUM', 'LOW', 'POOR'] as const;
export const stretchLabels = ['HIGH_GROWTH', 'MODERATE_GROWTH', 'LATERAL', 'LOW_GROWTH'] as const;

export type FitLabel = (typeof fitLabels)[number];
export type StretchLabel = (typeof stretchLabels)[number];

/** The parts of one score. */
interface ScoreExplanation<Label> {
  readonly total: number;
  readonly label: Label;
  readonly components: readonly { name: string; value: number; weight: number; neutral: boolean }[];
  readonly matchedSkills: readonly string[];
  readonly missingSkills: readonly string[];
}

/** How a match's scores came about, as the API shows it. */
export interface ScoreDetails {
  readonly fit: ScoreExplanation<FitLabel>;
  /** Null in what was scored before there was a stretch, until it is scored anew. */
  readonly stretch: ScoreExplanation<StretchLabel> | null;
  readonly summary: string;
  /** In the words of a language model, where one was asked; it goes with the score that it is of. */
  readonly rationale?: string;
  readonly strengths: readonly string[];
  readonly gaps: readonly string[];
  readonly stretchNotes: readonly string[];
  readonly scorerVersion: string;
  /** Missing in what was scored before texts were compared. */
  readonly similarityVersion?: string;
}

/** In the very words of a ranked list by a score: a page is read from it in order, and a count from it alone. */
const rankedBy = (name: string, columns: readonly string[]) => ({
  name,
  expression: `create index "${name}" on "persona_jobs" ("owner_id", "persona_id", ${columns.map(inRank).join(', ')}, "id" desc) include ("status") where "is_filtered" = false`,
});
const inRank = (column: string): string =>
  `(case when "${column}" is null then '-2147483648'::int else "${column}" end) desc`;

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
    // When its application was sent; null where there is none.
    appliedAt: p.datetime().nullable(),
    fitScore: p.integer().nullable(),
    // Puts equal fits into order.
    fitNearness: p.integer().nullable(),
    stretchScore: p.integer().nullable(),
    scoreDetails: p.json().$type<ScoreDetails>().nullable(),
    failedNonNegotiables: p.json().$type<string[]>(),
    warnings: p.json().$type<string[]>(),
    // Fails the persona's wishes or its threshold by now: listed only on request.
    isFiltered: p.boolean(),
    // Reported by its owner or rejected by an admin: filtered, and not even listed on request.
    isHidden: p.boolean().default(false),
    // Handed in for this persona: listed whatever it fails.
    isCaptured: p.boolean().default(false),
    // When it is to be put in a language model's words; null where nobody asked.
    rationaleDueAt: p.datetime().nullable(),
    inputsHash: p.string().length(64).nullable(),
    // The posting it was made for, where that turned out to be another one.
    movedFromId: p.uuid().nullable(),
    discoveredAt: p.datetime(),
    scoredAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  uniques: [
    { name: 'persona_jobs_owner_id_persona_id_job_posting_id_key', properties: ['ownerId', 'persona', 'posting'] },
  ],
  indexes: [
    {
      name: 'persona_jobs_rationale_due_at_idx',
      expression: `create index "persona_jobs_rationale_due_at_idx" on "persona_jobs" ("rationale_due_at") where "rationale_due_at" is not null`,
    },
    {
      name: 'persona_jobs_applied_idx',
      expression: `create index "persona_jobs_applied_idx" on "persona_jobs" ("job_posting_id") where "status" = 'APPLIED'`,
    },
    rankedBy('persona_jobs_ranked_idx', ['fit_score', 'fit_nearness']),
    rankedBy('persona_jobs_stretch_idx', ['stretch_score']),
    { name: 'persona_jobs_posting_idx', properties: ['posting'] },
  ],
  checks: [
    { name: 'persona_jobs_fit_score_check', expression: 'fit_score >= 0 and fit_score <= 100' },
    { name: 'persona_jobs_stretch_score_check', expression: 'stretch_score >= 0 and stretch_score <= 100' },
  ],
});
export class PersonaJob extends PersonaJobSchema.class {}
PersonaJobSchema.setClass(PersonaJob);
