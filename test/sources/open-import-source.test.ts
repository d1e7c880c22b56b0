import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FetchRefused } from '#platform/fetch-refused.ts';
import { openImportSource } from '#sources/open-import-source.ts';
import { collect } from './collect.ts';

const id = 'a24ec4e5-5caa-473d-abd4-b71f09a8167b';
const job = (each: string) => ({ id: each, text: 'Baker', hostedUrl: `https://jobs.lever.co/acme/${each}` });
const jobs = JSON.stringify([job(id), job('2')]);
const page =
  '<html><script type="application/ld+json">{"@type":"JobPosting","title":"Baker","hiringOrganization":"Bread"}</script></html>';

/** What stands at addresses that begin with a text; nothing can be reached elsewhere. */
const sites: readonly (readonly [prefix: string, status: number, body: string])[] = [
  ['https://api.lever.co/v0/postings/acme?', 200, jobs],
  ['https://api.lever.co/v0/postings/gone?', 404, ''],
  ['https://bread.example/jobs/7', 200, page],
  ['https://bread.example/gone', 404, ''],
];

async function open(given: string, as?: string) {
  const { source, records } = await openImportSource(given, {
    as,
    now: new Date('2026-08-10T12:00:00Z'),
    fetch: async (url) => {
      const [, status, body] = sites.find(([prefix]) => url.startsWith(prefix)) ?? [];
      if (status === undefined || body === undefined) throw new FetchRefused('UNREACHABLE');
      return { status, headers: new Headers(), body: Buffer.from(body), url };
    },
    sleep: async () => undefined,
    onIncomplete: () => undefined,
  });
  const postings = (await collect(records)).flatMap((each) => ('record' in each ? each.record : []));
  return { source: source.name, ids: postings.map(({ externalId }) => externalId) };
}

describe('openImportSource', () => {
  it.each([
    ['a board by name', 'lever:acme', { source: 'lever', ids: [id, '2'] }],
    ['a board by address', 'https://jobs.lever.co/acme', { source: 'lever', ids: [id, '2'] }],
    ['one posting by address', `https://jobs.lever.co/acme/${id}/apply`, { source: 'lever', ids: [id] }],
    ['any page', 'https://bread.example/jobs/7', { source: 'jsonld', ids: ['https://bread.example/jobs/7'] }],
  ])('reads %s', async (_, given, read) => expect(await open(given)).toEqual(read));

  it('reads a file', async () => {
    const file = fileURLToPath(new URL('../fixtures/boards/lever-radar.json.gz', import.meta.url));
    expect((await open(file)).source).toBe('lever');
  });

  it.each([
    ['a board that is not there', 'lever:gone', 'Lever cannot be read. answer: there is no such board (404).'],
    ['what is no board', 'lever:a/b/c', 'board: is no site'],
    ['a page that is not there', 'https://bread.example/gone', 'status 404'],
    ['what cannot be reached', 'https://elsewhere.example/', 'cannot be reached'],
    ['no file', 'monster:acme', 'does not exist'],
  ])('says in a sentence why it cannot read %s', async (_, given, sentence) => {
    await expect(open(given)).rejects.toThrow(sentence);
  });
});
