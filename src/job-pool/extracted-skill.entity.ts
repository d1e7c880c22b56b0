import { defineEntity, p } from '@mikro-orm/core';
import { JobPosting } from './job-posting.entity.ts';

const ExtractedSkillSchema = defineEntity({
  name: 'ExtractedSkill',
  tableName: 'extracted_skills',
  properties: {
    id: p.uuid().primary(),
    posting: () => p.manyToOne(JobPosting).ref().joinColumn('job_posting_id').deleteRule('cascade'),
    name: p.string().length(100),
    kind: p.enum(['HARD', 'SOFT'] as const),
    required: p.boolean(),
    years: p.integer().nullable(),
  },
  uniques: [{ name: 'extracted_skills_job_posting_id_name_key', properties: ['posting', 'name'] }],
});
export class ExtractedSkill extends ExtractedSkillSchema.class {}
ExtractedSkillSchema.setClass(ExtractedSkill);
