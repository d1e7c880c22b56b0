import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileSchema } from '../../src/server/build-schema.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { signUpStaff } from '../support/staff.ts';
import { seedSearch, type Search } from '../support/search.ts';
import { statementsOf } from '../support/twins.ts';
import { countStatements, type StatementCounts } from '../support/statement-counts.ts';

let product: TestProduct;
let small: Search;
let large: Search;
let admin: Tenant;
beforeAll(async () => {
  product = await startTestProduct();
  small = await seedSearch(product, 'small', 1);
  large = await seedSearch(product, 'large', 20);
  await product.database.query(
    `insert into audit_events (id, owner_id, at, event, outcome)
     select gen_random_uuid(), $1, now(), 'LOGIN', 'SUCCEEDED' from generate_series(1, 19)`,
    [large.tenant.userId],
  );
  for (const [search, rows] of [
    [small, 1],
    [large, 20],
  ] as const)
    await product.database.query(
      `insert into access_tokens (id, owner_id, token_hash, label, scopes, created_at, expires_at)
       select gen_random_uuid(), $1, md5(random()::text), 'a token', '{JOBS_READ}', now(), now() + interval '1 day'
       from generate_series(1, $2)`,
      [search.tenant.userId, rows],
    );
  // For staff to look at.
  for (let each = 0; each < 20; each += 1) await product.signUp(`someone-${each}`);
  await product.database.query('update job_postings set review_since = created_at');
  await product.database.query(
    `insert into job_reports (id, owner_id, job_posting_id, reason, created_at)
     select gen_random_uuid(), $1, id, 'It asks for money.', created_at from job_postings`,
    [large.tenant.userId],
  );
  admin = await signUpStaff(product, 'admin', 'ADMIN');
});
afterAll(() => product.stop());

const posting = 'posting { id title descriptionText attribution { url } skills { name required } }';
const held = `skills { id skillName } workHistories { id jobTitle bullets { id text } } educations { id gpa }
  certifications { id } achievementStories { id relatedWorkHistoryId } voiceProfile { id tone } customNonNegotiables { id }
  completeness { percent missing } searchProfile { isStale fitSearches { label } }
  sourcePreferences { enabled source { id } }`;
const persona = `persona { id fullName ${held} }`;
const timeline = 'timeline { id eventType description }';
const match = `id scoreStale ${persona} ${posting}
  application { id ${timeline} ${persona} personaJob { id ${posting} application { id ${timeline} } } }`;
const application = `id ${timeline} ${persona} ${posting} personaJob { ${match} }`;

/** Every query of the API with all relations below it. */
const queries: Readonly<Record<string, string>> = {
  me: '{ me { id email hasPassword mustChangePassword } }',
  mySessions: '{ mySessions { id createdAt userAgent current } }',
  mySignInMethods: '{ mySignInMethods { id kind label addedAt lastUsedAt } }',
  myAuditEvents: `{ myAuditEvents { totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { id } } nodes { id at event ip userAgent outcome detail } } }`,
  accessTokens: '{ accessTokens { id label scopes expiresAt lastUsedAt } }',
  personas: `{ personas { id fullName ${held} } }`,
  jobSources: '{ jobSources { id offBecause } }',
  sourceKeys: '{ sourceKeys { id source { id } createdAt } }',
  sourceRuns: `query ($personaId: ID!) { sourceRuns(personaId: $personaId) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id state source { id } } } }`,
  persona: `query ($personaId: ID!) { persona(id: $personaId) { id ${held} } }`,
  skillSuggestions: '{ skillSuggestions(prefix: "s") }',
  computeTasks: `query ($personaId: ID!) { computeTasks(personaId: $personaId) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id state persona { id } } } }`,
  computeTask: 'query ($matchId: ID!) { computeTask(id: $matchId) { id state persona { id } } }',
  jobIngest:
    'query ($matchId: ID!) { jobIngest(id: $matchId) { id state url preview { title } persona { id } personaJob { id } } }',
  personaJob: `query ($matchId: ID!) { personaJob(id: $matchId) { ${match} } }`,
  personaJobs: `query ($personaId: ID!) { personaJobs(personaId: $personaId, filter: { includeFiltered: true }) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${match} } } nodes { id } } }`,
  matchCount: 'query ($personaId: ID!) { matchCount(personaId: $personaId) }',
  exportJsonResume: 'query ($personaId: ID!) { exportJsonResume(personaId: $personaId) }',
  application: `query ($applicationId: ID!) { application(id: $applicationId) { ${application} } }`,
  applicationStats:
    'query ($personaId: ID!) { applicationStats(personaId: $personaId) { funnel { count } timeInStatus { medianDays } } }',
  applications: `query ($personaId: ID!) { applications(personaId: $personaId) {
    totalCount pageInfo { hasNextPage startCursor } nodes { ${application} } } }`,
};

/** Every query of staff's, who see the rows of all: asked for one of them and for twenty. */
const staffQueries: Readonly<Record<string, string>> = {
  adminUsers: `query ($first: Int) { adminUsers(first: $first) { totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { id } } nodes { id email emailVerified name roles disabledAt createdAt } } }`,
  adminAuditEvents: `query ($first: Int) { adminAuditEvents(first: $first) { totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { id } } nodes { id at event outcome userId actorId sessionId ip userAgent detail } } }`,
  adminQuarantine: `query ($first: Int) { adminQuarantine(first: $first) { totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { id } } nodes { id title descriptionText reports { reason } findings { field text } } } }`,
};

const countsFor = ({ tenant, ...ids }: Search, query: string): Promise<StatementCounts> => {
  const variables = { personaId: ids.personaId, matchId: ids.matchIds[0], applicationId: ids.applicationIds[0] };
  return countStatements(product, () => tenant.ask(query, variables));
};

/** Those that are counted against a limit, for which it is to be known first who asks. */
const limited = new Set(['matchCount']);

describe.each(Object.entries(queries))('Query.%s', (name, query) => {
  it('sends as many statements for twenty rows, with twenty below each, as for one', async () => {
    const [few, many] = [await countsFor(small, query), await countsFor(large, query)];
    expect(many).toEqual(few);
  });

  it('is one flight, beside that for the session where it is limited', async () => {
    expect((await countsFor(large, query)).flights).toBe(limited.has(name) ? 2 : 1);
  });
});

describe.each(Object.entries(staffQueries))('Query.%s', (name, query) => {
  it('sends as many statements for twenty rows as for one', async () => {
    const asked = async (first: number): Promise<StatementCounts> => {
      let rows = 0;
      const counts = await countStatements(product, async () => {
        const answer = await admin.ask<Record<string, { nodes: unknown[] }>>(query, { first });
        rows = answer[name]?.nodes.length ?? 0;
      });
      expect(rows).toBe(first);
      return counts;
    };
    expect(await asked(20)).toEqual(await asked(1));
  });
});

it('all root fields together are one flight too', async () => {
  const { tenant, personaId } = large;
  let answer:
    | (Record<'mySessions' | 'personas', unknown[]> & Record<'personaJobs' | 'myAuditEvents', { nodes: unknown[] }>)
    | undefined;
  const counts = await countStatements(product, async () => {
    answer = await tenant.ask(
      `query ($id: ID!) { me { id hasPassword } mySessions { id } mySignInMethods { id }
        myAuditEvents { totalCount nodes { id } } personas { id skills { id } } persona(id: $id) { id }
        personaJobs(personaId: $id, filter: { includeFiltered: true }) { totalCount nodes { ${match} } }
        applications(personaId: $id) { totalCount nodes { ${application} } } }`,
      { id: personaId },
    );
  });
  expect(counts.flights).toBe(1);
  // What is counted is there: the comparison above would hold of empty answers as well.
  expect([answer?.mySessions.length, answer?.personaJobs.nodes.length, answer?.personas.length]).toEqual([20, 20, 2]);
  expect(answer?.myAuditEvents.nodes.length).toBe(20);
});

it('what the configuration alone answers sends none', async () => {
  expect(await statementsOf(product, () => product.send('{ oauthProviders { id } }'))).toEqual([]);
});

it('covers every query there is', () => {
  const fields = compileSchema().source.getQueryType()?.getFields() ?? {};
  const tried = [...Object.keys({ ...queries, ...staffQueries }), 'oauthProviders'];
  expect(Object.keys(fields).toSorted()).toEqual(tried.toSorted());
});

it('values that a filter repeats make no statements of their own', async () => {
  const query = `query ($id: ID!, $statuses: [PersonaJobStatus!]) {
    personaJobs(personaId: $id, filter: { statuses: $statuses }) { nodes { id } } }`;
  const { tenant, personaId } = large;
  const sent = (times: number) =>
    statementsOf(product, () => tenant.ask(query, { id: personaId, statuses: Array(times).fill('DISCOVERED') }));
  expect(await sent(50)).toEqual(await sent(1));
});
