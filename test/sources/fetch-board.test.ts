import { describe, expect, it } from 'vitest';
import { FetchRefused } from '#platform/fetch-refused.ts';
import type { FetchOptions } from '#platform/guarded-fetch.ts';
import { adapterOf } from '#sources/adapters/adapters.ts';
import { fetchBoard } from '#sources/fetch-board.ts';
import { collect } from './collect.ts';

const start = Date.parse('2026-08-10T12:00:00Z');
const job = (id: number) => ({
  id: `${id}`,
  text: 'Baker',
  hostedUrl: `https://jobs.lever.co/acme/${id}`,
  description: '<p>We bake.</p>',
});
const jobs = (from: number, count: number) => Array.from({ length: count }, (_, index) => job(from + index));

type Answer = { status?: number; headers?: Record<string, string>; body?: unknown } | FetchRefused;

/** A source that answers one thing after the other, and a clock that only waiting moves. */
async function read(name: string, board: string, answers: readonly Answer[]) {
  const asked: { url: string; options: FetchOptions }[] = [];
  const slept: number[] = [];
  let at = start;
  const source = adapterOf(name);
  if (!source) throw new Error(`No adapter ${name}`);
  const { pages, outcome } = fetchBoard(source, board, {
    fetch: async (url, options = {}) => {
      const answer = answers[asked.length] ?? { status: 500 };
      asked.push({ url, options });
      if (answer instanceof Error) throw answer;
      const { status = 200, headers = {}, body = '' } = answer;
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return { status, headers: new Headers(headers), body: Buffer.from(text), url };
    },
    now: () => new Date(at),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      at += milliseconds;
    },
    key: null,
    deadline: new Date(start + 600_000),
  });
  const records = (await collect(pages)).flat();
  const ids = records.flatMap((each) => ('record' in each ? each.record.externalId : []));
  return { ids, records, asked, slept, outcome: outcome() };
}

const complete = { state: 'COMPLETE', reason: null, notInspected: 0, seenIds: [] };

describe('fetchBoard', () => {
  it('asks for a whole board once, at the hosts of its source alone', async () => {
    const { asked, outcome } = await read('greenhouse', 'acme', [{ body: { jobs: [] } }]);
    expect(asked).toEqual([
      {
        url: 'https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true',
        options: expect.objectContaining({ allowedHosts: ['boards-api.greenhouse.io'], timeoutMs: 30_000 }),
      },
    ]);
    expect(outcome).toEqual(complete);
  });

  it('reads page after page until one is not full, with a pause between them', async () => {
    const { ids, asked, slept, outcome } = await read('lever', 'eu/acme', [
      { body: jobs(1, 100) },
      { body: jobs(100, 3) },
    ]);
    expect(asked.map(({ url }) => url)).toEqual([
      'https://api.eu.lever.co/v0/postings/acme?mode=json&limit=100&skip=0',
      'https://api.eu.lever.co/v0/postings/acme?mode=json&limit=100&skip=100',
    ]);
    // One moved to the second page while the first was read.
    expect(new Set(ids).size).toBe(102);
    expect(slept).toEqual([1_000]);
    expect(outcome).toEqual(complete);
  });

  it.each<[string, Answer, readonly number[]]>([
    ['as many seconds as it is told', { status: 429, headers: { 'retry-after': '7' } }, [7_000]],
    ['to the time it is told', { status: 503, headers: { 'retry-after': 'Mon, 10 Aug 2026 12:00:20 GMT' } }, [20_000]],
    ['by itself after an error', { status: 500 }, [2_000]],
    ['by itself when nobody answers', new FetchRefused('TIMEOUT'), [2_000]],
  ])('asks again, waiting %s', async (...[, answer, waits]) => {
    const { ids, slept, outcome } = await read('lever', 'acme', [answer, { body: jobs(1, 1) }]);
    expect(ids).toEqual(['1']);
    expect(slept).toEqual(waits);
    expect(outcome).toEqual(complete);
  });

  it.each<[string, readonly Answer[], RegExp, number]>([
    [
      'it is busy for too long',
      [{ status: 429, headers: { 'retry-after': '3600' } }],
      /waiting 3600 s for it is too long/,
      1,
    ],
    ['it fails three times', [], /has the status 500/, 3],
    ['there is no such board', [{ status: 404 }], /no such board/, 1],
    ['it refuses', [{ status: 403 }], /has the status 403/, 1],
    ['it has nothing new', [{ status: 304 }], /has the status 304/, 1],
    ['it leads elsewhere', [new FetchRefused('HOST_NOT_ALLOWED')], /leads to a host that is not asked/, 1],
    ['it sends too much', [new FetchRefused('TOO_LARGE')], /too large/, 1],
    [
      'it answers with a page',
      [{ body: '<!doctype html><title>Checking your browser</title>' }],
      /is a web page, not JSON/,
      1,
    ],
    ['it answers half', [{ body: '[{"id":' }], /is cut off/, 1],
    ['it answers otherwise', [{ body: { error: 'x' } }], /is no list of postings/, 1],
  ])('fails with a reason where %s', async (...[, answers, reason, times]) => {
    const { ids, asked, outcome } = await read('lever', 'acme', answers);
    expect(ids).toEqual([]);
    expect(asked).toHaveLength(times);
    expect(outcome).toMatchObject({ state: 'FAILED', reason: expect.stringMatching(reason) });
    expect(outcome.reason).not.toContain('http');
  });

  it('asks nobody for what is no board', async () => {
    const { asked, outcome } = await read('lever', 'acme/../other?x', []);
    expect(asked).toEqual([]);
    expect(outcome).toMatchObject({ state: 'FAILED', reason: expect.stringMatching(/^board: /) });
  });

  it('leaves out one bad page and reads on, and says how many postings it has not looked at', async () => {
    const { ids, outcome } = await read('lever', 'acme', [
      { body: jobs(1, 100) },
      { body: '<html>' },
      { body: jobs(201, 5) },
    ]);
    expect(ids).toHaveLength(105);
    expect(outcome).toEqual({
      state: 'PARTIAL',
      reason: expect.stringContaining('web page'),
      notInspected: 100,
      seenIds: [],
    });
  });

  it('doubts that it has read a board of which many records are no postings', async () => {
    const odd = { ...job(3), text: '' };
    const { outcome } = await read('lever', 'acme', [{ body: [job(1), job(2), odd] }]);
    expect(outcome).toMatchObject({ state: 'PARTIAL', reason: 'records: 1 of 3 are no postings' });
    const few = await read('lever', 'acme', [
      { body: [...jobs(1, 20), odd].map((each, id) => ({ ...each, id: `${id}` })) },
    ]);
    expect(few.outcome).toEqual(complete);
  });

  it('stops when its time is up', async () => {
    const late = { status: 429, headers: { 'retry-after': '299' } };
    const { asked, outcome } = await read('lever', 'acme', [
      late,
      late,
      { body: jobs(1, 100) },
      late,
      { body: jobs(101, 100) },
    ]);
    expect(asked).toHaveLength(5);
    expect(outcome).toMatchObject({ state: 'PARTIAL', reason: expect.stringContaining('too long'), notInspected: 101 });
  });

  it('gives up after two bad pages in a row', async () => {
    const { asked, outcome } = await read('lever', 'acme', [
      { body: jobs(1, 100) },
      { status: 403 },
      { status: 403 },
      { body: jobs(301, 1) },
    ]);
    expect(asked).toHaveLength(3);
    expect(outcome).toMatchObject({ state: 'PARTIAL', notInspected: 200 });
  });

  it('reads the text of each posting that a list announces, and tells which are there without it', async () => {
    const list = {
      total: 4,
      jobPostings: [1, 2, 3, 4].map((id) => ({
        title: 'Baker',
        externalPath: `/job/Berlin/Baker_R${id}`,
        postedOn: 'Posted Today',
      })),
    };
    const text = {
      jobPostingInfo: { jobDescription: '<p>We bake.</p>', location: 'Berlin' },
      hiringOrganization: { name: 'Acme' },
    };
    const { records, asked, outcome } = await read('workday', 'acme.wd1/careers', [
      { body: list },
      { body: text },
      { status: 403 },
      { status: 403 },
    ]);
    expect(asked[0]).toMatchObject({ url: 'https://acme.wd1.myworkdayjobs.com/wday/cxs/acme/careers/jobs' });
    expect(JSON.parse(asked[0]?.options.body ?? '')).toMatchObject({ limit: 20, offset: 0 });
    expect(asked[1]?.url).toBe('https://acme.wd1.myworkdayjobs.com/wday/cxs/acme/careers/job/Berlin/Baker_R1');
    expect(records).toEqual([
      {
        record: expect.objectContaining({
          externalId: 'acme/R1',
          companyName: 'Acme',
          location: 'Berlin',
          descriptionHtml: '<p>We bake.</p>',
          postedDate: '2026-08-10',
        }),
      },
    ]);
    expect(asked).toHaveLength(4);
    expect(outcome).toMatchObject({ state: 'PARTIAL', notInspected: 3, seenIds: ['acme/R2', 'acme/R3', 'acme/R4'] });
  });
});
