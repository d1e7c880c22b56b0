import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrm } from '#database/orm.ts';
import { purgeClosedPostings } from '#job-pool/purge-closed-postings.ts';
import { readConfig } from '../../src/config.ts';
import { entities } from '../../src/server/entities.ts';
import { samplePosting } from '../job-pool/sample-posting.ts';
import { makePersona } from '../support/personas.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { sweepSource } from '../support/sweeps.ts';

const names = ['plain', 'dismissed', 'favourite', 'applied', 'recent', 'open'] as const;
/** They turn out to be one of those, or are rejected. */
const unlisted = ['twin of favourite', 'twin of plain', 'rejected'] as const;

let product: TestProduct;
let system: MikroORM;
let ada: Tenant;
let bob: Tenant;
const personas = new Map<Tenant, string>();

beforeAll(async () => {
  product = await startTestProduct();
  system = await openOrm({ url: product.database.urls.system, entities, poolSize: 1 });
  [ada, bob] = [await product.signUp('ada'), await product.signUp('bob')];
  for (const tenant of [ada, bob]) {
    const { id } = await makePersona(tenant, { minimumFitThreshold: 0, skills: [{ skillName: 'Python' }] });
    personas.set(tenant, id);
  }
  const postings = [...names, ...unlisted].map((name) =>
    samplePosting({ externalId: name, title: name, companyName: name }),
  );
  await sweepSource(system, { source: 'Boards', now: product.clock.now, postings });
  await product.matched();
  const ids = await matches(ada);
  await ada.ask(
    `mutation ($personaId: ID!) { addJob(personaId: $personaId, input: {
       title: "captured", companyName: "Acme", description: "As it was told." }) { id } }`,
    { personaId: personas.get(ada) },
  );
  await ada.ask(
    `mutation ($favourite: ID!, $dismissed: ID!, $applied: ID!) {
       setFavorite(id: $favourite, favorite: true) { id }
       setPersonaJobStatus(id: $dismissed, status: DISMISSED) { id }
       createApplication(input: { personaJobId: $applied }) { id } }`,
    Object.fromEntries(ids),
  );
});
afterAll(async () => {
  await system.close();
  await product.stop();
});

/** A tenant's matches by the titles of their postings. */
async function matches(tenant: Tenant): Promise<ReadonlyMap<string, string>> {
  const { personaJobs } = await tenant.ask<{
    personaJobs: { nodes: readonly { readonly id: string; readonly posting: { readonly title: string } }[] };
  }>(
    `query ($id: ID!) { personaJobs(personaId: $id, first: 100, filter: { includeFiltered: true }) {
       nodes { id posting { title } } } }`,
    { id: personas.get(tenant) },
  );
  return new Map(personaJobs.nodes.map(({ id, posting }) => [posting.title, id]));
}

const titles = async (tenant: Tenant): Promise<readonly string[]> => [...(await matches(tenant)).keys()].toSorted();

const closeAll = (daysAgo: number, where: string): Promise<unknown> =>
  product.database.query(`update job_postings set is_active = false, expired_at = $1, updated_at = $1 where ${where}`, [
    new Date(product.clock.now.getTime() - daysAgo * 86_400_000),
  ]);

describe('postings that closed long ago', () => {
  it('are kept for 180 days, and for good where nothing else is wished', async () => {
    await closeAll(180, `title <> 'open'`);
    await product.purged();
    const keptForGood = readConfig({ RETENTION_CLOSED_DAYS: '0' }).retention;
    const late = { now: new Date('2040-01-01'), isStopped: () => false };
    expect(await purgeClosedPostings(system, keptForGood, late)).toBe(0);
    expect(await titles(ada)).toEqual([...names, ...unlisted, 'captured'].toSorted());
  });

  it('go with the matches that nobody kept, and stay whole where one account marked, applied or handed in', async () => {
    await closeAll(181, `title not in ('open', 'recent')`);
    await product.database.query(
      `update job_postings one set merged_into_id = other.id from job_postings other
       where one.title = 'twin of ' || other.title`,
    );
    await product.database.query(`update job_postings set rejected_at = updated_at where title = 'rejected'`);
    const before = await matches(ada);
    expect(await product.purged()).toBe(3);
    const kept = ['applied', 'captured', 'favourite', 'open', 'recent', 'rejected'];
    expect(await titles(ada)).toEqual(kept);
    for (const title of kept) expect((await matches(ada)).get(title)).toBe(before.get(title));
    expect(await titles(bob)).toEqual(kept.filter((title) => title !== 'captured'));
    const left = await product.database.query<{ title: string }>('select title from job_postings order by title');
    expect(left.map(({ title }) => title)).toEqual([...kept, 'twin of favourite']);
    const { applications } = await ada.ask<{ applications: { nodes: readonly unknown[] } }>(
      `query ($id: ID!) { applications(personaId: $id) { nodes { posting { title } snapshot { title } } } }`,
      { id: personas.get(ada) },
    );
    expect(applications.nodes).toEqual([{ posting: { title: 'applied' }, snapshot: { title: 'applied' } }]);
    expect(await product.purged()).toBe(0);
  });

  it('go as well where a key has found them, and has not listed them for as long', async () => {
    const found = (daysAgo: number): Promise<unknown> =>
      product.database.query(
        `update job_postings set found_for = $1, is_quarantined = true, last_verified_at = $2 where title = 'open'`,
        [ada.userId, new Date(product.clock.now.getTime() - daysAgo * 86_400_000)],
      );
    await found(180);
    expect(await product.purged()).toBe(0);
    await found(181);
    expect(await product.purged()).toBe(1);
    expect(await titles(ada)).not.toContain('open');
  });
});
