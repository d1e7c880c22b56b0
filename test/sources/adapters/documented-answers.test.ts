import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { derivePosting } from '#job-pool/derive-posting.ts';
import { adapters } from '#sources/adapters/adapters.ts';
import { boardOf, readAnswer } from '../../support/board-answers.ts';
import { documentedAnswers } from '../../support/documented-answers.ts';
import { sourceTables } from '../../support/source-table.ts';

const baker = { title: 'Baker', companyName: 'Bread', postedDate: '2026-08-05', descriptionHtml: '<p>We bake.</p>' };
const yearly = { min: 60_000, max: 75_000, currency: 'EUR', interval: 'YEAR' };

const expected: Readonly<Record<string, object>> = {
  remoteok: { ...baker, externalId: '1130002', isRemote: true, pay: { ...yearly, currency: 'USD' } },
  remotive: { ...baker, location: 'Europe', descriptionHtml: expect.stringContaining('Salary: €60k - €75k') },
  arbeitnow: { ...baker, externalId: 'baker-berlin-7', location: 'Berlin', isRemote: false },
  jobicy: { ...baker, title: 'Baker & Confectioner', companyName: 'Bread – Co', location: 'Europe', pay: yearly },
  himalayas: {
    ...baker,
    companyName: 'bread',
    location: 'Germany',
    secondaryLocations: ['France'],
    applicationDeadline: '2026-09-05',
    pay: yearly,
  },
  themuse: { ...baker, location: 'Berlin, Germany', secondaryLocations: ['Paris, France'] },
  adzuna: { ...baker, descriptionHtml: null, country: 'DE', employmentType: 'full_time, permanent', pay: yearly },
  usajobs: {
    title: 'Baker',
    location: 'Fort Worth, Texas',
    postedDate: '2026-08-05',
    applicationDeadline: '2026-09-01',
    descriptionText: 'You bake.\n\nDuties\n- Knead\n- Bake\n\nQualifications\nOne year of baking.',
    pay: { min: 20.5, max: 25, currency: 'USD', interval: 'HOUR' },
  },
  hackernews: {
    title: 'Baker',
    companyName: 'Bread',
    location: 'Berlin, Germany',
    employmentType: 'Full-time',
    postedDate: '2026-08-05',
    sourceUrl: 'https://news.ycombinator.com/item?id=7',
  },
  jsonld: {
    ...baker,
    location: 'Berlin, DE',
    country: 'DE',
    pay: { min: 5_000, max: 6_000, currency: 'EUR', interval: 'MONTH' },
  },
};

const names = Object.keys(documentedAnswers);
const textOf = (name: string): string => {
  const answer = documentedAnswers[name];
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
};

describe('an answer as its source documents it', () => {
  it.each(names)('of %s is recognised and read', async (name) => {
    const { source, records } = await readAnswer(textOf(name), { board: boardOf(name) });
    expect(source).toBe(name);
    expect(records[0]).toMatchObject({ record: expected[name] });
    expect(records[0]).not.toHaveProperty('repairs');
  });

  it('reads pay in words like the pay that texts state', async () => {
    const [first] = (await readAnswer(textOf('remotive'))).records;
    if (!first || !('record' in first)) throw new Error('no posting');
    expect(derivePosting(first.record)).toMatchObject({ salaryMin: 60_000, salaryMax: 75_000, salaryCurrency: 'EUR' });
  });

  it('is incomplete however long it is, where the source cuts its texts off', async () => {
    const text = textOf('adzuna').replace('We bake,', 'We bake. '.repeat(50));
    const [first] = (await readAnswer(text, { board: boardOf('adzuna') })).records;
    if (!first || !('record' in first)) throw new Error('no posting');
    expect(derivePosting(first.record)).toMatchObject({ isIncomplete: true });
  });

  it('is no posting where a comment names no role', async () => {
    const { records } = await readAnswer(textOf('hackernews'));
    expect(records.slice(1)).toEqual([
      { rejected: { line: 2, reason: expect.stringMatching(/^text: names no role/) } },
    ]);
  });

  it('tells where the thread is that has the comments', () => {
    const hackerNews = adapters.find(({ name }) => name === 'hackernews');
    const hits = [
      { objectID: '2', title: 'Ask HN: Who wants to be hired?' },
      { objectID: '1', title: 'Ask HN: Who is hiring? (August 2026)' },
    ];
    expect(hackerNews?.parse({ hits }, { board: 'latest', today: '2026-08-10' })).toEqual({
      postings: [],
      follow: { url: 'https://hn.algolia.com/api/v1/items/1' },
    });
  });
});

describe('an adapter', () => {
  const key = 'me:secret';

  it.each(adapters)('$name asks its own hosts over https for a board of its pattern, page by page', (adapter) => {
    const { example, pattern } = adapter.board;
    expect(example).toMatch(pattern);
    const urls = [0, 1].map((page) => adapter.request(example, page, key).url);
    for (const url of urls) {
      expect(URL.parse(url)?.protocol).toBe('https:');
      expect(adapter.hosts(example)).toContain(URL.parse(url)?.hostname);
    }
    // The page of a list asked for by POST is in the body.
    expect(JSON.stringify(adapter.request(example, 0, key)) === JSON.stringify(adapter.request(example, 1, key))).toBe(
      adapter.limits.pageSize === null,
    );
  });

  it.each(adapters)('$name takes nothing for a board that would lead elsewhere', ({ board: { pattern } }) => {
    for (const board of ['', ' ', '../x', 'a/../b', 'a?b', 'a#b', 'a@b', 'http://127.0.0.1/', 'a\nb', 'https://a b'])
      expect(board).not.toMatch(pattern);
  });

  it('has a name and a label of its own', () => {
    for (const key of ['name', 'label'] as const)
      expect(new Set(adapters.map((adapter) => adapter[key])).size).toBe(adapters.length);
  });
});

it('docs/sources.md tells what sources are and fill', async () => {
  const documented = readFileSync(new URL('../../../docs/sources.md', import.meta.url), 'utf8');
  // Where this fails, the tables below are what belongs there.
  expect(documented).toContain(await sourceTables());
});
