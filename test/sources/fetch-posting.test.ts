import { describe, expect, it } from 'vitest';
import { FetchRefused } from '#platform/fetch-refused.ts';
import { fetchPosting } from '#sources/fetch-posting.ts';

const id = 'a24ec4e5-5caa-473d-abd4-b71f09a8167b';
const lever = (each: string) => ({ id: each, text: 'Baker', hostedUrl: `https://jobs.lever.co/acme/${each}` });
const greenhouse = { id: 7, title: 'Miller', company_name: 'Acme', absolute_url: 'https://acme.example/jobs?gh_jid=7' };
const ashby = (each: string) => ({ id: each, title: 'Cook', jobUrl: `https://jobs.ashbyhq.com/acme/${each}` });
const offer = (slug: string) => ({ id: slug.length, title: slug, careers_url: `https://acme.recruitee.com/o/${slug}` });
const xml = `<?xml version="1.0"?><workzag-jobs><position><id>12</id><name>Waiter</name></position></workzag-jobs>`;

/** What the interfaces of boards answer; what is not among it is not there. */
const answers: Readonly<Record<string, unknown>> = {
  [`https://api.lever.co/v0/postings/acme/${id}?mode=json`]: lever(id),
  'https://api.lever.co/v0/postings/acme?mode=json&limit=100&skip=0': [lever(id)],
  'https://boards-api.greenhouse.io/v1/boards/acme/jobs/7': greenhouse,
  'https://boards-api.greenhouse.io/v1/boards/acme/jobs/8': { error: 'no shape of a posting' },
  'https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true': { jobs: [ashby('1'), ashby(id)] },
  'https://acme.recruitee.com/api/offers/': { offers: [offer('baker'), offer('miller')] },
  'https://acme.jobs.personio.de/xml': xml,
};

async function find(address: string) {
  const asked: string[] = [];
  const found = await fetchPosting(address, {
    now: new Date('2026-08-10T12:00:00Z'),
    fetch: async (url) => {
      asked.push(url);
      if (url.includes('busy')) return { status: 429, headers: new Headers(), body: Buffer.from(''), url };
      if (url.includes('away')) throw new FetchRefused('TIMEOUT');
      const body = answers[url];
      const text = typeof body === 'string' ? body : JSON.stringify(body ?? {});
      return { status: body === undefined ? 404 : 200, headers: new Headers(), body: Buffer.from(text), url };
    },
  });
  return { found: found && 'posting' in found ? found.posting.title : found, asked: asked.length };
}

describe('fetchPosting', () => {
  it.each([
    ['alone', `https://jobs.lever.co/acme/${id}/apply?utm_source=x`, 'Baker'],
    ['alone', 'https://job-boards.greenhouse.io/acme/jobs/7', 'Miller'],
    ['alone', 'https://boards.greenhouse.io/embed/job_app?for=acme&token=7', 'Miller'],
    ['out of the list', `https://jobs.ashbyhq.com/acme/${id}/application`, 'Cook'],
    ['out of the list, by its page', 'https://acme.recruitee.com/o/miller/?ref=x', 'miller'],
    ['out of the list', 'https://acme.jobs.personio.de/job/12?language=en', 'Waiter'],
    ['not, where it names none', 'https://jobs.lever.co/acme', { isBoard: true }],
    ['not, where it names none', 'https://acme.recruitee.com/', { isBoard: true }],
    ['not, where it is not listed', 'https://jobs.ashbyhq.com/acme/00000000-0000-4000-8000-000000000000', null],
    ['not, where it is none', 'https://job-boards.greenhouse.io/acme/jobs/8', null],
    ['not, where it is gone', 'https://job-boards.greenhouse.io/acme/jobs/9', null],
    ['once, where the board is busy', 'https://jobs.ashbyhq.com/busy', null],
    ['once, where the board is away', `https://jobs.lever.co/away/${id}`, null],
  ])('reads a posting %s: %s', async (_how, address, found) => {
    expect(await find(address)).toEqual({ found, asked: 1 });
  });

  it.each([
    ['no board', 'https://acme.example/jobs/7'],
    ['a board that is off', 'https://jobs.smartrecruiters.com/Acme/743999671674844-baker'],
    ['a board that is not named', 'https://apply.workable.com/j/DD136DD7E7'],
    ['no name of a board', 'https://jobs.ashbyhq.com/acme%2F..%2Fother'],
    ['a system that has no adapter', 'https://acme.bamboohr.com/careers/7'],
  ])('asks nobody for %s', async (_what, address) => {
    expect(await find(address)).toEqual({ found: null, asked: 0 });
  });
});
