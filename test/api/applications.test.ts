import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signUpWithPersona } from '../support/personas.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { queueUp } from '../support/queue-up.ts';
import { seedMatches, seedPostings, type Row } from '../support/seed.ts';
import { missingId, twinsOf, twinTraces } from '../support/twins.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

type Sender = Pick<Tenant, 'send'>;
const tick = (seconds = 60): Date => (product.clock.now = new Date(product.clock.now.getTime() + seconds * 1000));

const applicationFields = `id status currentInterviewStage appliedAt statusUpdatedAt notes isPinned archivedAt version
  offerDetails { baseSalary salaryCurrency equityType startDate notes }
  rejectionDetails { stage reason feedback rejectedAt }
  timeline { eventType eventDate interviewStage description }`;

interface Application {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly statusUpdatedAt: string;
  readonly timeline: readonly { readonly eventType: string; readonly eventDate: string }[];
}

const createApplication = (sender: Sender, input: object): Promise<Answer> =>
  sender.send(
    `mutation ($input: CreateApplicationInput!) { createApplication(input: $input) { ${applicationFields} } }`,
    { input },
  );
const change = (sender: Sender, id: string, input: object): Promise<Answer> =>
  sender.send(
    `mutation ($id: ID!, $input: ChangeApplicationStatusInput!) {
      changeApplicationStatus(id: $id, input: $input) { ${applicationFields} }
    }`,
    { id, input },
  );
const applicationOf = async (tenant: Tenant, id: string): Promise<Application> =>
  (
    await tenant.ask<{ application: Application }>(
      `query ($id: ID!) { application(id: $id) { ${applicationFields} } }`,
      { id },
    )
  ).application;
const changed = async (tenant: Tenant, id: string, input: object): Promise<Application> =>
  dataOf<{ changeApplicationStatus: Application }>(await change(tenant, id, input)).changeApplicationStatus;
const badInputOf = ({ body }: Answer) =>
  (body.errors ?? []).map(({ extensions }) => [extensions['code'], extensions['field']]);

let tenants = 0;
/** A tenant with matches, nothing applied for. */
async function withMatches(count = 1, posting: Row = {}, match: Row = {}) {
  const { tenant, persona } = await signUpWithPersona(product, `applications-${(tenants += 1)}`);
  const postingIds = await seedPostings(product.database, count, () => posting);
  const ids = await seedMatches(
    product.database,
    postingIds.map((postingId) => ({
      ownerId: tenant.userId,
      personaId: persona.id,
      postingId,
      columns: match,
    })),
  );
  return { tenant, persona, postingIds, ids, personaJobId: ids[0] ?? '' };
}

/** A tenant who has applied, brought to a status by legal moves. */
async function withApplication(...moves: readonly object[]) {
  const scene = await withMatches();
  const answer = await createApplication(scene.tenant, { personaJobId: scene.personaJobId });
  const { id } = dataOf<{ createApplication: Application }>(answer).createApplication;
  for (const move of moves) {
    tick();
    await changed(scene.tenant, id, move);
  }
  tick();
  return { ...scene, id };
}

describe('Mutation.createApplication', () => {
  it('records the application, its first event, and that the match was applied for', async () => {
    const { tenant, personaJobId } = await withMatches();
    const now = product.clock.now.toISOString();
    const { createApplication: made } = dataOf<{ createApplication: Application }>(
      await createApplication(tenant, { personaJobId }),
    );
    expect(made).toEqual({
      id: made.id,
      status: 'APPLIED',
      currentInterviewStage: null,
      appliedAt: now,
      statusUpdatedAt: now,
      notes: null,
      isPinned: false,
      archivedAt: null,
      version: 1,
      offerDetails: null,
      rejectionDetails: null,
      timeline: [{ eventType: 'APPLIED', eventDate: now, interviewStage: null, description: null }],
    });
    expect(await applicationOf(tenant, made.id)).toEqual(made);
    expect(
      await tenant.ask('query ($id: ID!) { personaJob(id: $id) { status application { id } } }', { id: personaJobId }),
    ).toEqual({ personaJob: { status: 'APPLIED', application: { id: made.id } } });
  });

  it('keeps the posting as it was, whatever becomes of it', async () => {
    const { tenant, postingIds, personaJobId } = await withMatches(1, {
      title: 'Before',
      company_url: 'https://acme.example.com',
      source_url: 'https://jobs.ashbyhq.com/acme/2',
      salary_min: 100,
      salary_max: 200,
      salary_currency: 'CHF',
      location: 'Bern',
      work_model: 'HYBRID',
      description_text: 'As it was.',
    });
    const document = `mutation ($id: ID!) { createApplication(input: { personaJobId: $id }) {
      id posting { title } persona { id } personaJob { id status }
      snapshot { title companyName companyUrl description salaryMin salaryMax salaryCurrency location workModel sourceUrl capturedAt }
    } }`;
    const { createApplication: made } = await tenant.ask<{ createApplication: { id: string; snapshot: object } }>(
      document,
      { id: personaJobId },
    );
    expect(made.snapshot).toEqual({
      title: 'Before',
      companyName: 'Company 0',
      companyUrl: 'https://acme.example.com',
      description: 'As it was.',
      salaryMin: 100,
      salaryMax: 200,
      salaryCurrency: 'CHF',
      location: 'Bern',
      workModel: 'HYBRID',
      sourceUrl: 'https://jobs.ashbyhq.com/acme/2',
      capturedAt: product.clock.now.toISOString(),
    });
    expect(made).toMatchObject({ posting: { title: 'Before' }, personaJob: { id: personaJobId, status: 'APPLIED' } });
    await product.database.query(`update job_postings set title = 'After' where id = $1`, [postingIds[0]]);
    expect(
      await tenant.ask('query ($id: ID!) { application(id: $id) { posting { title } snapshot { title workModel } } }', {
        id: made.id,
      }),
    ).toEqual({ application: { posting: { title: 'After' }, snapshot: { title: 'Before', workModel: 'HYBRID' } } });
  });

  it('takes the time one applied at', async () => {
    const { tenant, personaJobId } = await withMatches();
    const appliedAt = '2025-10-01T12:00:00.000Z';
    expect(dataOf(await createApplication(tenant, { personaJobId, appliedAt }))).toMatchObject({
      createApplication: {
        appliedAt,
        statusUpdatedAt: product.clock.now.toISOString(),
        timeline: [{ eventType: 'APPLIED', eventDate: appliedAt }],
      },
    });
  });

  it('records one of twenty that come at once', async () => {
    const { tenant, personaJobId } = await withMatches();
    const answers = await Promise.all(Array.from({ length: 20 }, () => createApplication(tenant, { personaJobId })));
    const refused = answers.filter(({ body }) => body.errors);
    expect(refused).toHaveLength(19);
    for (const { body } of refused)
      expect(body.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', reason: 'DUPLICATE_APPLICATION' });
    const [left] = await product.database.query(
      `select (select count(*)::int from applications where persona_job_id = $1) as applications,
              (select count(*)::int from timeline_events where owner_id = $2) as events`,
      [personaJobId, tenant.userId],
    );
    expect(left).toEqual({ applications: 1, events: 1 });
  });

  it('refuses a second one, also once the first was withdrawn', async () => {
    const { tenant, personaJobId } = await withApplication({ status: 'WITHDRAWN' });
    const answer = await createApplication(tenant, { personaJobId });
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', reason: 'DUPLICATE_APPLICATION' });
  });

  it('is not for a match that was dismissed', async () => {
    const { tenant, personaJobId } = await withMatches(1, {}, { status: 'DISMISSED' });
    expect((await createApplication(tenant, { personaJobId })).body).toMatchObject({
      data: null,
      errors: [
        {
          path: ['createApplication'],
          extensions: { code: 'INVALID_TRANSITION', from: 'DISMISSED', to: 'APPLIED', allowed: ['DISCOVERED'] },
        },
      ],
    });
  });

  it.each([
    ['a minute ahead', () => new Date(product.clock.now.getTime() + 60_000).toISOString()],
    ['before the first year', () => '0000-06-01T00:00:00Z'],
  ])('refuses a time %s and records nothing', async (_when, appliedAt) => {
    const { tenant, persona, personaJobId } = await withMatches();
    expect(badInputOf(await createApplication(tenant, { personaJobId, appliedAt: appliedAt() }))).toEqual([
      ['BAD_USER_INPUT', 'input.appliedAt'],
    ]);
    expect(await listOf(tenant, persona.id)).toEqual([]);
  });
});

const statuses = ['APPLIED', 'INTERVIEWING', 'OFFER', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'] as const;
type Status = (typeof statuses)[number];
const ways: Readonly<Record<Status, readonly Status[]>> = {
  APPLIED: [],
  INTERVIEWING: ['INTERVIEWING'],
  OFFER: ['INTERVIEWING', 'OFFER'],
  ACCEPTED: ['INTERVIEWING', 'OFFER', 'ACCEPTED'],
  REJECTED: ['REJECTED'],
  WITHDRAWN: ['WITHDRAWN'],
};
const legal: Readonly<Record<Status, readonly Status[]>> = {
  APPLIED: ['INTERVIEWING', 'REJECTED', 'WITHDRAWN'],
  INTERVIEWING: ['OFFER', 'REJECTED', 'WITHDRAWN'],
  OFFER: ['ACCEPTED', 'REJECTED', 'WITHDRAWN'],
  ACCEPTED: [],
  REJECTED: [],
  WITHDRAWN: [],
};
const events: Readonly<Record<Status, string>> = {
  APPLIED: 'APPLIED',
  INTERVIEWING: 'STATUS_CHANGED',
  OFFER: 'OFFER_RECEIVED',
  ACCEPTED: 'OFFER_ACCEPTED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
};

describe('Mutation.changeApplicationStatus', () => {
  it.each(statuses)('moves from %s only where the table lets it, and tells where', async (from) => {
    const { tenant, id } = await withApplication(...ways[from].map((status) => ({ status })));
    const before = await applicationOf(tenant, id);
    expect(before.status).toBe(from);
    for (const to of statuses.filter((status) => !legal[from].includes(status)))
      expect((await change(tenant, id, { status: to })).body).toMatchObject({
        data: null,
        errors: [{ extensions: { code: 'INVALID_TRANSITION', from, to, allowed: legal[from] } }],
      });
    expect(await applicationOf(tenant, id)).toEqual(before);
  });

  it.each(statuses.flatMap((from) => legal[from].map((to) => [from, to] as const)))(
    'moves from %s to %s and writes the event',
    async (from, to) => {
      const { tenant, id } = await withApplication(...ways[from].map((status) => ({ status })));
      const before = await applicationOf(tenant, id);
      const now = tick().toISOString();
      const after = await changed(tenant, id, { status: to });
      expect(after).toMatchObject({ status: to, statusUpdatedAt: now, version: before.version + 1 });
      expect(after.timeline).toEqual([
        ...before.timeline,
        { eventType: events[to], eventDate: now, interviewStage: null, description: null },
      ]);
      expect(await applicationOf(tenant, id)).toEqual(after);
    },
  );

  it('keeps the stage of the interviews through what follows', async () => {
    const { tenant, id } = await withApplication({ status: 'INTERVIEWING', stage: 'ONSITE' });
    expect(await applicationOf(tenant, id)).toMatchObject({ currentInterviewStage: 'ONSITE' });
    const { timeline } = await changed(tenant, id, { status: 'WITHDRAWN' });
    expect(timeline.at(-1)).toMatchObject({ eventType: 'WITHDRAWN', interviewStage: 'ONSITE' });
  });

  it('keeps the offer', async () => {
    const offer = {
      baseSalary: 200_000,
      salaryCurrency: 'CHF',
      equityType: 'RSU',
      startDate: '2026-01-01',
      notes: 'Answer soon.',
    };
    const { tenant, id } = await withApplication({ status: 'INTERVIEWING' });
    const stored = await changed(tenant, id, { status: 'OFFER', offer: { ...offer, salaryCurrency: ' chf ' } });
    expect(stored).toMatchObject({ offerDetails: offer });
    expect(await applicationOf(tenant, id)).toEqual(stored);
  });

  it.each([
    ['APPLIED', [], 'APPLIED'],
    ['a stage', [{ status: 'INTERVIEWING', stage: 'PHONE_SCREEN' }], 'PHONE_SCREEN'],
    ['an offer', [{ status: 'INTERVIEWING', stage: 'FINAL_ROUND' }, { status: 'OFFER' }], 'OFFER'],
  ])('fills in how far a rejected one had come: %s', async (_how, moves, stage) => {
    const { tenant, id } = await withApplication(...moves);
    const rejectedAt = product.clock.now.toISOString();
    const rejection = { stage: null, reason: 'Budget', rejectedAt: null };
    const stored = await changed(tenant, id, { status: 'REJECTED', rejection });
    expect(stored).toMatchObject({ rejectionDetails: { stage, reason: 'Budget', feedback: null, rejectedAt } });
    expect(await applicationOf(tenant, id)).toEqual(stored);
  });

  it('takes another stage and time of a rejection', async () => {
    const { tenant, id } = await withApplication();
    const rejection = { stage: 'ONSITE', rejectedAt: '2025-11-01T00:00:00.000Z' };
    expect(await changed(tenant, id, { status: 'REJECTED', rejection })).toMatchObject({
      rejectionDetails: rejection,
    });
  });

  it.each([
    ['stage', { status: 'WITHDRAWN', stage: 'ONSITE' }],
    ['offer', { status: 'INTERVIEWING', offer: {} }],
    ['rejection', { status: 'WITHDRAWN', rejection: { reason: 'None' } }],
    ['offer.baseSalary', { status: 'OFFER', offer: { baseSalary: -1 } }],
    ['offer.salaryCurrency', { status: 'OFFER', offer: { salaryCurrency: 'EURO' } }],
    ['offer.bonusPercent', { status: 'OFFER', offer: { bonusPercent: 1001 } }],
    ['offer.equityVestingYears', { status: 'OFFER', offer: { equityVestingYears: 51 } }],
    ['offer.notes', { status: 'OFFER', offer: { notes: 'a'.repeat(10_001) } }],
    ['offer.otherBenefits', { status: 'OFFER', offer: { otherBenefits: '\0' } }],
    ['rejection.reason', { status: 'REJECTED', rejection: { reason: 'half: \ud83d' } }],
    ['offer.startDate', { status: 'OFFER', offer: { startDate: '2026-02-30' } }],
    ['offer.startDate', { status: 'OFFER', offer: { startDate: '0000-01-01' } }],
    ['offer.responseDeadline', { status: 'OFFER', offer: { responseDeadline: '0000-12-31' } }],
    ['rejection.rejectedAt', { status: 'REJECTED', rejection: { rejectedAt: '0000-06-01T00:00:00Z' } }],
    ['rejection.rejectedAt', { status: 'REJECTED', rejection: { rejectedAt: '2199-01-01T00:00:00Z' } }],
  ])('refuses a bad %s by its name and changes nothing', async (field, input) => {
    const { tenant, id } = await withApplication({ status: 'INTERVIEWING' });
    const before = await applicationOf(tenant, id);
    expect(badInputOf(await change(tenant, id, input))).toEqual([['BAD_USER_INPUT', `input.${field}`]]);
    expect(await applicationOf(tenant, id)).toEqual(before);
  });

  it('refuses who has seen an older version', async () => {
    const { tenant, id } = await withApplication({ status: 'INTERVIEWING' });
    const stale = await change(tenant, id, { status: 'OFFER', version: 1 });
    expect(stale.body.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', reason: 'VERSION_CONFLICT' });
    expect(await changed(tenant, id, { status: 'OFFER', version: 2 })).toMatchObject({ status: 'OFFER', version: 3 });
  });

  it('lets one of two win who saw the same version', async () => {
    const { tenant, id } = await withApplication();
    const answers = await queueUp(product.database, `select from applications where id = '${id}' for update`, [
      () => change(tenant, id, { status: 'INTERVIEWING', version: 1 }),
      () => change(tenant, id, { status: 'WITHDRAWN', version: 1 }),
    ]);
    expect(answers.map(codesOf)).toEqual([[], ['CONFLICT']]);
    expect(await applicationOf(tenant, id)).toMatchObject({ status: 'INTERVIEWING', version: 2 });
  });

  it('moves several times within one document', async () => {
    const { tenant, id } = await withApplication();
    const document = `mutation ($id: ID!) {
      a: changeApplicationStatus(id: $id, input: { status: INTERVIEWING, stage: ONSITE }) { version }
      b: changeApplicationStatus(id: $id, input: { status: OFFER }) { version status }
    }`;
    expect(await tenant.ask(document, { id })).toEqual({ a: { version: 2 }, b: { version: 3, status: 'OFFER' } });
    expect((await applicationOf(tenant, id)).timeline).toHaveLength(3);
  });
});

const listQuery = `query ($personaId: ID!, $filter: ApplicationFilter, $sort: ApplicationSort!, $first: Int, $after: String, $last: Int, $before: String) {
  applications(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
    nodes { id status } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } totalCount
  }
}`;

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly totalCount: number;
}

const pageOf = async (tenant: Tenant, personaId: string, variables: object = {}): Promise<Page> =>
  (await tenant.ask<{ applications: Page }>(listQuery, { personaId, sort: 'STATUS_UPDATED_DESC', ...variables }))
    .applications;

async function listOf(tenant: Tenant, personaId: string, variables: object = {}): Promise<readonly string[]> {
  return (await pageOf(tenant, personaId, variables)).nodes.map(({ id }) => id);
}

describe('Query.applications', () => {
  /** Three applications: the first changed last, the second applied for long ago, the third put away. */
  async function withThree() {
    const scene = await withMatches(3);
    const ids: string[] = [];
    for (const [index, personaJobId] of scene.ids.entries()) {
      tick();
      const appliedAt = index === 1 ? '2025-01-01T00:00:00.000Z' : null;
      const answer = await createApplication(scene.tenant, { personaJobId, appliedAt });
      ids.push(dataOf<{ createApplication: Application }>(answer).createApplication.id);
    }
    tick();
    await changed(scene.tenant, ids[0] ?? '', { status: 'INTERVIEWING' });
    await product.database.query('update applications set archived_at = now() where id = $1', [ids[2]]);
    return { ...scene, ids };
  }

  it('sorts by the latest move or by the application', async () => {
    const { tenant, persona, ids } = await withThree();
    expect(await listOf(tenant, persona.id)).toEqual([ids[0], ids[2], ids[1]]);
    expect(await listOf(tenant, persona.id, { sort: 'APPLIED_DESC' })).toEqual([ids[2], ids[0], ids[1]]);
  });

  it('filters', async () => {
    const { tenant, persona, ids } = await withThree();
    const filtered = (filter: object) => listOf(tenant, persona.id, { filter });
    expect(await filtered({ statuses: ['INTERVIEWING'] })).toEqual([ids[0]]);
    expect(await filtered({ statuses: [] })).toEqual([]);
    expect(await filtered({ archived: true })).toEqual([ids[2]]);
    expect(await filtered({ archived: false })).toEqual([ids[0], ids[1]]);
    expect(await filtered({ appliedAfter: '2025-01-01T00:00:00.001Z' })).toEqual([ids[0], ids[2]]);
    expect(await filtered({ appliedAfter: '2025-01-01T00:00:00.000Z', archived: false })).toEqual([ids[0], ids[1]]);
    expect(await filtered({ statuses: null, archived: null, appliedAfter: null })).toHaveLength(3);
  });

  it('pages', async () => {
    const { tenant, persona, ids } = await withThree();
    const first = await pageOf(tenant, persona.id, { first: 2 });
    expect(first).toMatchObject({
      nodes: [{ id: ids[0] }, { id: ids[2] }],
      pageInfo: { hasNextPage: true },
      totalCount: 3,
    });
    expect(await listOf(tenant, persona.id, { first: 2, after: first.pageInfo.endCursor })).toEqual([ids[1]]);
    expect(await listOf(tenant, persona.id, { last: 1, before: first.pageInfo.endCursor })).toEqual([ids[0]]);
  });

  it('refuses a time outside the calendar by the name of its field', async () => {
    const { tenant, persona } = await withMatches();
    const answer = await tenant.send(listQuery, {
      personaId: persona.id,
      sort: 'APPLIED_DESC',
      filter: { appliedAfter: '0000-01-01T00:00:00Z' },
    });
    expect(badInputOf(answer)).toEqual([['BAD_USER_INPUT', 'filter.appliedAfter']]);
  });
});

describe('Query.applicationStats', () => {
  const stats = `query ($id: ID!) { applicationStats(personaId: $id) {
    funnel { status count } timeInStatus { status count ongoing lowerQuartileDays medianDays upperQuartileDays } } }`;
  const none = { ongoing: 0, lowerQuartileDays: null, medianDays: null, upperQuartileDays: null };

  it('counts how far a persona’s applications came, and how long they waited', async () => {
    const { tenant, persona } = await withMatches(0);
    const { ids, ...scene } = await withMatches(2);
    const made: string[] = [];
    for (const [index, personaJobId] of ids.entries()) {
      const appliedAt = new Date(product.clock.now.getTime() - (4 + index * 2) * 86_400_000).toISOString();
      const answer = await createApplication(scene.tenant, { personaJobId, appliedAt });
      made.push(dataOf<{ createApplication: Application }>(answer).createApplication.id);
    }
    tick();
    await changed(scene.tenant, made[0] ?? '', { status: 'INTERVIEWING' });
    expect(await scene.tenant.ask(stats, { id: scene.persona.id })).toEqual({
      applicationStats: {
        funnel: [
          { status: 'APPLIED', count: 2 },
          { status: 'INTERVIEWING', count: 1 },
          { status: 'OFFER', count: 0 },
          { status: 'ACCEPTED', count: 0 },
        ],
        timeInStatus: [
          { status: 'APPLIED', count: 2, ongoing: 1, lowerQuartileDays: 4.5, medianDays: 5, upperQuartileDays: 5.5 },
          { status: 'INTERVIEWING', count: 1, ongoing: 1, lowerQuartileDays: 0, medianDays: 0, upperQuartileDays: 0 },
          { status: 'OFFER', count: 0, ...none },
        ],
      },
    });
    const { applicationStats } = await tenant.ask<{ applicationStats: { timeInStatus: object[] } }>(stats, {
      id: persona.id,
    });
    expect(applicationStats.timeInStatus).toEqual(
      ['APPLIED', 'INTERVIEWING', 'OFFER'].map((status) => ({ status, count: 0, ...none })),
    );
  });
});

describe("another tenant's application", () => {
  it.each([
    ['applications', 'query ($id: ID!) { applications(personaId: $id) { totalCount nodes { id } } }', 'persona'],
    ['application', `query ($id: ID!) { application(id: $id) { ${applicationFields} } }`, 'application'],
    ['applicationStats', 'query ($id: ID!) { applicationStats(personaId: $id) { funnel { count } } }', 'persona'],
    [
      'createApplication',
      'mutation ($id: ID!) { createApplication(input: { personaJobId: $id }) { id } }',
      'personaJob',
    ],
    [
      'changeApplicationStatus',
      'mutation ($id: ID!) { changeApplicationStatus(id: $id, input: { status: WITHDRAWN }) { id } }',
      'application',
    ],
  ] as const)('cannot be told from none by %s, nor changed', async (name, document, kind) => {
    const { tenant, persona, personaJobId, id } = await withApplication();
    const stranger = await product.signUp(`stranger-${name.toLowerCase()}`);
    const before = await applicationOf(tenant, id);
    const [foreign, ...others] = await twinTraces(product, stranger, {
      document,
      ids: twinsOf({ persona: persona.id, application: id, personaJob: personaJobId }[kind]),
      variables: (each) => ({ id: each }),
    });
    expect(foreign?.text).toContain(document.startsWith('query') ? `{"data":{"${name}":null}}` : 'NOT_FOUND');
    for (const other of others) expect(other).toEqual(foreign);
    expect(await applicationOf(tenant, id)).toEqual(before);
  });

  it.each([
    ['applications', 'query ($id: ID!) { applications(personaId: $id) { totalCount } }'],
    ['application', 'query ($id: ID!) { application(id: $id) { id } }'],
    ['applicationStats', 'query ($id: ID!) { applicationStats(personaId: $id) { funnel { count } } }'],
    ['createApplication', 'mutation ($id: ID!) { createApplication(input: { personaJobId: $id }) { id } }'],
    [
      'changeApplicationStatus',
      'mutation ($id: ID!) { changeApplicationStatus(id: $id, input: { status: WITHDRAWN }) { id } }',
    ],
  ])('needs a signed-in viewer: %s', async (_name, document) => {
    expect(codesOf(await product.send(document, { id: missingId }))).toEqual(['UNAUTHENTICATED']);
  });
});
