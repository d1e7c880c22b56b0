import { withClient } from '../../src/database/logins.ts';
import { READING_VERSION } from '../../src/job-pool/read-posting-text.ts';
import { SCORER_VERSION, scorerRelease } from '../../src/scoring/score-match.ts';
import type { BenchDatabase } from './bench-server.ts';
import { matchesAtMost, seededIdFunctions } from './ids.ts';
import { matchesPerPersona, type Size } from './sizes.ts';

/**
 * Fills an empty database: everything follows from the size, so that equal sizes give equal rows. As the superuser, past
 * row security, triggers and foreign keys, which a million rows would spend their time in.
 */
export async function seed({ adminUrl }: BenchDatabase, size: Size): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query('set session_replication_role = replica');
    for (const sql of [...seededIdFunctions, ...people(size), ...pool(size), ...matches(size), release, applications])
      await client.query(sql);
    // Else both come due by themselves, in the middle of a measurement.
    await client.query('vacuum (analyze, freeze)');
    await client.query('checkpoint');
  });
}

/** The personas that `seed` makes, the deep one last. */
export const personaCount = ({ personas, hasDeepPersona }: Size): number => personas + (hasDeepPersona ? 1 : 0);
export const userCount = ({ users, hasDeepPersona }: Size): number => users + (hasDeepPersona ? 1 : 0);

/** Whose a persona is, as SQL: the first of each user in order, then the second ones, and the deep one's own. */
const ownerOf = ({ users, personas }: Size): string =>
  `case when n > ${personas} then ${users + 1} when n > ${users} then n - ${users} else n end`;

const people = (size: Size): readonly string[] => [
  `insert into users (id, email, name, roles, created_at, updated_at)
   select pg_temp.seeded_user(n), 'user' || n || '@example.com', 'User ' || n, '{USER}', now(), now()
   from generate_series(1, ${userCount(size)}) n`,
  `insert into sessions (id, owner_id, created_at, authenticated_at, last_seen_at, expires_at, methods, roles,
     step_up_methods)
   select pg_temp.seeded_session(n), pg_temp.seeded_user(n), now(), now(), now(), now() + interval '30 days', '{pwd}', '{USER}',
     '{PASSWORD}'
   from generate_series(1, ${userCount(size)}) n`,
  `insert into personas (id, owner_id, full_name, email, phone, home_city, home_state, home_country, professional_summary,
     years_experience, "current_role", current_company, target_roles, target_skills, stretch_appetite, minimum_base_salary,
     salary_currency, commutable_cities, remote_preference, relocation_open, relocation_cities,
     visa_sponsorship_required, industry_exclusions, company_size_preference, max_travel_percent,
     minimum_fit_threshold, auto_draft_threshold, polling_frequency, onboarding_complete, created_at, updated_at)
   select pg_temp.seeded_persona(n), pg_temp.seeded_user(${ownerOf(size)}), 'Persona ' || n, 'user' || n || '@example.com',
     '+1 555 ' || n, 'Berlin', 'Berlin', 'Germany', repeat('Ten years of building what others rely on. ', 6),
     n % 30, 'Software Engineer', 'Company ' || n % 500, '["Software Engineer", "Staff Engineer"]',
     '["TypeScript", "PostgreSQL"]', 'MEDIUM', 60000 + n % 60 * 1000, 'EUR', '["Berlin"]', 'HYBRID_OK', n % 2 = 0, '[]',
     false, '[]', 'NO_PREFERENCE', 'UNDER_25', 50, 90, 'DAILY', true, now(), now()
   from generate_series(1, ${personaCount(size)}) n`,
  `insert into skills (id, owner_id, persona_id, skill_name, skill_type, category, proficiency, years_used, last_used, display_order)
   select pg_temp.seeded_skill(n * 5 + k), pg_temp.seeded_user(${ownerOf(size)}), pg_temp.seeded_persona(n),
     (array['TypeScript', 'PostgreSQL', 'GraphQL', 'Communication', 'Kubernetes'])[k + 1],
     case k when 3 then 'SOFT' else 'HARD' end, 'Domain Knowledge', (array['FAMILIAR', 'PROFICIENT', 'EXPERT'])[n % 3 + 1],
     1 + k, 'Current', k
   from generate_series(1, ${personaCount(size)}) n, generate_series(0, 4) k`,
];

/** Two kilobytes of text that hardly compresses, so that it lies beside the row as real descriptions do. */
const description = `(select string_agg(md5((n * 100 + part)::text), ' ') from generate_series(1, 60) part)`;

const pool = ({ postings }: Size): readonly string[] => [
  `insert into job_sources (id, source_name, source_type, description, is_active, display_order, created_at, updated_at)
   values (pg_temp.seeded_source(1), 'Ashby', 'API', 'Public job boards', true, 0, now(), now())`,
  `insert into job_postings (id, source_id, external_id, title, company_name, company_url, source_url, apply_url, location,
     country, work_model, seniority_level, employment_type, salary_min, salary_max, salary_currency, description_html,
     description_text, description_hash, derived_hash, years_min, years_max, posted_date, first_seen_at, last_verified_at,
     is_active, is_incomplete, company_key, title_key, place_key, repost_count, previous_posting_ids, created_at, updated_at,
     reading_version, vagueness_score, ghost_score, ghost_due_at, required_skills, surfaced_hash)
   select pg_temp.seeded_posting(n), pg_temp.seeded_source(1), 'posting-' || n, title, company,
     'https://example.com/' || n % 2000, 'https://example.com/jobs/' || n, 'https://example.com/jobs/' || n || '/apply',
     (array['Berlin', 'San Francisco, CA', 'London', 'Remote – Europe', 'New York, NY (HQ)'])[n % 5 + 1],
     (array['DE', 'US', 'GB', null, 'US'])[n % 5 + 1], (array['REMOTE', 'HYBRID', 'ONSITE'])[n % 3 + 1],
     (array['ENTRY', 'MID', 'SENIOR', 'LEAD', null])[n % 5 + 1], 'FULL_TIME',
     case when n % 3 > 0 then 60000 + n % 80 * 1000 end, case when n % 3 > 0 then 150000 + n % 90 * 1000 end,
     case when n % 3 > 0 then 'USD' end, '<p>' || text || '</p>', text, md5(text) || md5(n::text), md5(n::text) || md5(text),
     n % 8, n % 8 + 3, date '2025-06-01' + n % 180, now(), now(), true, false,
     lower(company), lower(title), 'berlin', 0, '[]', now(), now(),
     ${READING_VERSION}, n % 60, n % 70, now() + interval '1 year', 0, md5(n::text) || md5(text)
   from generate_series(1, ${postings}) n,
     lateral (select (array['Staff Software Engineer', 'Product Designer | Mobile', 'Data Analyst, Growth',
       'Account Executive – Mid-Market', 'Senior Product Manager "Platform"'])[n % 5 + 1] as title,
       'Company ' || n % 2000 as company, ${description} as text) made`,
];

const components = (...names: readonly string[]) =>
  names.map((name) => ({ name, value: 71.5, weight: 0.2, neutral: false }));

const scoreDetails = JSON.stringify({
  fit: {
    total: 71,
    label: 'LOW',
    components: components('hard_skills', 'soft_skills', 'experience_level', 'role_title', 'location_logistics'),
    matchedSkills: ['TypeScript', 'PostgreSQL', 'GraphQL'],
    missingSkills: ['Kubernetes', 'Terraform'],
  },
  stretch: {
    total: 71,
    label: 'MODERATE_GROWTH',
    components: components('target_role', 'target_skills', 'trajectory'),
    matchedSkills: ['TypeScript'],
    missingSkills: ['PostgreSQL'],
  },
  summary: 'A good fit: 3 of 5 skills asked for, the right level, within reach.',
  strengths: ['You know TypeScript, PostgreSQL and GraphQL.'],
  gaps: [],
  stretchNotes: [],
  scorerVersion: SCORER_VERSION,
});

/** Without it the server would score all of this anew as it starts. */
const release = `insert into scorer_releases (version, since) values ('${scorerRelease()}', now())`;

/** A prime that divides no size, so that the postings of one persona differ. */
const postingStride = 104_729;

/** A tenth is filtered and has no score, three quarters of the others are to be looked at, every twentieth was applied for. */
const matches = (size: Size): readonly string[] => [
  `insert into persona_jobs (id, owner_id, persona_id, job_posting_id, status, is_favorite, dismissed_at, fit_score,
     stretch_score, score_details, failed_non_negotiables, warnings, is_filtered, inputs_hash, discovered_at, scored_at)
   select pg_temp.seeded_personajob(n * ${matchesAtMost} + k), pg_temp.seeded_user(${ownerOf(size)}), pg_temp.seeded_persona(n),
     pg_temp.seeded_posting((n * 7919 + k * ${postingStride}) % ${size.postings} + 1),
     case when k % 20 = 18 then 'APPLIED' when k % 20 in (3, 7, 11, 15) then 'DISMISSED' else 'DISCOVERED' end,
     k % 11 = 0, case when k % 20 in (3, 7, 11, 15) then now() end,
     case when k % 10 <> 9 then 50 + (n * 31 + k * 37) % 51 end, case when k % 10 <> 9 then (n * 17 + k * 41) % 101 end, '${scoreDetails}', '[]', '[]', k % 10 = 9,
     md5((n * 1000 + k)::text) || md5(k::text), now() - k * interval '1 hour', now()
   from generate_series(1::bigint, ${personaCount(size)}) n,
     generate_series(0::bigint, ${matchCount(size)} - 1) k`,
];

/** A persona's number of matches, as SQL. The first users' second personas are heavy too. */
const matchCount = ({ users, personas, postings, heavyUsers }: Size): string =>
  `(case when n > ${personas} then ${postings}
         when (n - 1) % ${users} < ${heavyUsers} then ${matchesPerPersona.heavy} else ${matchesPerPersona.light} end)`;

const applications = `
  insert into applications (id, owner_id, persona_id, persona_job_id, job_posting_id, snapshot, status, notes, is_pinned,
    applied_at, status_updated_at)
  select pg_temp.seeded_application(row_number() over (order by id)), owner_id, persona_id, id, job_posting_id,
    '{"title": "Staff Software Engineer", "companyName": "Company", "description": "As it was.", "capturedAt": "2025-11-03T09:00:00.000Z"}',
    'APPLIED', 'Asked for a call.', false, discovered_at, discovered_at
  from persona_jobs where status = 'APPLIED'`;
