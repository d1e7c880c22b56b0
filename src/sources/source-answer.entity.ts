import { defineEntity, p } from '@mikro-orm/core';

/** How a source answered one question the last time, for everybody who asks the same. */
const SourceAnswerSchema = defineEntity({
  name: 'SourceAnswer',
  tableName: 'source_answers',
  properties: {
    id: p.uuid().primary(),
    // A hash: what people look for is not kept in a table that is nobody's.
    answerKey: p.string().length(64).unique('source_answers_answer_key_key'),
    state: p.enum(['COMPLETE', 'PARTIAL', 'FAILED'] as const),
    found: p.integer(),
    // Of these: could not be taken at all, or as they stand.
    rejected: p.integer(),
    repaired: p.integer(),
    notInspected: p.integer(),
    failure: p.string().length(500).nullable(),
    answeredAt: p.datetime(),
  },
  indexes: [{ name: 'source_answers_answered_at_idx', properties: ['answeredAt'] }],
});
export class SourceAnswer extends SourceAnswerSchema.class {}
SourceAnswerSchema.setClass(SourceAnswer);
