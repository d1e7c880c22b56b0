import { defineEntity, p } from '@mikro-orm/core';
import { ownedByUser } from '#identity/owned-by-user.ts';
import { JobPosting } from './job-posting.entity.ts';

const JobReportSchema = defineEntity({
  name: 'JobReport',
  tableName: 'job_reports',
  properties: {
    id: p.uuid().primary(),
    // The account and not one of its personas: what it reports, it reports for all of them.
    ...ownedByUser(),
    posting: () => p.manyToOne(JobPosting).ref().joinColumn('job_posting_id').deleteRule('cascade'),
    reason: p.string().length(500),
    createdAt: p.datetime(),
    // When an admin decided. It is kept, for its owner does not want to see the posting, whatever admins think of it.
    settledAt: p.datetime().nullable(),
    // The posting it was made of, where that turned out to be another one.
    movedFromId: p.uuid().nullable(),
  },
  uniques: [{ name: 'job_reports_owner_id_job_posting_id_key', properties: ['ownerId', 'posting'] }],
  indexes: [{ name: 'job_reports_posting_idx', properties: ['posting'] }],
});
export class JobReport extends JobReportSchema.class {}
JobReportSchema.setClass(JobReport);
