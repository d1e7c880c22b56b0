import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrm } from '#database/orm.ts';
import { entities } from '../../src/server/entities.ts';
import { samplePosting } from '../job-pool/sample-posting.ts';
import { makePersona } from '../support/personas.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { sweepSource } from '../support/sweeps.ts';

const asked: string[] = [];
/** What pages answer; 200 and their posting's title unless it is said here. */
const statuses = new Map<string, number>();
const pageOf = (name: string): string => `https://${name}.example/job`;

let product: TestProduct;
let system: MikroORM;
let ada: Tenant;
let personaId: string;
let start: Date;

beforeAll(async () => {
  product = await startTestProduct({
    fetchPage: async (url) => {
      asked.push(url);
      const name = new URL(url).hostname.split('.')[0] ?? '';
      const body = Buffer.from(`<title>${name}</title>`);
      return { status: statuses.get(name) ?? 200, headers: new Headers(), body, url };
    },
  });
  start = product.clock.now;
  system = await openOrm({ url: product.database.urls.system, entities, poolSize: 1 });
  ada = await product.signUp('ada');
  personaId = (await makePersona(ada, { minimumFitThreshold: 0, skills: [{ skillName: 'Python' }] })).id;
  const postings = ['goes', 'stays', 'busy', 'unapplied'].map((name) =>
    samplePosting({ externalId: name, title: name, companyName: name, sourceUrl: pageOf(name), applyUrl: null }),
  );
  await sweepSource(system, { source: 'Pages', now: start, postings });
  await product.matched();
  for (const { id, posting } of await matches())
    if (posting.title !== 'unapplied')
      await ada.ask('mutation ($id: ID!) { createApplication(input: { personaJobId: $id }) { id } }', { id });
});
afterAll(async () => {
  await system.close();
  await product.stop();
});

interface Match {
  readonly id: string;
  readonly posting: { readonly title: string; readonly isActive: boolean };
  readonly application: { readonly id: string; readonly posting: { readonly isActive: boolean } } | null;
}
const matches = async (): Promise<readonly Match[]> =>
  (
    await ada.ask<{ personaJobs: { nodes: readonly Match[] } }>(
      `query ($id: ID!) { personaJobs(personaId: $id, first: 100, filter: { includeFiltered: true }) { nodes {
         id posting { title isActive } application { id posting { isActive } } } } }`,
      { id: personaId },
    )
  ).personaJobs.nodes;
const match = async (title: string): Promise<Match | undefined> =>
  (await matches()).find(({ posting }) => posting.title === title);

/** Looks at what is due so many hours after the start; who signed in lives in the present. @returns which pages were asked */
async function checkAfter(hours: number): Promise<readonly string[]> {
  asked.length = 0;
  product.clock.now = new Date(start.getTime() + hours * 3_600_000);
  // A posting that is just matched is passed over until the next time.
  await product.matched();
  await product.checked();
  product.clock.now = start;
  return asked.map((url) => new URL(url).hostname.split('.')[0] ?? '').toSorted();
}

describe('a posting that somebody applied to', () => {
  it('is asked for once a sweep has not seen it lately, and no other one is', async () => {
    expect(await checkAfter(1)).toEqual([]);
    statuses.set('goes', 404).set('busy', 500);
    expect(await checkAfter(26)).toEqual(['busy', 'goes', 'stays']);
    expect(await checkAfter(26)).toEqual([]);
  });

  it('is asked for again after an hour, two and so on where nothing was said, and stays open', async () => {
    expect(await checkAfter(27)).toEqual(['busy']);
    expect(await checkAfter(28)).toEqual([]);
    expect(await checkAfter(29)).toEqual(['busy']);
    expect(await match('busy')).toMatchObject({ posting: { isActive: true } });
  });

  it('closes when it was gone twice, a day apart, for whoever applied too', async () => {
    const before = await match('goes');
    expect(before).toMatchObject({ posting: { isActive: true } });
    expect(await checkAfter(51)).toEqual(['busy', 'goes', 'stays']);
    const closed = { posting: { isActive: false }, application: { posting: { isActive: false } } };
    expect(await match('goes')).toMatchObject({ id: before?.id, ...closed });
    expect(await match('stays')).toMatchObject({ posting: { isActive: true } });
  });

  it('is looked for weekly then, and opens again as the same match with its application', async () => {
    const before = await match('goes');
    statuses.clear();
    expect(await checkAfter(51 + 24)).toEqual(['busy', 'stays']);
    expect(await checkAfter(51 + 168)).toEqual(['busy', 'goes', 'stays']);
    const open = { posting: { title: 'goes', isActive: true }, application: { posting: { isActive: true } } };
    expect(await match('goes')).toMatchObject({ id: before?.id, ...open });
    expect((await match('goes'))?.application?.id).toBe(before?.application?.id);
  });

  it('is not asked for once a week more often when two weeks have passed', async () => {
    expect(await checkAfter(24 * 16)).toHaveLength(3);
    expect(await checkAfter(24 * 20)).toEqual([]);
    expect(await checkAfter(24 * 23)).toHaveLength(3);
  });
});
