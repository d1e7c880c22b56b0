import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from '#personas/persona.entity.ts';

export const sourceRunStates = ['WAITING', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'SKIPPED'] as const;

/** That a source was to be asked for a persona, and what became of it. */
const SourceRunSchema = defineEntity({
  name: 'SourceRun',
  tableName: 'source_runs',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    sourceName: p.string().length(100),
    state: p.enum(sourceRunStates),
    // Null until it is over, and where nothing was asked.
    found: p.integer().nullable(),
    rejected: p.integer().nullable(),
    repaired: p.integer().nullable(),
    newMatches: p.integer().nullable(),
    notInspected: p.integer().nullable(),
    failure: p.string().length(500).nullable(),
    askedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
    // When it is to be worked on; while it is, when somebody else tries; null once it is over.
    workDueAt: p.datetime().nullable(),
  },
  indexes: [
    { name: 'source_runs_owner_id_persona_id_asked_at_idx', properties: ['ownerId', 'persona', 'askedAt'] },
    { name: 'source_runs_asked_at_idx', properties: ['askedAt'] },
    {
      name: 'source_runs_work_due_at_idx',
      expression: `create index "source_runs_work_due_at_idx" on "source_runs" ("work_due_at") where "work_due_at" is not null`,
    },
  ],
});
export class SourceRun extends SourceRunSchema.class {}
SourceRunSchema.setClass(SourceRun);
