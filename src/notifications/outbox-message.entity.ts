import { defineEntity, p } from '@mikro-orm/core';

/** What the relay can be told; `subjectId` is the persona, posting or task it is about. */
export const outboxKinds = [
  'PERSONA_CHANGED',
  'POSTING_CHANGED',
  'POSTING_COMPARED',
  'POSTING_REPORTED',
  'POSTING_SPLIT',
  'TASK_QUEUED',
] as const;

const OutboxMessageSchema = defineEntity({
  name: 'OutboxMessage',
  tableName: 'outbox_messages',
  properties: {
    id: p.uuid().primary(),
    // Null for messages of the system itself, such as an import's.
    ownerId: p.uuid().nullable(),
    kind: p.enum(outboxKinds),
    subjectId: p.uuid(),
    createdAt: p.datetime(),
    // A message that failed waits longer after each try, so that it never holds up the others.
    attempts: p.integer(),
    availableAt: p.datetime(),
  },
  indexes: [{ name: 'outbox_messages_available_at_idx', properties: ['availableAt', 'id'] }],
});
export class OutboxMessage extends OutboxMessageSchema.class {}
OutboxMessageSchema.setClass(OutboxMessage);
