import { z } from 'zod';
import type { RawPosting } from '#job-pool/raw-posting.ts';
import {
  anything,
  companyOf,
  hasRecords,
  isRecord,
  name,
  orNull,
  readerOf,
  recordsUnder,
  text,
  unstated,
  words,
} from './posting-fields.ts';
import type { ListedPosting, ReadContext, ReadPosting, SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';

const pageSize = 20;

const listedPosting = z.object({
  title: name,
  externalPath: z.string().regex(/^\/job\/[^?#]{1,900}$/),
  locationsText: words,
  postedOn: words,
});

/** One posting of a Workday list. The tenant, which only the board names, is its company until the detail is read. */
const readListed = readerOf(listedPosting, (job, { board, today }): RawPosting => {
  const url = board === null ? null : `https://${hostOf(board)}/${siteOf(board)}${job.externalPath}`;
  return {
    ...unstated,
    externalId: `${tenantOf(board)}${job.externalPath.split('_').at(-1)?.slice(0, 150)}`,
    title: job.title,
    companyName: companyOf('board', board?.split('.')[0]),
    // "3 Locations" is none.
    location: /^\d+ Locations?$/i.test(job.locationsText ?? '') ? null : orNull(job.locationsText),
    sourceUrl: url,
    applyUrl: url,
    postedDate: dayPosted(job.postedOn ?? '', today),
  };
});

const detailShape = z.object({
  jobPostingInfo: z.object({
    jobDescription: text,
    location: words,
    additionalLocations: z.array(z.string().max(255)).nullish(),
    country: z.object({ descriptor: words }).nullish(),
    timeType: words,
    remoteType: words,
    startDate: anything,
  }),
  hiringOrganization: z.object({ name: words }).nullish(),
});

const readDetail = (listed: RawPosting) =>
  readerOf(detailShape, ({ jobPostingInfo: info, hiringOrganization }, { repair }): RawPosting => ({
    ...listed,
    companyName: companyOf('hiringOrganization', hiringOrganization?.name, listed.companyName),
    location: orNull(info.location) ?? listed.location,
    secondaryLocations: info.additionalLocations ?? [],
    country: orNull(info.country?.descriptor),
    isRemote: /^(?:fully )?remote$/i.test(info.remoteType ?? '') ? true : null,
    employmentType: orNull(info.timeType),
    descriptionHtml: orNull(info.jobDescription),
    postedDate: listed.postedDate ?? toDay(info.startDate, 'startDate', repair),
  }));

/** Workday's careers sites: a list by twenties, then one request for the text of each; bursts are answered with 429. */
export const workday: SourceAdapter = {
  name: 'workday',
  label: 'Workday',
  board: {
    kind: 'tenant, data center and site, as in acme.wd1/careers',
    pattern: /^[a-z0-9_-]{1,63}\.wd\d{1,3}\/[\w-]{1,100}$/i,
    example: 'acme.wd1/careers',
  },
  hosts: (board) => [hostOf(board)],
  request: (board, page) => ({
    url: `${apiOf(board)}/jobs`,
    body: { appliedFacets: {}, limit: pageSize, offset: page * pageSize, searchText: '' },
  }),
  limits: { pageSize, mostPages: 50, pause: 2_000, timeout: 30_000 },
  media: 'json',
  recognises: (answer) => hasRecords(answer, 'jobPostings', 'externalPath'),
  parse(answer, context) {
    const jobs = recordsUnder(answer, 'jobPostings');
    if ('reason' in jobs) return jobs;
    if (context.board === null)
      return { reason: 'board: a list of Workday does not name its tenant, so it has to be said' };
    const total = isRecord(answer) ? answer['total'] : null;
    // Only the first page counts them; the others say 0.
    return {
      postings: jobs.map((job) => withDetail(job, context)),
      total: typeof total === 'number' && total > 0 ? total : null,
    };
  },
  parseDetail: (answer, listed, context): ReadPosting => readDetail(listed)(answer, context),
  attribution: null,
  offBecause: 'Bursts of requests are refused. The answer with the text is read as documented only.',
  provedOn: 'RECORDED',
};

const hostOf = (board: string): string => `${board.split('/')[0]}.myworkdayjobs.com`;
const siteOf = (board: string): string => board.split('/')[1] ?? '';
const apiOf = (board: string): string => `https://${hostOf(board)}/wday/cxs/${board.split('.')[0]}/${siteOf(board)}`;
const tenantOf = (board: string | null): string => (board === null ? '' : `${board.split('.')[0]?.toLowerCase()}/`);

function withDetail(job: unknown, context: ReadContext): ListedPosting {
  const read = readListed(job, context);
  if ('reason' in read || context.board === null || !isRecord(job)) return read;
  return { ...read, detail: { url: `${apiOf(context.board)}${String(job['externalPath'])}` } };
}

// "Posted 30+ Days Ago" is no day.
function dayPosted(words: string, today: string): string | null {
  const days = /today/i.test(words) ? 0 : /yesterday/i.test(words) ? 1 : Number(/(\d+) days? ago/i.exec(words)?.[1]);
  return Number.isNaN(days) ? null : new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
}
