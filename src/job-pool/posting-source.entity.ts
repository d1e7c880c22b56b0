import { defineEntity, p } from '@mikro-orm/core';

export const sourceTypes = ['API', 'EXTENSION', 'MANUAL'] as const;

const PostingSourceSchema = defineEntity({
  name: 'PostingSource',
  tableName: 'job_sources',
  properties: {
    id: p.uuid().primary(),
    sourceName: p.string().length(100).unique('job_sources_source_name_key'),
    sourceType: p.enum(sourceTypes),
    description: p.text(),
    isActive: p.boolean(),
    displayOrder: p.integer(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class PostingSource extends PostingSourceSchema.class {}
PostingSourceSchema.setClass(PostingSource);
