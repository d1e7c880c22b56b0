import { defineEntity, p } from '@mikro-orm/core';

export const sourceTypes = ['API', 'EXTENSION', 'MANUAL'] as const;

const JobSourceSchema = defineEntity({
  name: 'JobSource',
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
export class JobSource extends JobSourceSchema.class {}
JobSourceSchema.setClass(JobSource);
