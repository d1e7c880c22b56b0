import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '#database/logins.ts';
import { relayChannel } from '#notifications/tell-relay.ts';
import { makePersona, signUpWithPersona } from '../support/personas.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { queueUp, until, waitingFor } from '../support/queue-up.ts';
import { seedMatch, seedMatches, seedPostings, seedPostingSkills, type Row } from '../support/seed.ts';
import { missingId, statementsOf, twinsOf, twinTraces } from '../support/twins.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

interface Page {
  readonly nodes: readonly { readonly id: string; readonly posting: { readonly title: string } }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

const pageQuery = `query ($personaId: ID!, $filter: PersonaJobFilter, $sort: PersonaJobSort!, $first: Int, $after: String, $last: Int, $before: String) {
  personaJobs(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
    nodes { id posting { title } } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount
  }
}`;

interface Listing {
  readonly tenant: Tenant;
  readonly personaId: string;
}

const ask = ({ tenant, personaId }: Listing, variables: object): Promise<Answer> =>
  tenant.send(pageQuery, { personaId, sort: 'FIT_DESC', ...variables });
const pageOf = async (listing: Listing, variables: object = {}): Promise<Page> =>
  dataOf<{ personaJobs: Page }>(await ask(listing, variables)).personaJobs;
const titlesOf = async (listing: Listing, variables: object = {}): Promise<readonly string[]> =>
  (await pageOf(listing, variables)).nodes.map(({ posting }) => posting.title);
const badInputOf = ({ body }: Answer) =>
  (body.errors ?? []).map(({ extensions }) => [extensions['code'], extensions['field']]);

/** A tenant whose persona has one match for each posting described, its title the key. */
async function withMatches(
  name: string,
  described: Readonly<Record<string, { readonly posting?: Row; readonly match?: Row }>>,
): Promise<Listing & { readonly ids: readonly string[] }> {
  const { tenant, persona } = await signUpWithPersona(product, name);
  const all = Object.entries(described);
  const postingIds = await seedPostings(product.database, all.length, (index) => ({
    title: all[index]?.[0],
    ...all[index]?.[1].posting,
  }));
  const ids = await seedMatches(
    product.database,
    all.map(([, { match }], index) => ({
      ownerId: tenant.userId,
      personaId: persona.id,
      postingId: postingIds[index] ?? '',
      columns: { fit_score: 90 - index, ...match },
    })),
  );
  return { tenant, personaId: persona.id, ids };
}

describe('Query.personaJobs', () => {
  it.each([
    ['FIT_DESC', ['best', 'good', 'unscored']],
    ['STRETCH_DESC', ['good', 'best', 'unscored']],
    ['DISCOVERED_DESC', ['unscored', 'best', 'good']],
    ['POSTED_DESC', ['good', 'unscored', 'best']],
    ['SALARY_DESC', ['unscored', 'best', 'good']],
  ])('sorts by %s, without a value last', async (sort, titles) => {
    const listing = await withMatches(`sort-${sort}`, {
      good: {
        posting: { posted_date: '2025-10-02' },
        match: { fit_score: 70, stretch_score: 90, discovered_at: '2025-01-01T00:00:00Z' },
      },
      best: {
        posting: { salary_max: 100 },
        match: { fit_score: 90, stretch_score: 20, discovered_at: '2025-01-02T00:00:00Z' },
      },
      unscored: {
        posting: { posted_date: '2025-10-01', salary_max: 200 },
        match: { fit_score: null, discovered_at: '2025-01-03T00:00:00Z' },
      },
    });
    expect(await titlesOf(listing, { sort })).toEqual(titles);
  });

  it.each([
    [{ statuses: ['DISMISSED', 'APPLIED'] }, ['b', 'c']],
    [{ statuses: [] }, []],
    [{ favorite: true }, ['b']],
    [{ favorite: false }, ['a', 'c', 'd']],
    [{ minFit: 88 }, ['a', 'b', 'c']],
    [{ search: 'acme b' }, ['b']],
    [{ search: ' ACME ' }, ['b', 'd']],
    [{ search: '%' }, []],
    [{ search: '  ' }, ['a', 'b', 'c', 'd']],
    [{ workModels: ['REMOTE', 'HYBRID'] }, ['a', 'b']],
    [{ seniorities: ['LEAD'] }, ['c']],
    [{ company: 'acme' }, ['d']],
    [{ company: ' ACME_Inc ' }, ['b']],
    [{ company: ' ' }, ['a', 'b', 'c', 'd']],
    [{ postedAfter: '2025-10-02' }, ['b', 'c']],
    [{ includeFiltered: true }, ['a', 'b', 'c', 'd', 'filtered']],
    [{ active: true }, ['a', 'b', 'c']],
    [{ active: false }, ['d']],
    [{ active: true, favorite: false, minFit: 89 }, ['a']],
    [{ search: 'acme', company: 'Acme', includeFiltered: null, statuses: null }, ['d']],
  ])('filters by %j', async (filter, titles) => {
    const listing = await withMatches(`filter-${product.statements.length}`, {
      a: { posting: { work_model: 'REMOTE', posted_date: '2025-10-01', company_name: 'Other' } },
      b: {
        posting: { work_model: 'HYBRID', posted_date: '2025-10-02', company_name: 'Acme_Inc' },
        match: { status: 'DISMISSED', is_favorite: true },
      },
      c: {
        posting: { work_model: 'ONSITE', posted_date: '2025-10-03', seniority_level: 'LEAD', company_name: 'Other' },
        match: { status: 'APPLIED' },
      },
      d: { posting: { is_active: false, company_name: 'Acme' } },
      filtered: { match: { is_filtered: true } },
    });
    const page = await pageOf(listing, { filter });
    expect(page.nodes.map(({ posting }) => posting.title)).toEqual(titles);
    expect(page.totalCount).toBe(titles.length);
  });

  it('gives twenty unless told, and pages in both directions', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `p${String(index).padStart(2, '0')}`);
    const listing = await withMatches('pages', Object.fromEntries(names.map((name) => [name, {}])));
    const first = await pageOf(listing);
    expect(first.nodes.map(({ posting }) => posting.title)).toEqual(names.slice(0, 20));
    expect(first.totalCount).toBe(25);
    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.edges[0]?.cursor,
      endCursor: first.edges.at(-1)?.cursor,
    });
    const second = await pageOf(listing, { first: 10, after: first.pageInfo.endCursor });
    expect(second.nodes.map(({ posting }) => posting.title)).toEqual(names.slice(20));
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = await pageOf(listing, { last: 3, before: second.pageInfo.startCursor });
    expect(back.nodes.map(({ posting }) => posting.title)).toEqual(names.slice(17, 20));
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect(await titlesOf(listing, { last: 2 })).toEqual(names.slice(23));
  });

  it('has no cursors where it has no rows', async () => {
    const { tenant, persona } = await signUpWithPersona(product, 'empty');
    expect(await pageOf({ tenant, personaId: persona.id })).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      totalCount: 0,
    });
  });

  const cursorOf = (...values: readonly unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');
  it.each([
    ['first', { first: 0 }],
    ['first', { first: 101 }],
    ['first', { first: -1 }],
    ['last', { last: 101 }],
    ['first', { first: 1, last: 1 }],
    ['after', { last: 1, after: cursorOf(1, missingId) }],
    ['before', { first: 1, before: cursorOf(1, missingId) }],
    ['after', { after: 'nonsense' }],
    ['after', { after: '' }],
    ['after', { after: cursorOf(1) }],
    ['after', { after: cursorOf('1; drop table users', missingId) }],
    ['after', { after: cursorOf(99_999_999_999, missingId) }],
    ['after', { after: cursorOf(2_147_483_648, missingId) }],
    ['after', { after: cursorOf(1, 'no id') }],
    ['after', { after: cursorOf({ $gt: 1 }, missingId) }],
    ['before', { last: 1, before: cursorOf([1], missingId) }],
    ['after', { sort: 'POSTED_DESC', after: cursorOf('2025-02-30', missingId) }],
    ['after', { sort: 'POSTED_DESC', after: cursorOf('0000-01-01', missingId) }],
    ['after', { sort: 'DISCOVERED_DESC', after: cursorOf('+275760-09-13T00:00:00.000Z', missingId) }],
    ['after', { sort: 'DISCOVERED_DESC', after: cursorOf('yesterday', missingId) }],
    ['filter.minFit', { filter: { minFit: 101 } }],
    ['filter.minFit', { filter: { minFit: -1 } }],
    ['filter.search', { filter: { search: 'a'.repeat(201) } }],
    ['filter.search', { filter: { search: 'a\0b' } }],
    ['filter.company', { filter: { company: '\ud800' } }],
    ['filter.postedAfter', { filter: { postedAfter: '0000-12-31' } }],
    ['filter.postedAfter', { filter: { postedAfter: '2025-13-01' } }],
    ['filter.unknown', { filter: { unknown: true } }],
    ['first', { first: 3_000_000_000 }],
  ])('refuses a bad %s: %j', async (field, variables) => {
    const { tenant, persona } = await signUpWithPersona(product, `bad-${product.statements.length}`);
    expect(badInputOf(await ask({ tenant, personaId: persona.id }, variables))).toEqual([['BAD_USER_INPUT', field]]);
  });

  it('lists the matches of the persona asked for, not of a sibling', async () => {
    const listing = await withMatches('siblings', { mine: {} });
    const sibling = await makePersona(listing.tenant, { minimumFitThreshold: 100 });
    await product.matched();
    expect(await titlesOf({ ...listing, personaId: sibling.id })).toEqual([]);
    expect(await titlesOf(listing)).toEqual(['mine']);
  });

  it("cannot tell another's persona from none", async () => {
    const { personaId } = await withMatches('list-owner', { secret: {} });
    const stranger = await product.signUp('list-stranger');
    const [foreign, ...others] = await twinTraces(product, stranger, {
      document: pageQuery,
      ids: twinsOf(personaId),
      variables: (id) => ({ personaId: id, sort: 'FIT_DESC' }),
    });
    expect(foreign?.text).toBe('{"data":{"personaJobs":null}}\n');
    for (const other of others) expect(other).toEqual(foreign);
  });

  it('asks the database no more often for twenty than for one', async () => {
    const one = await withMatches('constant-one', { only: {} });
    const many = await withMatches(
      'constant-many',
      Object.fromEntries([...'abcdefghijklmnopqrst'].map((name) => [name, {}])),
    );
    const document = `query ($id: ID!) { personaJobs(personaId: $id) {
      totalCount
      nodes {
        id fitScore persona { fullName skills { skillName } }
        posting { title descriptionText descriptionHtml skills { name } attribution { label } }
        application { status timeline { eventType } personaJob { id } posting { title } }
      }
    } }`;
    const postings = await product.database.query<{ id: string }>('select id from job_postings');
    await seedPostingSkills(
      product.database,
      postings.map(({ id }) => id),
      ['Rust', 'Go'],
    );
    const apply = 'mutation ($id: ID!) { createApplication(input: { personaJobId: $id }) { id } }';
    for (const { tenant, ids } of [one, many]) for (const id of ids) await tenant.ask(apply, { id });
    const count = async ({ tenant, personaId }: Listing): Promise<number> => {
      const statements = await statementsOf(product, () => tenant.ask(document, { id: personaId }));
      return statements.length;
    };
    expect(await count(many)).toBe(await count(one));
    expect(await count(one)).toBeLessThan(18);
  });

  it('needs a signed-in viewer', async () => {
    expect(codesOf(await product.send(pageQuery, { personaId: missingId, sort: 'FIT_DESC' }))).toEqual([
      'UNAUTHENTICATED',
    ]);
  });
});

const matchFields = 'id status isFavorite dismissedAt version';
const setStatus = (sender: Pick<Tenant, 'send'>, id: string, status: string): Promise<Answer> =>
  sender.send(
    `mutation ($id: ID!, $status: PersonaJobStatus!) { setPersonaJobStatus(id: $id, status: $status) { ${matchFields} } }`,
    { id, status },
  );
const setFavorite = (sender: Pick<Tenant, 'send'>, id: string, favorite: boolean): Promise<Answer> =>
  sender.send(
    `mutation ($id: ID!, $favorite: Boolean!) { setFavorite(id: $id, favorite: $favorite) { ${matchFields} } }`,
    { id, favorite },
  );
const matchOf = async (tenant: Tenant, id: string): Promise<object> =>
  (await tenant.ask<{ personaJob: object }>(`query ($id: ID!) { personaJob(id: $id) { ${matchFields} } }`, { id }))
    .personaJob;

describe('Query.personaJob', () => {
  it('shows the match with its posting and its score', async () => {
    const fit = { total: 81, label: 'MEDIUM', components: [], matchedSkills: ['Rust'], missingSkills: ['Go'] };
    const score_details = {
      fit,
      stretch: { ...fit, total: 20, label: 'LOW_GROWTH' },
      summary: 'Fits.',
      strengths: ['You know Rust.'],
      gaps: ['Missing Go.'],
      stretchNotes: [],
      scorerVersion: '1',
    };
    const { tenant, personaId, ids } = await withMatches('one', {
      Compiler: {
        posting: { source_url: 'https://jobs.ashbyhq.com/acme/1', salary_min: 1, work_model: 'REMOTE', country: 'CH' },
        match: {
          fit_score: 81,
          stretch_score: 20,
          score_details,
          warnings: ['The pay is not stated.'],
        },
      },
    });
    const { personaJob } = await tenant.ask<{ personaJob: object }>(
      `query ($id: ID!) { personaJob(id: $id) {
        persona { id } status fitScore stretchScore warnings failedNonNegotiables scoreStale discoveredAt
        scoreDetails {
          fit { total label matchedSkills missingSkills components { name } }
          stretch { total label matchedSkills missingSkills components { name } }
          summary strengths gaps stretchNotes scorerVersion
        }
        posting { title companyName salaryMin salaryMax workModel country descriptionText isActive attribution { label url } skills { name } }
        application { id }
      } }`,
      { id: ids[0] },
    );
    expect(personaJob).toEqual({
      persona: { id: personaId },
      status: 'DISCOVERED',
      fitScore: 81,
      stretchScore: 20,
      warnings: ['The pay is not stated.'],
      failedNonNegotiables: [],
      scoreStale: false,
      discoveredAt: '2025-11-01T08:00:00.000Z',
      scoreDetails: score_details,
      posting: {
        title: 'Compiler',
        companyName: 'Company 0',
        salaryMin: 1,
        salaryMax: null,
        workModel: 'REMOTE',
        country: 'CH',
        descriptionText: 'Posting 0',
        isActive: true,
        attribution: { label: 'Ashby', url: 'https://jobs.ashbyhq.com/acme/1' },
        skills: [],
      },
      application: null,
    });
  });
});

describe('Mutation.setPersonaJobStatus', () => {
  it('dismisses with the time, and brings back without it', async () => {
    const { tenant, ids } = await withMatches('dismiss', { a: {} });
    const [id = ''] = ids;
    const dismissedAt = product.clock.now.toISOString();
    const dismissed = { id, status: 'DISMISSED', isFavorite: false, dismissedAt, version: 2 };
    expect(dataOf(await setStatus(tenant, id, 'DISMISSED'))).toEqual({ setPersonaJobStatus: dismissed });
    expect(await matchOf(tenant, id)).toEqual(dismissed);
    const back = { ...dismissed, status: 'DISCOVERED', dismissedAt: null, version: 3 };
    expect(dataOf(await setStatus(tenant, id, 'DISCOVERED'))).toEqual({ setPersonaJobStatus: back });
  });

  it('changes nothing by saying what is so already', async () => {
    const { tenant, ids } = await withMatches('dismiss-twice', { a: {} });
    await setStatus(tenant, ids[0] ?? '', 'DISMISSED');
    const before = await matchOf(tenant, ids[0] ?? '');
    product.clock.now = new Date(product.clock.now.getTime() + 1000);
    expect(codesOf(await setStatus(tenant, ids[0] ?? '', 'DISMISSED'))).toEqual([]);
    expect(await matchOf(tenant, ids[0] ?? '')).toEqual(before);
  });

  it.each([
    ['DISCOVERED', 'APPLIED', ['DISMISSED']],
    ['DISMISSED', 'APPLIED', ['DISCOVERED']],
    ['APPLIED', 'DISCOVERED', []],
    ['APPLIED', 'DISMISSED', []],
  ])('lets nobody go from %s to %s by hand', async (from, to, allowed) => {
    const { tenant, ids } = await withMatches(`illegal-${from}-${to}`, { a: { match: { status: from } } });
    const answer = await setStatus(tenant, ids[0] ?? '', to);
    expect(answer.body).toMatchObject({
      data: null,
      errors: [{ path: ['setPersonaJobStatus'], extensions: { code: 'INVALID_TRANSITION', from, to, allowed } }],
    });
    expect(await matchOf(tenant, ids[0] ?? '')).toMatchObject({ status: from, version: 1 });
  });
});

describe('Mutation.setFavorite', () => {
  it('marks and unmarks, in whatever status', async () => {
    const { tenant, ids } = await withMatches('favorite', { a: { match: { status: 'APPLIED' } } });
    const [id = ''] = ids;
    expect(dataOf(await setFavorite(tenant, id, true))).toMatchObject({
      setFavorite: { isFavorite: true, version: 2 },
    });
    expect(dataOf(await setFavorite(tenant, id, true))).toMatchObject({
      setFavorite: { isFavorite: true, version: 2 },
    });
    expect(dataOf(await setFavorite(tenant, id, false))).toMatchObject({ setFavorite: { isFavorite: false } });
    expect(await matchOf(tenant, id)).toMatchObject({ status: 'APPLIED', isFavorite: false });
  });

  it('stands beside a change of status made at the same time', async () => {
    const { tenant, ids } = await withMatches('favorite-race', { a: {} });
    const [id = ''] = ids;
    await Promise.all([setFavorite(tenant, id, true), setStatus(tenant, id, 'DISMISSED')]);
    expect(await matchOf(tenant, id)).toMatchObject({ isFavorite: true, status: 'DISMISSED', version: 3 });
  });

  it('stands beside a score that is written meanwhile, also where one operation does more', async () => {
    const { tenant, ids } = await withMatches('favorite-scored', { a: {} });
    const [id = ''] = ids;
    const both = `mutation ($id: ID!) { setFavorite(id: $id, favorite: true) { id } setPersonaJobStatus(id: $id, status: DISMISSED) { id } }`;
    const scored = `update persona_jobs set fit_score = 12, version = version + 1 where id = '${id}'`;
    const [answer] = await queueUp(product.database, scored, [() => tenant.send(both, { id })]);
    expect(answer && codesOf(answer)).toEqual([]);
    expect(await matchOf(tenant, id)).toMatchObject({ isFavorite: true, status: 'DISMISSED' });
  });
});

describe('matching', () => {
  it('goes on with a match as it is by then, where somebody has changed it meanwhile', async () => {
    const { database } = product;
    const { tenant, personaId, ids } = await withMatches('scored-meanwhile', { a: {} });
    let matched: Promise<void> | undefined;
    await withClient(database.adminUrl, async (client) => {
      await client.query('begin');
      await client.query('update persona_jobs set is_favorite = true, version = version + 1 where id = $1', [...ids]);
      await tenant.ask('mutation ($id: ID!) { updatePersona(id: $id, input: { yearsExperience: 3 }) { id } }', {
        id: personaId,
      });
      matched = product.matched();
      await until(async () => (await waitingFor(database, 'system')) > 0);
      // It is woken for another look, so that nobody waits until it looks by itself.
      await client.query('select pg_notify($1, null)', [relayChannel]);
      await client.query('commit');
    });
    await matched;
    const [row] = await database.query(
      'select is_favorite, inputs_hash is null as is_unread from persona_jobs where id = $1',
      ids,
    );
    expect(row).toEqual({ is_favorite: true, is_unread: false });
  });
});

interface BulkResult {
  readonly succeeded: readonly string[];
  readonly failed: readonly { readonly id: string; readonly code: string }[];
}

const bulkFields = '{ succeeded failed { id code } }';
const bulkDocuments = {
  bulkDismiss: `mutation ($ids: [ID!]!) { bulkDismiss(ids: $ids) ${bulkFields} }`,
  bulkFavorite: `mutation ($ids: [ID!]!) { bulkFavorite(ids: $ids, favorite: true) ${bulkFields} }`,
};
const bulk = async (tenant: Tenant, name: keyof typeof bulkDocuments, ids: readonly string[]): Promise<BulkResult> =>
  dataOf<Record<string, BulkResult>>(await tenant.send(bulkDocuments[name], { ids }))[name] ?? {
    succeeded: [],
    failed: [],
  };

describe('Mutations of many matches', () => {
  it('dismiss each that can be dismissed, once or again, and tell why the others are as they were', async () => {
    const { tenant, ids } = await withMatches('bulk-dismiss', {
      a: {},
      b: {},
      gone: { match: { status: 'DISMISSED', dismissed_at: '2025-01-01T00:00:00.000Z' } },
      applied: { match: { status: 'APPLIED' } },
    });
    const [a = '', b = '', gone = '', applied = ''] = ids;
    const { ids: others } = await withMatches('bulk-dismiss-other', { theirs: {} });
    const strange = [others[0] ?? '', missingId, 'no-id-at-all', ''];
    const expected = {
      succeeded: [a, b, gone],
      failed: [{ id: applied, code: 'INVALID_TRANSITION' }, ...strange.map((id) => ({ id, code: 'NOT_FOUND' }))],
    };
    for (let each = 0; each < 2; each += 1) {
      expect(await bulk(tenant, 'bulkDismiss', [a.toUpperCase(), b, a, gone, applied, ...strange])).toEqual(expected);
    }
    const dismissedAt = product.clock.now.toISOString();
    expect(await matchOf(tenant, a)).toMatchObject({ status: 'DISMISSED', dismissedAt, version: 2 });
    expect(await matchOf(tenant, gone)).toMatchObject({ dismissedAt: '2025-01-01T00:00:00.000Z', version: 1 });
    const back = `mutation ($ids: [ID!]!) { bulkDismiss(ids: $ids, dismissed: false) ${bulkFields} }`;
    expect(dataOf(await tenant.send(back, { ids: [a, applied] }))).toEqual({
      bulkDismiss: { succeeded: [a], failed: [{ id: applied, code: 'INVALID_TRANSITION' }] },
    });
    expect(await matchOf(tenant, a)).toMatchObject({ status: 'DISCOVERED', dismissedAt: null, version: 3 });
    expect(await matchOf(tenant, applied)).toMatchObject({ status: 'APPLIED', version: 1 });
  });

  it('mark and unmark in whatever status', async () => {
    const { tenant, ids } = await withMatches('bulk-favorite', { a: {}, b: { match: { status: 'APPLIED' } } });
    expect((await bulk(tenant, 'bulkFavorite', ids)).succeeded).toEqual(ids);
    for (const id of ids) expect(await matchOf(tenant, id)).toMatchObject({ isFavorite: true, version: 2 });
    const unmark = `mutation ($ids: [ID!]!) { bulkFavorite(ids: $ids, favorite: false) ${bulkFields} }`;
    expect(dataOf(await tenant.send(unmark, { ids: ids.slice(0, 1) }))).toEqual({
      bulkFavorite: { succeeded: ids.slice(0, 1), failed: [] },
    });
    expect(await matchOf(tenant, ids[0] ?? '')).toMatchObject({ isFavorite: false });
  });

  it('stand beside each other when they come at the same time', async () => {
    const { tenant, ids } = await withMatches('bulk-race', { a: {}, b: {}, c: {} });
    const both = await Promise.all([bulk(tenant, 'bulkDismiss', ids), bulk(tenant, 'bulkFavorite', ids.toReversed())]);
    expect(both.map(({ succeeded, failed }) => [succeeded.length, failed.length])).toEqual([
      [3, 0],
      [3, 0],
    ]);
    for (const id of ids) expect(await matchOf(tenant, id)).toMatchObject({ isFavorite: true, status: 'DISMISSED' });
  });

  it.each(['bulkDismiss', 'bulkFavorite'] as const)('take 1 to 100 ids: %s', async (name) => {
    const { tenant, ids } = await withMatches(`bulk-size-${name}`, { a: {} });
    for (const many of [[], Array.from({ length: 101 }, () => ids[0])])
      expect(badInputOf(await tenant.send(bulkDocuments[name], { ids: many }))).toEqual([['BAD_USER_INPUT', 'ids']]);
    expect(await matchOf(tenant, ids[0] ?? '')).toMatchObject({ version: 1 });
  });

  it.each(['bulkDismiss', 'bulkFavorite'] as const)('need a signed-in viewer: %s', async (name) => {
    expect(codesOf(await product.send(bulkDocuments[name], { ids: [missingId] }))).toEqual(['UNAUTHENTICATED']);
  });
});

describe("another tenant's match", () => {
  it.each([
    ['personaJob', `query ($id: ID!) { personaJob(id: $id) { ${matchFields} posting { title } } }`],
    ['setPersonaJobStatus', 'mutation ($id: ID!) { setPersonaJobStatus(id: $id, status: DISMISSED) { id } }'],
    ['setFavorite', 'mutation ($id: ID!) { setFavorite(id: $id, favorite: true) { id } }'],
    ['bulkDismiss', 'mutation ($id: ID!) { bulkDismiss(ids: [$id]) { succeeded failed { code } } }'],
    ['bulkFavorite', 'mutation ($id: ID!) { bulkFavorite(ids: [$id], favorite: true) { succeeded failed { code } } }'],
  ])('cannot be told from none by %s, nor changed', async (name, document) => {
    const { tenant, ids } = await withMatches(`twin-owner-${name}`, { a: {} });
    const stranger = await product.signUp(`twin-stranger-${name}`);
    const before = await matchOf(tenant, ids[0] ?? '');
    const [foreign, ...others] = await twinTraces(product, stranger, {
      document,
      ids: twinsOf(ids[0] ?? ''),
      variables: (id) => ({ id }),
    });
    expect(foreign?.text).toContain(name === 'personaJob' ? '{"data":{"personaJob":null}}' : 'NOT_FOUND');
    for (const other of others) expect(other).toEqual(foreign);
    expect(await matchOf(tenant, ids[0] ?? '')).toEqual(before);
  });

  it('is not shown beside mine of the same posting', async () => {
    const mine = await withMatches('shared-mine', { shared: {} });
    const other = await signUpWithPersona(product, 'shared-other');
    const [posting] = await product.database.query<{ id: string }>(
      'select job_posting_id as id from persona_jobs where id = $1',
      [mine.ids[0]],
    );
    const match = { ownerId: other.tenant.userId, personaId: other.persona.id, postingId: posting?.id ?? '' };
    await seedMatch(product.database, match);
    expect((await pageOf(mine)).nodes.map(({ id }) => id)).toEqual(mine.ids);
    expect((await pageOf(mine)).totalCount).toBe(1);
  });

  it.each([
    ['personaJob', 'query ($id: ID!) { personaJob(id: $id) { id } }'],
    ['setPersonaJobStatus', 'mutation ($id: ID!) { setPersonaJobStatus(id: $id, status: DISMISSED) { id } }'],
    ['setFavorite', 'mutation ($id: ID!) { setFavorite(id: $id, favorite: true) { id } }'],
  ])('needs a signed-in viewer: %s', async (_name, document) => {
    expect(codesOf(await product.send(document, { id: missingId }))).toEqual(['UNAUTHENTICATED']);
  });
});
