import { describe, expect, it } from 'vitest';
import { FetchRefused } from '#platform/fetch-refused.ts';
import { checkPosting } from '#sources/check-posting.ts';
import { nextCheck, type CheckedState } from '#sources/next-check.ts';

const [id, other] = ['a24ec4e5-5caa-473d-abd4-b71f09a8167b', 'b24ec4e5-5caa-473d-abd4-b71f09a8167b'];
const ashby = (each: string) => ({ id: each, title: 'Cook', jobUrl: `https://jobs.ashbyhq.com/acme/${each}` });
const lever = { id, text: 'Baker', hostedUrl: `https://jobs.lever.co/acme/${id}` };
const ashbyBoard = 'https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true';
const leverPosting = `https://api.lever.co/v0/postings/acme/${id}?mode=json`;
const page = 'https://acme.example/jobs/7';

type Said = number | string | object | FetchRefused;
/** Whoever is not said to answer says 500, which is no evidence. */
async function check(address: string, answers: Readonly<Record<string, Said>>) {
  return checkPosting(
    { title: 'Baker & Cook', address },
    {
      now: () => new Date('2026-08-10T12:00:00Z'),
      deadline: new Date('2026-08-10T12:00:00Z'),
      sleep: async () => undefined,
      key: null,
      fetch: async (url) => {
        const said = answers[url] ?? 500;
        if (said instanceof FetchRefused) throw said;
        const body = typeof said === 'number' ? '<h1>Baker &amp; Cook</h1>' : said;
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        return { status: typeof said === 'number' ? said : 200, headers: new Headers(), body: Buffer.from(text), url };
      },
    },
  );
}

describe('checkPosting', () => {
  const ofAshby = `https://jobs.ashbyhq.com/acme/${id}/application`;
  const ofLever = `https://jobs.lever.co/acme/${id}`;
  it.each<readonly [string, string, readonly [address: string, answers: Readonly<Record<string, Said>>]]>([
    ['THERE', 'listed by its board', [ofAshby, { [ashbyBoard]: { jobs: [ashby(other), ashby(id)] } }]],
    ['GONE', 'not listed by its board, though others are', [ofAshby, { [ashbyBoard]: { jobs: [ashby(other)] } }]],
    ['UNKNOWN', 'of a board that lists nothing', [ofAshby, { [ashbyBoard]: { jobs: [] } }]],
    ['UNKNOWN', 'of a board that answers HTML', [ofAshby, { [ashbyBoard]: '<html>Down for maintenance</html>' }]],
    ['UNKNOWN', 'of a board that is busy', [ofAshby, { [ashbyBoard]: 429 }]],
    ['UNKNOWN', 'of a board that fails', [ofAshby, { [ashbyBoard]: 500 }]],
    ['UNKNOWN', 'of a board that does not answer', [ofAshby, { [ashbyBoard]: new FetchRefused('TIMEOUT') }]],
    [
      'UNKNOWN',
      'of a board with postings that are none',
      [ofAshby, { [ashbyBoard]: { jobs: [{ id: 1 }, { id: 2 }] } }],
    ],
    ['GONE', 'of a board that is away, on a page that is gone', [ofAshby, { [ashbyBoard]: 404, [ofAshby]: 404 }]],
    ['THERE', 'known to its board', [ofLever, { [leverPosting]: lever }]],
    ['GONE', 'not known to its board', [ofLever, { [leverPosting]: 404 }]],
    ['GONE', 'known to its board as gone', [ofLever, { [leverPosting]: 410 }]],
    ['UNKNOWN', 'that its board tells otherwise of', [ofLever, { [leverPosting]: { error: 'no posting' } }]],
    ['GONE', 'of a page that is not there', [page, { [page]: 404 }]],
    ['GONE', 'of a page that is gone', [page, { [page]: 410 }]],
    ['THERE', 'of a page that names it', [page, { [page]: 200 }]],
    ['UNKNOWN', 'of a page that names others', [page, { [page]: '<h1>All our jobs</h1>' }]],
    ['UNKNOWN', 'of a page that is forbidden', [page, { [page]: 403 }]],
    ['UNKNOWN', 'of a page that fails', [page, { [page]: 503 }]],
    ['UNKNOWN', 'of a page that leads inside', [page, { [page]: new FetchRefused('UNREACHABLE') }]],
    ['UNKNOWN', 'of a site that lets no program in', ['https://www.linkedin.com/jobs/view/7', {}]],
    ['UNKNOWN', 'without an address', ['no address', {}]],
  ])('takes for %s what is %s', async (presence, _what, [address, answers]) => {
    expect(await check(address, answers)).toBe(presence);
  });

  it('does not ask a site that lets no program in', async () => {
    const site = 'https://de.linkedin.com/jobs/view/7';
    expect(await check(site, { [site]: 404 })).toBe('UNKNOWN');
  });
});

describe('nextCheck', () => {
  const now = new Date('2026-08-20T12:00:00Z');
  const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
  const state: CheckedState = { presence: 'THERE', isActive: true, failedChecks: 0, appliedAt: ago(3) };
  it.each<readonly [string, Partial<CheckedState>, readonly [hours: number | null, failedChecks: number]]>([
    ['a day later while the application is young', { appliedAt: ago(14) }, [24, 0]],
    ['a week later from then on', { appliedAt: ago(15), failedChecks: 3 }, [168, 0]],
    ['as if it was asked for where a sweep has seen it', { presence: 'SWEPT' }, [24, 0]],
    ['a day later where it was gone', { presence: 'GONE', appliedAt: ago(90) }, [24, 0]],
    ['an hour later where nothing was said', { presence: 'UNKNOWN' }, [1, 1]],
    ['twice as long later each time', { presence: 'UNKNOWN', failedChecks: 3 }, [8, 4]],
    ['a day later at most', { presence: 'UNKNOWN', failedChecks: 90 }, [24, 91]],
    ['a week later where it has closed', { presence: 'GONE', isActive: false, expiredAt: ago(60) }, [168, 0]],
    ['not any more where it closed long ago', { presence: 'GONE', isActive: false, expiredAt: ago(61) }, [null, 0]],
    ['not any more where nobody has applied', { appliedAt: null }, [null, 0]],
  ])('looks again %s', (_when, change, [hours, failedChecks]) => {
    const checkDueAt = hours === null ? null : new Date(now.getTime() + hours * 3_600_000);
    expect(nextCheck({ ...state, ...change }, now)).toEqual({ checkDueAt, failedChecks });
  });
});
