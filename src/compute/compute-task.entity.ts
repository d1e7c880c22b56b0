import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from '#personas/persona.entity.ts';

export const computeTaskKinds = ['RESCORE'] as const;
export const computeTaskStates = ['QUEUED', 'LEASED', 'SUCCEEDED', 'FAILED', 'CANCELED'] as const;

const ComputeTaskSchema = defineEntity({
  name: 'ComputeTask',
  tableName: 'compute_tasks',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    kind: p.enum(computeTaskKinds),
    state: p.enum(computeTaskStates),
    // How often it was begun; beyond the most it fails for good.
    attempt: p.integer(),
    maxAttempts: p.integer(),
    // A task that failed waits until then before it is begun again.
    runAfter: p.datetime(),
    // Who works on it, and until when nobody else takes it for lost.
    leaseId: p.uuid().nullable(),
    leaseUntil: p.datetime().nullable(),
    partsDone: p.integer(),
    partsTotal: p.integer(),
    createdAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
    error: p.string().length(500).nullable(),
  },
  checks: [
    { name: 'compute_tasks_attempt_check', expression: 'attempt >= 0 and attempt <= max_attempts' },
    { name: 'compute_tasks_parts_check', expression: 'parts_done >= 0 and parts_done <= parts_total' },
  ],
});
export class ComputeTask extends ComputeTaskSchema.class {}
ComputeTaskSchema.setClass(ComputeTask);
