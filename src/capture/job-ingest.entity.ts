import { defineEntity, p } from '@mikro-orm/core';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import type { DerivedPosting, SkillRequirement } from '#job-pool/raw-posting.ts';
import { Persona } from '#personas/persona.entity.ts';

export const jobIngestStates = ['PROCESSING', 'READY', 'FAILED', 'CONFIRMED', 'EXPIRED'] as const;

/** A posting as it was handed in. */
export interface IngestInput {
  readonly text: string | null;
  readonly url: string | null;
  /** Of the page. */
  readonly title: string | null;
  readonly selection: string | null;
}

/** What is shown of a posting before it is kept; null is what nobody could tell. */
export interface JobPreview extends Pick<
  DerivedPosting,
  | 'companyUrl'
  | 'location'
  | 'country'
  | 'workModel'
  | 'seniorityLevel'
  | 'employmentType'
  | 'salaryMin'
  | 'salaryMax'
  | 'salaryCurrency'
  | 'descriptionHtml'
  | 'descriptionText'
  | 'requirements'
  | 'cultureText'
  | 'yearsMin'
  | 'yearsMax'
  | 'postedDate'
  | 'applicationDeadline'
  | 'applyUrl'
  | 'isIncomplete'
> {
  readonly title: string | null;
  readonly companyName: string | null;
  readonly skills: SkillRequirement[];
}

const JobIngestSchema = defineEntity({
  name: 'JobIngest',
  tableName: 'job_ingests',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    state: p.enum(jobIngestStates),
    // What was made of it.
    personaJob: () => p.manyToOne(PersonaJob).ref().joinColumn('persona_job_id').deleteRule('set null').nullable(),
    // Null once it is kept or thrown away, as the preview.
    input: p.json().$type<IngestInput>().nullable(),
    preview: p.json().$type<JobPreview>().nullable(),
    failure: p.string().length(500).nullable(),
    // When it is to be read; while it is being read, when somebody else tries; null where nothing is to be done.
    workDueAt: p.datetime().nullable(),
    // How often it was begun: what takes the process down each time is given up.
    attempts: p.integer(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
  indexes: [
    {
      name: 'job_ingests_work_due_at_idx',
      expression: `create index "job_ingests_work_due_at_idx" on "job_ingests" ("work_due_at") where "work_due_at" is not null`,
    },
    { name: 'job_ingests_expires_at_idx', properties: ['expiresAt'] },
  ],
});
export class JobIngest extends JobIngestSchema.class {}
JobIngestSchema.setClass(JobIngest);
