import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrm } from '#database/orm.ts';
import type { RawPosting } from '#job-pool/raw-posting.ts';
import type { ImportSummary } from '#sources/import-postings.ts';
import { entities } from '../../src/server/entities.ts';
import { samplePosting } from '../job-pool/sample-posting.ts';
import { makePersona } from '../support/personas.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';
import { sweepSource } from '../support/sweeps.ts';

const dayMs = 24 * 60 * 60 * 1000;

// Apart from the product's clock, by which tokens run out.
let now = new Date('2025-11-03T09:00:00.000Z');
const pass = (days: number): void => {
  now = new Date(now.getTime() + days * dayMs);
};

let product: TestProduct;
let system: MikroORM;
let ada: Tenant;
let persona: { readonly id: string };
beforeAll(async () => {
  product = await startTestProduct();
  system = await openOrm({ url: product.database.urls.system, entities, poolSize: 4 });
  ada = await product.signUp('ada');
  persona = await makePersona(ada, { minimumFitThreshold: 0, skills: [{ skillName: 'Python' }] });
});
afterAll(async () => {
  await system.close();
  await product.stop();
});

const sweep = (source: string, ...postings: readonly RawPosting[]): Promise<ImportSummary> =>
  sweepSource(system, { source, postings, now });

const text = (company: string): string =>
  `${company} bakes bread every morning, and you will bake it with us. `.repeat(6) +
  '\n\nRequirements\n\n- 3 years of Python\n\nWhat we offer\n\nBread every day, an oven of your own, and time to rest.';

const opening = (company: string, fields: Partial<RawPosting> = {}): RawPosting =>
  samplePosting({
    externalId: `${company} 1`,
    title: 'Python Baker',
    companyName: `${company} GmbH`,
    location: 'Berlin',
    descriptionText: text(company),
    ...fields,
  });

interface Shown {
  readonly posting: {
    readonly id: string;
    readonly title: string;
    readonly companyName: string;
    readonly salaryMin: number | null;
    readonly applyUrl: string | null;
  };
}

/** Ada's matches of one company, as she is shown them once everything is matched. */
async function matchesOf(company: string): Promise<readonly Shown['posting'][]> {
  const signedInAt = product.clock.now;
  product.clock.now = now;
  await product.matched();
  product.clock.now = signedInAt;
  const { personaJobs } = await ada.ask<{ personaJobs: { nodes: readonly Shown[] } }>(
    `query ($id: ID!) { personaJobs(personaId: $id, first: 100, sort: DISCOVERED_DESC, filter: { includeFiltered: true }) { nodes {
      posting { id title companyName salaryMin applyUrl } } } }`,
    { id: persona.id },
  );
  return personaJobs.nodes.map(({ posting }) => posting).filter(({ companyName }) => companyName.startsWith(company));
}

const sightings = (company: string): Promise<{ source_name: string; rule: string | null; last_seen_at: Date }[]> =>
  product.database.query(
    `select n.source_name, s.evidence ->> 'rule' as rule, s.last_seen_at from posting_sightings s
     join job_sources n on n.id = s.source_id join job_postings p on p.id = s.job_posting_id
     where p.company_key = $1 order by s.first_seen_at, s.evidence is not null, n.source_name`,
    [company.toLowerCase()],
  );

describe('a posting that several sources have', () => {
  const pay = { min: 50_000, max: 60_000, currency: 'EUR', interval: 'YEAR' } as const;
  const board = opening('Acme', { applyUrl: 'https://acme.example/jobs/1/apply' });
  const copy = opening('Acme', {
    externalId: 'theirs',
    title: 'PYTHON BAKER (m/f/d)',
    companyName: 'ACME',
    descriptionText: null,
    descriptionHtml: `<div>${text('Acme').replaceAll('\n\n', '<br><br>')}</div>`,
    applyUrl: 'https://www.adzuna.com/land/1',
    pay,
  });

  it('is one match, with what each of them knows', async () => {
    expect(await sweep('Board', board)).toMatchObject({ added: 1, merged: 0 });
    const [before] = await matchesOf('Acme');
    expect(await sweep('Aggregator', copy)).toMatchObject({ read: 1, added: 0, merged: 1, reposts: 0 });
    expect(await matchesOf('Acme')).toEqual([{ ...before, salaryMin: 50_000 }]);
    expect(await sightings('Acme')).toMatchObject([
      { source_name: 'Board', rule: null },
      { source_name: 'Aggregator', rule: 'TEXT' },
    ]);
  });

  it('is known to both of them from then on, and follows what either changes', async () => {
    pass(1);
    expect(await sweep('Aggregator', copy)).toMatchObject({ added: 0, merged: 0, updated: 0, unchanged: 1 });
    expect(await sweep('Board', { ...board, title: 'Senior Python Baker' })).toMatchObject({ added: 0, updated: 1 });
    expect(await sweep('Aggregator', { ...copy, pay: { ...pay, min: 55_000 } })).toMatchObject({ updated: 1 });
    expect(await matchesOf('Acme')).toMatchObject([{ title: 'Senior Python Baker', salaryMin: 55_000 }]);
    const seen = (await sightings('Acme')).map(({ last_seen_at }) => last_seen_at);
    expect(seen).toEqual([now, now]);
  });

  it('is known by the address of its board, whatever an aggregator makes of it', async () => {
    const url = 'https://jobs.lever.co/globe/0aeb1a2c-7d6e-4f5a-8b9c-1d2e3f4a5b6c';
    await sweep('Board', opening('Globe', { sourceUrl: url }));
    const teaser = { title: 'Bread!', companyName: 'Globe via Jobs', descriptionText: 'Come and bake.' };
    expect(
      await sweep('Aggregator', opening('Globe', { ...teaser, applyUrl: `${url}/apply?utm_source=jobs` })),
    ).toMatchObject({
      merged: 1,
    });
    expect(await matchesOf('Globe')).toMatchObject([
      { title: 'Python Baker', applyUrl: `${url}/apply?utm_source=jobs` },
    ]);
  });

  it('stays two where a source has two openings, each of them one at the other source', async () => {
    const [one, two] = [opening('Twins'), opening('Twins', { externalId: 'Twins 2' })];
    expect(await sweep('Board', one, two)).toMatchObject({ added: 2 });
    expect(await sweep('Aggregator', two, one, opening('Twins', { externalId: 'Twins 3' }))).toMatchObject({
      merged: 2,
      added: 1,
    });
    expect(await matchesOf('Twins')).toHaveLength(3);
  });

  it('stays one when two sources bring it at the same moment', async () => {
    let open = 0;
    let both: () => void;
    const bothOpen = new Promise<void>((resolve) => (both = resolve));
    const begun = (): Promise<void> => {
      open += 1;
      if (open === 2) both();
      return bothOpen;
    };
    const names = ['Umbra', 'Umber', 'Umbo'];
    const summaries = await Promise.all(
      [names, names.toReversed()].map((order, index) =>
        sweepSource(system, {
          source: `Source ${index}`,
          now,
          postings: order.map((name) => opening(name)),
          begun,
        }),
      ),
    );
    expect(summaries.map(({ added, merged }) => [added, merged]).toSorted()).toEqual([
      [0, 3],
      [3, 0],
    ]);
    expect(await matchesOf('Umb')).toHaveLength(3);
  });
});

describe('a posting that comes back under another id', () => {
  it('counts how often, in a chain that its ghost score follows', async () => {
    for (const round of [1, 2, 3]) {
      pass(10);
      const posting = opening('Ghost', { externalId: `Ghost ${round}` });
      expect(await sweep('Board', posting)).toMatchObject({ added: 1, reposts: round === 1 ? 0 : 1 });
      // The aggregator has each of them too, so that none of its own is left to be reposted.
      expect(await sweep('Aggregator', posting)).toMatchObject({ added: 0, merged: 1 });
      await product.database.query(`update job_postings set is_active = false where company_key = 'ghost'`);
    }
    const chains = await product.database.query<{
      id: string;
      reposts: number;
      score: number;
      previous_posting_ids: string[];
    }>(
      `select id, repost_count as reposts, (ghost_signals ->> 'repostScore')::int as score, previous_posting_ids from job_postings where company_key = 'ghost' order by repost_count`,
    );
    expect(chains.map(({ reposts, score }) => [reposts, score])).toEqual([
      [0, 0],
      [1, 30],
      [2, 60],
    ]);
    expect(chains.map((each) => each.previous_posting_ids)).toEqual([
      [],
      [chains[0]?.id],
      [chains[1]?.id, chains[0]?.id],
    ]);
  });
});
