import type { Page } from 'playwright-core';
import { seedMatches, seedPostings, type Row, type Written } from '../support/seed.ts';

const explanation = (total: number, label: string, names: readonly string[]) => ({
  total,
  label,
  components: names.map((name) => ({ name, value: total, weight: 1 / names.length, neutral: false })),
  matchedSkills: ['TypeScript', 'PostgreSQL', 'Docker'],
  missingSkills: ['Kafka', 'Kubernetes'],
});

const fitParts = ['hard_skills', 'soft_skills', 'experience_level', 'role_title', 'location_logistics'];
const stretchParts = ['target_role', 'target_skills', 'trajectory'];

function scored(fit: number): Row {
  const score_details = {
    fit: explanation(fit, fit >= 90 ? 'HIGH' : fit >= 75 ? 'MEDIUM' : 'LOW', fitParts),
    stretch: explanation(50, 'LATERAL', stretchParts),
    summary: 'Good fit: your experience suits the 5 or more years asked for.',
    strengths: [],
    gaps: [],
    stretchNotes: [],
    scorerVersion: 'seeded',
  };
  return { fit_score: fit, stretch_score: 50, score_details, scored_at: '2999-01-01T00:00:00.000Z' };
}

/** Asks the API in the name of whoever is signed in on a page. */
export async function askAs<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  const { origin } = new URL(page.url());
  const headers = { origin, 'x-tenure-client': 'web', 'apollo-require-preflight': 'true' };
  const response = await page.request.post('/graphql', { headers, data: { query, variables } });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Makes a persona for whoever is signed in on a page. @param more of what it wants @returns its id */
export async function makePersona(page: Page, currentRole: string, more: object = {}): Promise<string> {
  const mutation = `mutation ($input: CreatePersonaInput!) { createPersona(input: $input) { id } }`;
  // Wanting a perfect fit it has the matches that a test seeds, and no others.
  const input = { fullName: 'Ada Example', email: 'ada@example.org', currentRole, minimumFitThreshold: 100, ...more };
  const { createPersona } = await askAs<{ createPersona: { id: string } }>(page, mutation, { input });
  return createPersona.id;
}

/** Links so many postings to a persona, the best fit and the latest first; their titles count from 1. @returns the matches' ids */
export async function seedScored(
  database: Written,
  personaId: string,
  { count, from = 1 }: { readonly count: number; readonly from?: number },
): Promise<readonly string[]> {
  await untilMatched(database);
  const [persona] = await database.query<{ owner_id: string }>('select owner_id from personas where id = $1', [
    personaId,
  ]);
  const postingIds = await seedPostings(database, count, (index) => ({
    title: `Engineer number ${from + index}`,
    apply_url: 'https://jobs.example/apply',
    work_model: index % 2 === 0 ? 'REMOTE' : 'ONSITE',
    posted_date: new Date(Date.UTC(2025, 9, 1 - from - index)).toISOString().slice(0, 10),
  }));
  return seedMatches(
    database,
    postingIds.map((postingId, index) => ({
      ownerId: persona?.owner_id ?? '',
      personaId,
      postingId,
      columns: scored(Math.max(1, 100 - Math.floor(((from - 1 + index) * 100) / Math.max(count, 100)))),
    })),
  );
}

/** Until the new persona was matched: what is seeded before would be taken for what no longer matches. */
async function untilMatched(database: Written): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const [left] = await database.query<{ is_left: boolean }>(
      'select exists (select from outbox_messages) or exists (select from tenure_queue.job_common) as is_left',
    );
    if (left?.is_left === false) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The persona is not matched.');
}
