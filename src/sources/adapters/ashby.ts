import { z } from 'zod';
import { isStorableDate } from '#database/storable.ts';
import type { RawPay, RawPosting, WorkModel } from '#job-pool/raw-posting.ts';
import {
  companyOf,
  hasRecords,
  isRecord,
  name,
  orNull,
  postingId,
  readerOf,
  recordsUnder,
  Refusal,
  text,
  unstated,
  webUrl,
  words,
} from './posting-fields.ts';
import { wholeBoard, type SourceAdapter } from './source-adapter.ts';

const component = z.object({
  compensationType: z.string().nullish(),
  interval: z.string().nullish(),
  currencyCode: z.string().nullish(),
  minValue: z.number().nullish(),
  maxValue: z.number().nullish(),
});

const ashbyPosting = z.object({
  id: postingId,
  title: name,
  company: name.nullish(),
  employmentType: words,
  location: words,
  secondaryLocations: z.array(z.object({ location: words })).nullish(),
  publishedAt: z.iso
    .datetime({ offset: true })
    .refine((time) => isStorableDate(dayOf(time)), 'Is before the first year')
    .nullish(),
  isListed: z.boolean().nullish(),
  isRemote: z.boolean().nullish(),
  workplaceType: z.string().nullish(),
  address: z.object({ postalAddress: z.object({ addressCountry: words }).nullish() }).nullish(),
  jobUrl: webUrl,
  applyUrl: webUrl.nullish(),
  descriptionHtml: text,
  descriptionPlain: text,
  compensation: z.object({ summaryComponents: z.array(component).nullish() }).nullish(),
});

type AshbyPosting = z.infer<typeof ashbyPosting>;

const intervals: ReadonlyMap<string, RawPay['interval']> = new Map([
  ['1 YEAR', 'YEAR'],
  ['1 MONTH', 'MONTH'],
  ['1 WEEK', 'WEEK'],
  ['1 DAY', 'DAY'],
  ['1 HOUR', 'HOUR'],
]);
const workModels: ReadonlyMap<string, WorkModel> = new Map([
  ['remote', 'REMOTE'],
  ['hybrid', 'HYBRID'],
  ['onsite', 'ONSITE'],
]);

/**
 * One job of Ashby's public job board API, as it comes or with the `company` that collections of boards add. The
 * company is `company`, else the board's name in `jobUrl`; jobs their board does not list are no postings.
 */
export const readAshbyPosting = readerOf(ashbyPosting, (job, { board }): RawPosting => {
  if (job.isListed === false) throw new Refusal('isListed: the board does not list it');
  return {
    ...unstated,
    ...placesOf(job),
    externalId: job.id,
    title: job.title,
    companyName: companyOf('company', job.company, boardName(job.jobUrl), board),
    employmentType: orNull(job.employmentType),
    descriptionHtml: orNull(job.descriptionHtml),
    descriptionText: orNull(job.descriptionPlain),
    sourceUrl: job.jobUrl,
    applyUrl: job.applyUrl ?? null,
    postedDate: job.publishedAt ? dayOf(job.publishedAt) : null,
    pay: payOf(job.compensation?.summaryComponents ?? []),
  };
});

/** Ashby's job board API. It answers slowly and counts requests, so a board is asked once, with patience. */
export const ashby: SourceAdapter = {
  name: 'ashby',
  label: 'Ashby',
  // Names keep their case, and some hold blanks.
  board: { kind: 'board name', pattern: /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u, example: 'acme' },
  hosts: () => ['api.ashbyhq.com'],
  request: (board) => ({
    url: `https://api.ashbyhq.com/posting-api/job-board/${encodeURIComponent(board)}?includeCompensation=true`,
  }),
  limits: { ...wholeBoard, pause: 2_000 },
  media: 'json',
  recognises: (answer) =>
    hasRecords(answer, 'jobs', 'jobUrl') || (isRecord(answer) && 'apiVersion' in answer && !hasRecords(answer, 'jobs')),
  parse(answer, context) {
    const jobs = recordsUnder(answer, 'jobs');
    return 'reason' in jobs ? jobs : { postings: jobs.map((job) => readAshbyPosting(job, context)) };
  },
  attribution: null,
  offBecause: null,
  provedOn: 'RECORDED',
};

function placesOf(
  job: AshbyPosting,
): Pick<RawPosting, 'location' | 'secondaryLocations' | 'country' | 'isRemote' | 'workModel'> {
  return {
    location: orNull(job.location),
    secondaryLocations: (job.secondaryLocations ?? []).flatMap(({ location }) => orNull(location) ?? []),
    country: orNull(job.address?.postalAddress?.addressCountry),
    isRemote: job.isRemote ?? null,
    workModel: workModels.get((job.workplaceType ?? '').toLowerCase()) ?? null,
  };
}

function dayOf(time: string): string {
  return time.slice(0, 10);
}

/** Name of the board in `https://jobs.ashbyhq.com/<name>/<id>`; it may hold blanks as %20. */
function boardName(jobUrl: string): string | null {
  const { hostname, pathname } = new URL(jobUrl);
  const segment = hostname === 'jobs.ashbyhq.com' ? (pathname.split('/')[1] ?? '') : '';
  try {
    return orNull(decodeURIComponent(segment));
  } catch {
    return null;
  }
}

// A job paid differently by place has one component for each: the widest range in the first one's currency.
function payOf(components: readonly z.infer<typeof component>[]): RawPay | null {
  const salaries = components.filter(({ compensationType }) => compensationType === 'Salary');
  const { currencyCode, interval: stated } = salaries[0] ?? {};
  const interval = intervals.get(stated ?? '');
  // Figures in "EUROS" would be taken for dollars if the currency alone were dropped.
  if (interval === undefined || !/^[A-Z]{3}$/i.test(currencyCode ?? 'USD')) return null;
  const alike = salaries.filter((salary) => salary.currencyCode === currencyCode && salary.interval === stated);
  const lows = alike.flatMap(({ minValue }) => minValue ?? []);
  const highs = alike.flatMap(({ maxValue }) => maxValue ?? []);
  return {
    min: lows.length > 0 ? Math.min(...lows) : null,
    max: highs.length > 0 ? Math.max(...highs) : null,
    currency: currencyCode ?? null,
    interval,
  };
}
