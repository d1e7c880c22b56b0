import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrm } from '#database/orm.ts';
import { READING_VERSION } from '#job-pool/read-posting-text.ts';
import { importPostings } from '#sources/import-postings.ts';
import { parseImport } from '#sources/parse-import.ts';
import { entities } from '../../src/server/entities.ts';
import { day, wait } from '../support/accounts.ts';
import { startTestProduct, type Tenant, type TestProduct } from '../support/product.ts';

const lines = readFileSync(new URL('../fixtures/postings-small.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(0, 12);

interface Match {
  readonly id: string;
  readonly version: number;
  readonly warnings: readonly string[];
  readonly posting: {
    readonly yearsMin: number | null;
    readonly seniorityLevel: string | null;
    readonly skills: readonly { readonly name: string }[];
    readonly ghostScore: number | null;
    readonly ghostSignals: Readonly<Record<string, unknown>> | null;
  };
}

const list = `query ($id: ID!) { personaJobs(personaId: $id, first: 100, sort: DISCOVERED_DESC) { nodes {
  id version warnings posting { yearsMin seniorityLevel skills { name } ghostScore ghostSignals {
    band daysOpen daysOpenScore repostCount repostScore vaguenessScore missingFields missingFieldsScore
    requirementMismatch requirementMismatchScore calculatedAt } }
} } }`;

describe('the pool as time goes by', () => {
  let product: TestProduct;
  let ann: Tenant;
  let personaId: string;
  beforeAll(async () => {
    product = await startTestProduct();
    ann = await product.signUp('ann');
    const orm = await openOrm({ url: product.database.urls.system, entities, poolSize: 1 });
    const today = product.clock.now.toISOString();
    const dated = lines.map((line) => JSON.stringify({ ...JSON.parse(line), publishedAt: today }));
    await importPostings(
      orm,
      parseImport(
        (async function* () {
          yield Buffer.from(dated.join('\n'));
        })(),
        null,
      ),
      { sourceName: 'Ashby', now: product.clock.now, onProgress: () => undefined },
    );
    await orm.close();
    const { createPersona } = await ann.ask<{ createPersona: { id: string } }>(
      `mutation { createPersona(input: { fullName: "Ann", email: "ann@example.com", minimumFitThreshold: 0,
        skills: [{ skillName: "Python" }] }) { id } }`,
    );
    personaId = createPersona.id;
    await product.matched();
  });
  afterAll(() => product.stop());

  const matches = async (): Promise<readonly Match[]> =>
    (await ann.ask<{ personaJobs: { nodes: readonly Match[] } }>(list, { id: personaId })).personaJobs.nodes;
  /** What is done so many days after the import; the session, which is asked with, lives in the present. */
  const refreshAfter = async (days: number): Promise<number> => {
    const { now } = product.clock;
    wait(product, days * day);
    const count = await product.refreshed();
    await product.matched();
    product.clock.now = now;
    return count;
  };

  it('tells from the import on how likely a posting is no live opening, and by what', async () => {
    for (const { posting } of await matches()) {
      expect(posting.ghostScore).toBeLessThan(60);
      expect(posting.ghostSignals).toMatchObject({ daysOpen: 0, repostCount: 0, repostScore: 0 });
      expect(posting.ghostSignals?.['missingFields']).toContain('deadline');
      expect(posting.ghostSignals?.['calculatedAt']).toBe(product.clock.now.toISOString());
    }
  });

  it('counts the days daily and once, and leaves matches alone until one is to be warned of', async () => {
    const before = await matches();
    expect(await refreshAfter(40)).toBe(lines.length);
    expect(await refreshAfter(40)).toBe(0);
    const older = await matches();
    expect(older.map(({ id, version }) => [id, version])).toEqual(before.map(({ id, version }) => [id, version]));
    for (const [index, { posting }] of older.entries()) {
      expect(posting.ghostScore).toBe((before[index]?.posting.ghostScore ?? 0) + 15);
      expect(posting.ghostSignals).toMatchObject({ daysOpen: 40, daysOpenScore: 50 });
    }
    // As if one of them had been posted three times before: 30 points for that and 30 for its age.
    await product.database.query(
      'update job_postings set repost_count = 3 where id = (select min(id::text)::uuid from job_postings)',
    );
    await refreshAfter(80);
    const warned = (await matches()).filter(({ warnings }) => warnings.some((each) => each.includes('live opening')));
    expect(warned).toHaveLength(1);
    expect(warned[0]?.posting.ghostScore).toBeGreaterThanOrEqual(60);
    expect(warned[0]?.posting.ghostSignals).toMatchObject({ daysOpen: 80, repostCount: 3, repostScore: 100 });
  });

  it('reads anew what older rules have read, matches what reads otherwise now, and leaves the rest alone', async () => {
    const before = await matches();
    const { query } = product.database;
    await query('update job_postings set reading_version = 0');
    const [changed] = await query<{ id: string }>(
      `update job_postings set years_min = null, years_max = null where id = (select id from job_postings where years_min is not null order by id limit 1) returning id`,
    );
    await query('delete from extracted_skills where job_posting_id = $1', [changed?.id]);
    // All are read; the one that reads otherwise has its score of the day already.
    expect(await refreshAfter(81)).toBe(lines.length + lines.length - 1);
    const after = await matches();
    expect(after.map(({ posting }) => [posting.yearsMin, posting.seniorityLevel, posting.skills])).toEqual(
      before.map(({ posting }) => [posting.yearsMin, posting.seniorityLevel, posting.skills]),
    );
    const rows = await query<{ reading_version: number; is_fresh: boolean }>(
      'select reading_version, updated_at = (select max(updated_at) from job_postings) as is_fresh from job_postings',
    );
    expect(new Set(rows.map((row) => row.reading_version))).toEqual(new Set([READING_VERSION]));
    expect(rows.filter((row) => row.is_fresh)).toHaveLength(1);
    expect(await refreshAfter(81)).toBe(0);
  });
});
