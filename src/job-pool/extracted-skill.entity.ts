import { defineEntity, p } from '@mikro-orm/core';
import { JobPosting } from './job-posting.entity.ts';

const ExtractedSkillSchema = defineEntity({
  name: 'ExtractedSkill',
  tableName: 'extracted_skills',
  properties: {
    id: p.uuid().primary(),
    posting: () => p.manyToOne(JobPosting).ref().joinColumn('job_posting_id').deleteRule('cascade'),
    name: p.string().length(100),
    // What it is compared by; several spellings share one.
    skillKey: p.text(),
    kind: p.enum(['HARD', 'SOFT'] as const),
    required: p.boolean(),
    years: p.integer().nullable(),
  },
  indexes: [
    {
      name: 'extracted_skills_required_idx',
      expression: `create index "extracted_skills_required_idx" on "extracted_skills" ("skill_key", "job_posting_id") where "required" and "kind" = 'HARD'`,
    },
  ],
  uniques: [{ name: 'extracted_skills_job_posting_id_name_key', properties: ['posting', 'name'] }],
});
export class ExtractedSkill extends ExtractedSkillSchema.class {}
ExtractedSkillSchema.setClass(ExtractedSkill);
