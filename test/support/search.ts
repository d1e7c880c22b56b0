import { newOwnedId, newSharedId } from '#platform/ids.ts';
import type { TestDatabase } from './database.ts';
import { signUpWithPersona } from './personas.ts';
import type { Tenant, TestProduct } from './product.ts';
import { seedPersonaItems } from './seed-persona-items.ts';
import { insertRows, seedMatches, seedPostings, seedPostingSkills, type Row } from './seed.ts';

/** A job search under way: a tenant with two personas, the first of which has matches and applications. */
export interface Search {
  readonly tenant: Tenant;
  readonly personaId: string;
  readonly emptyPersonaId: string;
  readonly matchIds: readonly string[];
  readonly applicationIds: readonly string[];
}

/** Every third row lacks what may be missing, and values repeat, so that orders have ties and gaps. */
const some = <T>(values: readonly T[], index: number): T | null =>
  index % 3 === 2 ? null : (values[index % values.length] ?? null);

const day = (index: number): string => new Date(Date.UTC(2025, 9, 1 + (index % 7), 6, 0, 0, index)).toISOString();

/**
 * Makes a search with as many rows of each kind as told: matches, half as many applications, all that a persona
 * holds, and below each as many children as that.
 */
export async function seedSearch(product: TestProduct, name: string, size: number): Promise<Search> {
  const skills = names('Skill', size).map((skillName) => ({ skillName }));
  const { tenant, persona } = await signUpWithPersona(product, name, { fullName: `Persona of ${name}`, skills });
  const { id: emptyPersonaId } = await newPersona(tenant);
  await product.matched();
  const { database } = product;
  const postingIds = await seedPostings(database, size, postingColumns);
  await seedPostingSkills(database, postingIds, names('Asked', size));
  const matchIds = await seedMatches(
    database,
    postingIds.map((postingId, index) => ({
      ownerId: tenant.userId,
      personaId: persona.id,
      postingId,
      columns: matchColumns(index),
    })),
  );
  const applied = matchIds.slice(0, Math.ceil(size / 2));
  const applications = applied.map((personaJobId, index) => ({
    id: newOwnedId(new Date(day(index))),
    owner_id: tenant.userId,
    persona_id: persona.id,
    persona_job_id: personaJobId,
    job_posting_id: postingIds[index],
    ...applicationColumns(index),
  }));
  await insertRows(database, 'applications', applications);
  await seedTimelines(database, applications, size);
  await seedSessions(database, tenant.userId, size);
  const skillIds = persona.skills.map(({ id }) => id);
  await seedPersonaItems(database, { ownerId: tenant.userId, personaId: persona.id, skillIds }, size);
  return {
    tenant,
    personaId: persona.id,
    emptyPersonaId,
    matchIds,
    applicationIds: applications.map(({ id }) => id),
  };
}

const names = (word: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${word} ${at}`);

async function newPersona(tenant: Tenant): Promise<{ readonly id: string }> {
  const { createPersona } = await tenant.ask<{ createPersona: { id: string } }>(
    `mutation { createPersona(input: { fullName: "Empty", email: "empty@example.com", minimumFitThreshold: 100 }) { id } }`,
  );
  return createPersona;
}

const postingColumns = (index: number): Row => ({
  company_name: `Company ${index % 4}`,
  work_model: some(['REMOTE', 'HYBRID', 'ONSITE'], index),
  seniority_level: some(['MID', 'SENIOR', 'LEAD', 'ENTRY'], index),
  salary_min: some([90_000, 100_000], index),
  salary_max: some([120_000, 140_000], index),
  salary_currency: some(['USD'], index),
  posted_date: some(['2025-10-01', '2025-10-15'], index),
  source_url: some(['https://jobs.ashbyhq.com/acme/1', 'https://example.com/2'], index),
  is_active: index % 5 !== 0,
  repost_count: index,
});

const nothingExplained = { components: [], matchedSkills: [], missingSkills: [] };

const matchColumns = (index: number): Row => ({
  status: index % 4 === 1 ? 'DISMISSED' : 'DISCOVERED',
  dismissed_at: index % 4 === 1 ? day(index) : null,
  is_favorite: index % 2 === 0,
  fit_score: some([70, 80, 90], index),
  stretch_score: some([60, 20], index),
  is_filtered: index % 7 === 3,
  failed_non_negotiables: index % 7 === 3 ? ['It is not remote.'] : [],
  warnings: ['A “warning”, with {braces}'],
  discovered_at: day(index),
  scored_at: index % 5 === 4 ? null : '2025-11-03T09:00:00.000Z',
  score_details: some(
    [
      {
        fit: {
          total: 80,
          label: 'MEDIUM',
          components: [{ name: 'hard_skills', value: 80.5, weight: 0.4, neutral: false }],
          matchedSkills: ['Skill 0'],
          missingSkills: [],
        },
        stretch: index % 2 === 0 ? null : { total: 60, label: 'MODERATE_GROWTH', ...nothingExplained },
        summary: 'Fits.',
        strengths: ['You know Skill 0.'],
        gaps: [],
        stretchNotes: [],
        scorerVersion: '1',
      },
    ],
    index,
  ),
});

const applicationColumns = (index: number): Row => ({
  status: index % 2 === 0 ? 'APPLIED' : 'INTERVIEWING',
  current_interview_stage: index % 2 === 0 ? null : 'ONSITE',
  snapshot: { title: 'Then', companyName: 'Acme', description: 'Text', capturedAt: day(index) },
  offer_details: some([{ baseSalary: 100_000, bonusPercent: 2.5, startDate: '2026-01-01' }], index),
  rejection_details: null,
  notes: some(['One\ntwo “three”', ''], index),
  is_pinned: index % 2 === 1,
  archived_at: index % 4 === 3 ? day(index) : null,
  applied_at: day(index % 3),
  status_updated_at: day(index),
  version: 1,
});

async function seedTimelines(
  database: TestDatabase,
  applications: readonly { readonly id: string; readonly owner_id: string }[],
  size: number,
): Promise<void> {
  const events = applications.flatMap(({ id, owner_id }) =>
    names('Event', size).map((description, index) => ({
      id: newOwnedId(new Date(day(index))),
      owner_id,
      application_id: id,
      event_type: index === 0 ? 'APPLIED' : 'STATUS_CHANGED',
      event_date: day(index),
      description: some([description], index),
      interview_stage: some(['PHONE_SCREEN'], index),
    })),
  );
  await insertRows(database, 'timeline_events', events);
}

/** Sessions beside the one that signing up opened. */
async function seedSessions(database: TestDatabase, ownerId: string, size: number): Promise<void> {
  const sessions = names('Browser', size - 1).map((userAgent, index) => ({
    id: newSharedId(),
    owner_id: ownerId,
    created_at: day(index),
    authenticated_at: day(index),
    last_seen_at: '2025-11-03T09:00:00.000Z',
    expires_at: '2025-12-03T09:00:00.000Z',
    ip: some(['127.0.0.1'], index),
    user_agent: userAgent,
    methods: ['pwd'],
    roles: ['USER'],
    step_up_methods: ['PASSWORD'],
  }));
  await insertRows(database, 'sessions', sessions);
}
