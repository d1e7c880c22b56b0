import { defineEntity, p } from '@mikro-orm/core';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { Persona } from '#personas/persona.entity.ts';
import { applicationStatuses, interviewStages } from './application-status.ts';
import { TimelineEvent } from './timeline-event.entity.ts';

const ApplicationSchema = defineEntity({
  name: 'Application',
  tableName: 'applications',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    personaJob: () => p.manyToOne(PersonaJob).ref().joinColumn('persona_job_id').deleteRule('set null').nullable(),
    posting: () => p.manyToOne(JobPosting).ref().joinColumn('job_posting_id').deleteRule('restrict'),
    snapshot: p.json().$type<Record<string, unknown>>(),
    status: p.enum(applicationStatuses),
    currentInterviewStage: p.enum(interviewStages).nullable(),
    offerDetails: p.json().$type<Record<string, unknown>>().nullable(),
    rejectionDetails: p.json().$type<Record<string, unknown>>().nullable(),
    notes: p.text().nullable(),
    isPinned: p.boolean(),
    archivedAt: p.datetime().nullable(),
    appliedAt: p.datetime(),
    statusUpdatedAt: p.datetime(),
    // The posting it was sent for, where that turned out to be another one.
    movedFromId: p.uuid().nullable(),
    version: p.integer().version(),
    timeline: () => p.oneToMany(TimelineEvent).mappedBy('application').orderBy({ eventDate: 'asc', id: 'asc' }),
  },
  indexes: [{ name: 'applications_posting_idx', properties: ['posting'] }],
  uniques: [
    { name: 'applications_owner_id_persona_id_persona_job_id_key', properties: ['ownerId', 'persona', 'personaJob'] },
  ],
});
export class Application extends ApplicationSchema.class {}
ApplicationSchema.setClass(Application);
