import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrm } from '#database/orm.ts';
import type { RawPosting } from '#job-pool/raw-posting.ts';
import { entities } from '../../src/server/entities.ts';
import type { ImportSummary } from '#sources/import-postings.ts';
import { samplePosting } from '../job-pool/sample-posting.ts';
import { signUpWithPersona } from '../support/personas.ts';
import { codesOf, dataOf, startTestProduct, type Answer, type Tenant, type TestProduct } from '../support/product.ts';
import { eventsOf, signUpStaff } from '../support/staff.ts';
import { sweepSource } from '../support/sweeps.ts';

let now = new Date('2025-11-03T09:00:00.000Z');

let product: TestProduct;
let system: MikroORM;
let admin: Tenant;
let ada: Searcher;
let bob: Searcher;
type Searcher = Awaited<ReturnType<typeof signUpWithPersona>>;
beforeAll(async () => {
  product = await startTestProduct();
  system = await openOrm({ url: product.database.urls.system, entities, poolSize: 4 });
  admin = await signUpStaff(product, 'admin', 'ADMIN');
  const wishes = { minimumFitThreshold: 0, skills: [{ skillName: 'Python' }] };
  ada = await signUpWithPersona(product, 'ada', wishes);
  bob = await signUpWithPersona(product, 'bob', wishes);
});
afterAll(async () => {
  await system.close();
  await product.stop();
});

const sweep = (source: string, ...postings: readonly RawPosting[]): Promise<ImportSummary> => {
  now = new Date(now.getTime() + 1000);
  return sweepSource(system, { source, postings, now });
};

const boardUrl = (company: string): string =>
  `https://jobs.lever.co/${company.toLowerCase()}/0aeb1a2c-7d6e-4f5a-8b9c-${Buffer.from(company.padEnd(6, 'x')).toString('hex').slice(0, 12)}`;

const opening = (company: string, fields: Partial<RawPosting> = {}): RawPosting =>
  samplePosting({
    externalId: `${company} 1`,
    title: 'Python Baker',
    companyName: company,
    location: 'Berlin',
    descriptionText:
      `${company} bakes bread every morning, and you will bake it with us. `.repeat(6) +
      '\n\nRequirements\n\n- 3 years of Python',
    ...fields,
  });

/** An opening on its board, and as an aggregator has it before it says where it is from. */
const onBoard = (company: string): RawPosting => opening(company, { sourceUrl: boardUrl(company) });
const elsewhere = (company: string, fields: Partial<RawPosting> = {}): RawPosting =>
  opening(company, { externalId: `${company} there`, title: 'Bread Python', ...fields });
const linked = (company: string): RawPosting => elsewhere(company, { applyUrl: boardUrl(company) });

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly isFavorite: boolean;
  readonly posting: { readonly id: string; readonly title: string; readonly companyName: string };
  readonly application: { readonly id: string; readonly posting: { readonly id: string } } | null;
}

const shownFields = 'id status isFavorite posting { id title companyName } application { id posting { id } }';

/** What sweeps leave to do is done, at their time, which is ahead of that by which tokens run out. */
async function workedOff(): Promise<void> {
  const signedInAt = product.clock.now;
  product.clock.now = now;
  await product.matched();
  product.clock.now = signedInAt;
}

/** Somebody's matches of a company, once everything is worked off; also those that fail wishes. */
async function matchesOf({ tenant, persona }: Searcher, company: string): Promise<readonly Shown[]> {
  await workedOff();
  const { personaJobs } = await tenant.ask<{ personaJobs: { nodes: readonly Shown[] } }>(
    `query ($id: ID!) { personaJobs(personaId: $id, first: 100, filter: { includeFiltered: true }) { nodes { ${shownFields} } } }`,
    { id: persona.id },
  );
  return personaJobs.nodes
    .filter(({ posting }) => posting.companyName === company)
    .toSorted((a, b) => (a.posting.title < b.posting.title ? -1 : 1));
}

const apply = ({ tenant }: Searcher, personaJobId: string): Promise<Answer> =>
  tenant.send('mutation ($id: ID!) { createApplication(input: { personaJobId: $id }) { id } }', { id: personaJobId });
const favor = ({ tenant }: Searcher, id: string): Promise<unknown> =>
  tenant.ask('mutation ($id: ID!) { setFavorite(id: $id, favorite: true) { id } }', { id });
const split = (id: string, as = admin): Promise<Answer> =>
  as.send('mutation ($id: ID!) { splitPosting(id: $id) }', { id });

const report = ({ tenant }: Searcher, id: string): Promise<unknown> =>
  tenant.ask('mutation ($id: ID!) { reportJob(personaJobId: $id, reason: "It asks for money.") }', { id });
const decide = (verdict: 'approve' | 'reject', id: string): Promise<Answer> =>
  admin.send(`mutation ($id: ID!) { ${verdict}Posting(id: $id) { id } }`, { id });
/** What of a company waits for an admin. */
async function queue(company: string): Promise<readonly object[]> {
  const { adminQuarantine } = await admin.ask<{
    adminQuarantine: { nodes: readonly { readonly companyName: string }[] };
  }>('{ adminQuarantine(first: 100) { nodes { companyName id reports { reason } } } }');
  return adminQuarantine.nodes.flatMap(({ companyName, ...each }) => (companyName === company ? [each] : []));
}

/** Which matches are noted as applied for, and when. */
const appliedAt = async ({ tenant }: Searcher): Promise<readonly (readonly [string, Date])[]> =>
  (
    await product.database.query<{ id: string; applied_at: Date }>(
      `select link.id, applied_at from persona_jobs link join job_postings posting on posting.id = job_posting_id
       where owner_id = $1 and merged_into_id is null and applied_at is not null`,
      [tenant.userId],
    )
  ).map(({ id, applied_at }) => [id, applied_at] as const);

/** Two postings of a company with a match of each for Ada, the aggregator's first; Bob has the aggregator's alone. */
async function twoPostings(company: string): Promise<readonly [Shown, Shown]> {
  expect(await sweep('Board', onBoard(company))).toMatchObject({ added: 1 });
  expect(await sweep('Aggregator', elsewhere(company))).toMatchObject({ added: 1, merged: 0 });
  const [there, here] = await matchesOf(ada, company);
  if (!there || !here) throw new Error('Two matches were expected.');
  await matchesOf(bob, company);
  await product.database.query('delete from persona_jobs where owner_id = $1 and job_posting_id = $2', [
    bob.tenant.userId,
    here.posting.id,
  ]);
  return [there, here];
}

describe('two postings that an update shows to be one', () => {
  it('are one, with all that anybody did with either, and come apart again with it', async () => {
    const [there, here] = await twoPostings('Acme');
    expect(codesOf(await apply(ada, there.id))).toEqual([]);
    await favor(ada, here.id);
    const [bobs] = await matchesOf(bob, 'Acme');
    await favor(bob, bobs?.id ?? '');

    await sweep('Aggregator', linked('Acme'));
    const { id } = here.posting;
    expect(await matchesOf(ada, 'Acme')).toMatchObject([
      { id: here.id, status: 'APPLIED', isFavorite: true, posting: { id }, application: { posting: { id } } },
    ]);
    expect(await matchesOf(bob, 'Acme')).toMatchObject([{ id: bobs?.id, isFavorite: true, posting: { id } }]);
    // What is sent meanwhile for a match that moved goes where that goes.
    expect(codesOf(await apply(bob, bobs?.id ?? ''))).toEqual([]);
    expect(await appliedAt(ada)).toEqual([[here.id, product.clock.now]]);
    expect(
      await product.database.query(
        `select evidence ->> 'rule' as rule, former_posting_id as former from posting_sightings where job_posting_id = $1 order by merged_at nulls first`,
        [id],
      ),
    ).toEqual([
      { rule: null, former: null },
      { rule: 'BOARD', former: there.posting.id },
    ]);

    expect(dataOf(await split(id))).toEqual({ splitPosting: true });
    expect(await matchesOf(ada, 'Acme')).toMatchObject([
      {
        id: there.id,
        status: 'APPLIED',
        posting: { id: there.posting.id },
        application: { posting: { id: there.posting.id } },
      },
      { id: here.id, status: 'DISCOVERED', isFavorite: true, posting: { id }, application: null },
    ]);
    expect(await appliedAt(ada)).toEqual([[there.id, product.clock.now]]);
    const parted = { id: there.posting.id };
    expect(await matchesOf(bob, 'Acme')).toContainEqual(
      expect.objectContaining({ id: bobs?.id, application: expect.objectContaining({ posting: parted }) as object }),
    );
    // By what they were taken for one before they are not taken for one again, whichever changes.
    await sweep('Aggregator', { ...linked('Acme'), title: 'Bread and Python' });
    await sweep('Board', { ...onBoard('Acme'), title: 'Python and Bread' });
    expect(await matchesOf(ada, 'Acme')).toHaveLength(2);
    expect(dataOf(await split(id))).toEqual({ splitPosting: false });
    expect(await eventsOf(product, null)).toContainEqual(
      expect.objectContaining({ event: 'ADMIN_ACT', detail: `split posting ${id}` }),
    );
  });

  it('are one by equal fields, too, and by nothing less', async () => {
    const [there, here] = await twoPostings('Globe');
    await sweep('Aggregator', elsewhere('Globe', { title: 'Python Baker', location: 'Paris' }));
    expect(await matchesOf(ada, 'Globe')).toHaveLength(2);
    await sweep('Aggregator', elsewhere('Globe', { title: 'Python Baker' }));
    expect(await matchesOf(ada, 'Globe')).toHaveLength(1);
    // Whoever looks at the other one still applies for the one that stayed.
    expect(codesOf(await apply(ada, there.id))).toEqual([]);
    expect(await matchesOf(ada, 'Globe')).toMatchObject([
      { id: here.id, application: { posting: { id: here.posting.id } } },
    ]);
  });

  it('are reported as one, and held back as one', async () => {
    const [there, here] = await twoPostings('Scam');
    const [bobs] = await matchesOf(bob, 'Scam');
    expect(await report(ada, there.id)).toEqual({ reportJob: true });
    await sweep('Aggregator', linked('Scam'));
    expect(await matchesOf(ada, 'Scam')).toEqual([]);
    expect(await matchesOf(bob, 'Scam')).toMatchObject([{ id: bobs?.id, posting: { id: here.posting.id } }]);
    expect(await queue('Scam')).toEqual([{ id: here.posting.id, reports: [{ reason: 'It asks for money.' }] }]);
    expect(codesOf(await decide('reject', there.posting.id))).toEqual(['NOT_FOUND']);
    await decide('reject', here.posting.id);
    await split(here.posting.id);
    expect([await matchesOf(ada, 'Scam'), await matchesOf(bob, 'Scam')]).toEqual([[], []]);
    for (const { posting } of [there, here]) await decide('approve', posting.id);
    expect(await queue('Scam')).toEqual([]);
    // What she has reported is the one of them.
    expect(await matchesOf(ada, 'Scam')).toMatchObject([{ id: here.id }]);
  });

  it('hide a match that somebody still had of the other when they report it', async () => {
    const [there] = await twoPostings('Late');
    await sweep('Aggregator', linked('Late'));
    expect(await matchesOf(ada, 'Late')).toHaveLength(1);
    await report(ada, there.id);
    expect(await matchesOf(ada, 'Late')).toEqual([]);
  });

  it('become one whoever applies meanwhile, and however often it is looked for', async () => {
    const names = ['Umbra', 'Umber', 'Umbo'];
    const pairs: (readonly [Shown, Shown])[] = [];
    for (const name of names) pairs.push(await twoPostings(name));
    await Promise.all([
      sweep('Aggregator', ...names.map(linked)),
      sweep('Board', ...names.map((name) => ({ ...onBoard(name), title: 'Python Baker (m/f/d)' }))),
      ...pairs.flatMap(([there, here]) => [apply(ada, there.id), apply(ada, here.id)]),
      workedOff(),
    ]);
    // What found the pool in use waits a moment.
    now = new Date(now.getTime() + 60_000);
    for (const [name, [there, here]] of names.map((each, at) => [each, pairs[at] ?? []] as const)) {
      expect(await matchesOf(ada, name)).toMatchObject([{ id: here?.id, status: 'APPLIED' }]);
      const sent = await product.database.query<{ posting: string; link: string }>(
        'select job_posting_id as posting, persona_job_id as link from applications where job_posting_id = any($1)',
        [[there?.posting.id, here?.posting.id]],
      );
      expect(new Set(sent.map(({ posting }) => posting))).toEqual(new Set([here?.posting.id]));
      expect(sent.map(({ link }) => link)).toContain(here?.id);
    }
  });
});

describe('two sources at once', () => {
  it('wait for the pool alone, whichever has what of the other', async () => {
    const board = { source: 'Board', postings: [onBoard('Both')] };
    await sweepSource(system, { ...board, now });
    // The board's own import has begun, and has not come to the pool yet.
    const begun = async (): Promise<void> => {
      expect(await sweep('Aggregator', linked('Both'))).toMatchObject({ merged: 1 });
    };
    expect(await sweepSource(system, { ...board, now, begun })).toMatchObject({ unchanged: 1 });
  });
});

describe('what a key has found', () => {
  it('is a row of its own whichever comes first, and goes with the personas of its account', async () => {
    const found = (company: string, foundFor: string): Promise<ImportSummary> =>
      sweepSource(system, { source: 'Keyed', postings: [linked(company)], now, foundFor });
    await found('First', bob.tenant.userId);
    expect(await sweep('Board', onBoard('First'))).toMatchObject({ added: 1, merged: 0 });
    await found('First', bob.tenant.userId);
    await found('First', admin.userId);
    expect(await matchesOf(ada, 'First')).toMatchObject([{ posting: { title: 'Python Baker' } }]);
    const [own] = await matchesOf(bob, 'First');
    expect(await matchesOf(bob, 'First')).toMatchObject([{ posting: { title: 'Bread Python' } }, {}]);
    expect(codesOf(await decide('approve', own?.posting.id ?? ''))).toEqual(['NOT_FOUND']);
    await product.purged();
    const left = await product.database.query('select found_for from job_postings where found_for is not null');
    expect(left).toEqual([{ found_for: bob.tenant.userId }]);
  });
});

describe('splitPosting', () => {
  it('makes a posting of what never was one of its own', async () => {
    await sweep('Board', onBoard('Twins'));
    expect(await sweep('Aggregator', linked('Twins'))).toMatchObject({ merged: 1 });
    const [one] = await matchesOf(ada, 'Twins');
    expect(dataOf(await split(one?.posting.id ?? ''))).toEqual({ splitPosting: true });
    expect(await matchesOf(ada, 'Twins')).toMatchObject([{ posting: { title: 'Bread Python' } }, { id: one?.id }]);
    expect(await sweep('Aggregator', { ...linked('Twins'), title: 'Python Bread' })).toMatchObject({ updated: 1 });
    expect(await matchesOf(ada, 'Twins')).toHaveLength(2);
  });

  it('is for admins who have signed in of late, and of what there is', async () => {
    const id = '0198c0de-0000-4000-8000-000000000000';
    expect(codesOf(await split(id, ada.tenant))).toEqual(['FORBIDDEN']);
    expect(codesOf(await product.send('mutation { splitPosting(id: "1") }'))).toEqual(['UNAUTHENTICATED']);
    expect(codesOf(await split(id))).toEqual(['NOT_FOUND']);
    expect(codesOf(await split('nonsense'))).toEqual(['NOT_FOUND']);
    const signedInAt = product.clock.now;
    product.clock.now = new Date(signedInAt.getTime() + 700_000);
    expect(codesOf(await split(id))).toEqual(['STEP_UP_REQUIRED']);
    product.clock.now = signedInAt;
  });
});
