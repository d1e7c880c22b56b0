import { defineEntity, p } from '@mikro-orm/core';
import type { ElsewhereEvidence } from './judge-elsewhere.ts';
import { JobPosting } from './job-posting.entity.ts';
import { PostingSource } from './posting-source.entity.ts';
import type { SourceFields } from './source-fields.ts';

/** A posting as one of several sources has it. A posting that one source alone has is no more than its own row. */
const PostingSightingSchema = defineEntity({
  name: 'PostingSighting',
  tableName: 'posting_sightings',
  properties: {
    id: p.uuid().primary(),
    posting: () => p.manyToOne(JobPosting).ref().joinColumn('job_posting_id').deleteRule('cascade'),
    source: () => p.manyToOne(PostingSource).ref().joinColumn('source_id').deleteRule('restrict'),
    externalId: p.string().length(255),
    // As `derivedHash` of a posting, of what this source says.
    derivedHash: p.string().length(64),
    // What this source says: the posting is merged from it, and comes apart into it again.
    fields: p.json().$type<SourceFields>(),
    // Why it was taken for the posting; null for the source that the posting began with.
    evidence: p.json().$type<ElsewhereEvidence>().nullable(),
    // The row that it was before; null for what was never one of its own.
    formerPostingId: p.uuid().nullable(),
    // When it was taken for the posting; null for the source that the posting began with.
    mergedAt: p.datetime().nullable(),
    firstSeenAt: p.datetime(),
    // A posting has gone when no source of it has it any more.
    lastSeenAt: p.datetime(),
    // As those of a posting, of this source.
    board: p.string().length(255).nullable(),
    missingSince: p.datetime().nullable(),
  },
  indexes: [{ name: 'posting_sightings_board_idx', properties: ['source', 'board'] }],
  uniques: [
    { name: 'posting_sightings_source_id_external_id_key', properties: ['source', 'externalId'] },
    // Two of one source are two openings.
    { name: 'posting_sightings_job_posting_id_source_id_key', properties: ['posting', 'source'] },
  ],
});
export class PostingSighting extends PostingSightingSchema.class {}
PostingSightingSchema.setClass(PostingSighting);
