import { defineEntity, p } from '@mikro-orm/core';
import { workModels } from '#personas/work-history.entity.ts';
import type { TimeZones } from './derive-time-zones.ts';
import { ExtractedSkill } from './extracted-skill.entity.ts';
import type { GhostSignals } from './ghost-score.ts';
import type { Apartness } from './judge-elsewhere.ts';
import { JobReport } from './job-report.entity.ts';
import { PostingSource } from './posting-source.entity.ts';

export const seniorityLevels = ['ENTRY', 'MID', 'SENIOR', 'LEAD', 'EXECUTIVE'] as const;
export const employmentTypes = ['FULL_TIME', 'PART_TIME', 'CONTRACT', 'TEMPORARY', 'INTERNSHIP'] as const;

const JobPostingSchema = defineEntity({
  name: 'JobPosting',
  tableName: 'job_postings',
  properties: {
    id: p.uuid().primary(),
    source: () => p.manyToOne(PostingSource).ref().joinColumn('source_id').deleteRule('restrict'),
    externalId: p.string().length(255).nullable(),
    title: p.string().length(255),
    companyName: p.string().length(255),
    companyUrl: p.string().length(500).nullable(),
    sourceUrl: p.string().length(1000).nullable(),
    applyUrl: p.string().length(1000).nullable(),
    location: p.string().length(255).nullable(),
    country: p.string().length(2).nullable(),
    workModel: p.enum(workModels).nullable(),
    seniorityLevel: p.enum(seniorityLevels).nullable(),
    employmentType: p.enum(employmentTypes).nullable(),
    salaryMin: p.integer().nullable(),
    salaryMax: p.integer().nullable(),
    salaryCurrency: p.string().length(3).nullable(),
    // Long texts are read only where a selection asks for them.
    descriptionHtml: p.text().lazy(),
    descriptionText: p.text().lazy(),
    descriptionHash: p.string().length(64),
    // Of everything derived from the source: what is unchanged is known by it and left alone.
    derivedHash: p.string().length(64),
    // By which version of the rules its words were read.
    readingVersion: p.integer(),
    requirements: p.text().nullable().lazy(),
    cultureText: p.text().nullable().lazy(),
    visaSponsorship: p.boolean().nullable(),
    eligibleCountries: p.json().$type<readonly string[]>().nullable(),
    timeZones: p.json().$type<TimeZones>().nullable(),
    travelPercent: p.integer().nullable(),
    companySize: p.integer().nullable(),
    industry: p.string().length(100).nullable(),
    // How many hard skills it requires: whoever has less than half of them fits little.
    requiredSkills: p.integer(),
    // The derived hash that was handed to matching; another one, or none, is matched next. Whatever changes a posting sets
    // it to null.
    surfacedHash: p.string().length(64).nullable(),
    yearsMin: p.integer().nullable(),
    yearsMax: p.integer().nullable(),
    postedDate: p.date().nullable(),
    applicationDeadline: p.date().nullable(),
    firstSeenAt: p.datetime(),
    lastVerifiedAt: p.datetime(),
    // The board of its source that it stands on, and since when it was not found there; null while it is.
    board: p.string().length(255).nullable(),
    missingSince: p.datetime().nullable(),
    expiredAt: p.datetime().nullable(),
    // When it is looked for again because somebody applied to it, and how many looks in a row have said nothing.
    checkDueAt: p.datetime().nullable(),
    failedChecks: p.integer().default(0),
    isActive: p.boolean(),
    isIncomplete: p.boolean(),
    // Handed in by somebody or rejected by an admin: nobody is newly matched with it until it is let go.
    isQuarantined: p.boolean().default(false),
    // When it is let go by itself; null where an admin or a source alone does so.
    quarantineExpiresAt: p.datetime().nullable(),
    // By whom, though no source has it yet; null for what a source has. No foreign key: the pool outlives its accounts.
    submittedBy: p.uuid().nullable(),
    // Since when it waits for an admin's look: because it was handed in, or reported.
    reviewSince: p.datetime().nullable(),
    // When an admin held it back for good: whoever was matched with it sees it in no list.
    rejectedAt: p.datetime().nullable(),
    // By whose key it was found: held back as well, and matched for that account's personas alone.
    foundFor: p.uuid().nullable(),
    // Canonical forms that duplicates are looked for by.
    companyKey: p.string().length(255),
    titleKey: p.string().length(500),
    placeKey: p.string().length(255),
    boardKey: p.string().length(255).nullable(),
    repostCount: p.integer(),
    previousPostingIds: p.json().$type<string[]>(),
    mergeEvidence: p.json().$type<unknown>().nullable(),
    // The posting that this one turned out to be: nothing looks for it any more, and it is kept for a split.
    mergedIntoId: p.uuid().nullable(),
    // What an admin has split it from.
    apartFrom: p.json().$type<readonly Apartness[]>().default('[]'),
    vaguenessScore: p.integer().nullable(),
    ghostScore: p.integer().nullable(),
    ghostSignals: p.json().$type<GhostSignals>().nullable(),
    // When time alone may change the score.
    ghostDueAt: p.datetime(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    skills: () => p.oneToMany(ExtractedSkill).mappedBy('posting').orderBy({ required: 'desc', name: 'asc' }),
    reports: () => p.oneToMany(JobReport).mappedBy('posting').orderBy({ createdAt: 'asc', id: 'asc' }),
  },
  uniques: [{ name: 'job_postings_source_id_external_id_key', properties: ['source', 'externalId'] }],
  // Scoring refuses what cannot be: one such row would hold up every persona's matching.
  checks: [
    { name: 'job_postings_years_check', expression: 'years_min >= 0 and years_max <= 100 and years_min <= years_max' },
    { name: 'job_postings_salary_check', expression: 'salary_min >= 0 and salary_min <= salary_max' },
    { name: 'job_postings_travel_percent_check', expression: 'travel_percent >= 0 and travel_percent <= 100' },
    { name: 'job_postings_company_size_check', expression: 'company_size > 0' },
    { name: 'job_postings_vagueness_score_check', expression: 'vagueness_score >= 0 and vagueness_score <= 100' },
    { name: 'job_postings_ghost_score_check', expression: 'ghost_score >= 0 and ghost_score <= 100' },
  ],
  indexes: [
    { name: 'job_postings_duplicates_idx', properties: ['companyKey', 'titleKey', 'placeKey'] },
    { name: 'job_postings_board_key_idx', properties: ['boardKey'] },
    { name: 'job_postings_description_hash_idx', properties: ['descriptionHash'] },
    { name: 'job_postings_reading_version_idx', properties: ['readingVersion'] },
    { name: 'job_postings_ghost_due_at_idx', properties: ['ghostDueAt'] },
    {
      name: 'job_postings_found_for_idx',
      expression: `create index "job_postings_found_for_idx" on "job_postings" ("found_for") where "found_for" is not null`,
    },
    {
      name: 'job_postings_submitted_idx',
      expression: `create index "job_postings_submitted_idx" on "job_postings" ("company_key", "title_key") where "submitted_by" is not null`,
    },
    { name: 'job_postings_board_idx', properties: ['source', 'board'] },
    {
      name: 'job_postings_quarantine_idx',
      expression: `create index "job_postings_quarantine_idx" on "job_postings" ("quarantine_expires_at") where "is_quarantined" and "quarantine_expires_at" is not null`,
    },
    {
      name: 'job_postings_review_idx',
      expression: `create index "job_postings_review_idx" on "job_postings" ("review_since", "id") where "review_since" is not null`,
    },
    {
      name: 'job_postings_deadline_idx',
      expression: `create index "job_postings_deadline_idx" on "job_postings" ("application_deadline") where "is_active" and "application_deadline" is not null`,
    },
    {
      name: 'job_postings_unsurfaced_idx',
      expression: `create index "job_postings_unsurfaced_idx" on "job_postings" ("id") where "is_active" and "surfaced_hash" is distinct from "derived_hash"`,
    },
    {
      name: 'job_postings_check_due_at_idx',
      expression: `create index "job_postings_check_due_at_idx" on "job_postings" ("check_due_at") where "check_due_at" is not null`,
    },
    {
      name: 'job_postings_closed_idx',
      expression: `create index "job_postings_closed_idx" on "job_postings" ("id") include ("updated_at") where not "is_active"`,
    },
    {
      name: 'job_postings_merged_into_idx',
      expression: `create index "job_postings_merged_into_idx" on "job_postings" ("merged_into_id") where "merged_into_id" is not null`,
    },
    {
      name: 'job_postings_handed_on_idx',
      expression: `create index "job_postings_handed_on_idx" on "job_postings" ("id") include ("required_skills") where "is_active" and "surfaced_hash" is not null`,
    },
    {
      name: 'job_postings_undemanding_idx',
      expression: `create index "job_postings_undemanding_idx" on "job_postings" ("id") where "is_active" and "required_skills" = 0`,
    },
  ],
});
export class JobPosting extends JobPostingSchema.class {}
JobPostingSchema.setClass(JobPosting);
