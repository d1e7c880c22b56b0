import { z } from 'zod';
import { isStorableDate, isStorableText } from '#database/storable.ts';
import type { RawPay, RawPosting, WorkModel } from '#job-pool/raw-posting.ts';

/** Longest text of a posting; the longest real ones have some twenty thousand characters. */
const maxDescription = 200_000;

const maxName = 255;

// Anything else in these fields, such as "javascript:", would become a link that people are invited to click.
const webUrl = z
  .url({ protocol: /^https?$/ })
  .max(1000)
  .refine(isStorableText, 'Has characters that cannot be kept');
const text = z.string().max(maxDescription).nullish();
const words = z.string().max(maxName).nullish();

const component = z.object({
  compensationType: z.string().nullish(),
  interval: z.string().nullish(),
  currencyCode: z.string().nullish(),
  minValue: z.number().nullish(),
  maxValue: z.number().nullish(),
});

const ashbyPosting = z.object({
  id: z.string().trim().min(1).max(maxName).refine(isStorableText, 'Has characters that cannot be kept'),
  title: z.string().trim().min(1).max(maxName),
  company: z.string().trim().min(1).max(maxName).nullish(),
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

/** A posting, or why the record is none in words for whoever runs the import. */
export type ReadPosting = { readonly posting: RawPosting } | { readonly reason: string };

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
export function readAshbyPosting(record: unknown): ReadPosting {
  const parsed = ashbyPosting.safeParse(record);
  if (!parsed.success) return { reason: describeIssue(parsed.error) };
  const job = parsed.data;
  if (job.isListed === false) return { reason: 'isListed: the board does not list it' };
  const companyName = job.company ?? boardName(job.jobUrl);
  if (companyName === null || companyName.length > maxName)
    return { reason: 'company: neither given nor named by jobUrl' };
  return { posting: toRawPosting(job, companyName) };
}

function toRawPosting(job: AshbyPosting, companyName: string): RawPosting {
  return {
    externalId: job.id,
    title: job.title,
    companyName,
    companyUrl: null,
    ...placesOf(job),
    employmentType: orNull(job.employmentType),
    descriptionHtml: orNull(job.descriptionHtml),
    descriptionText: orNull(job.descriptionPlain),
    sourceUrl: job.jobUrl,
    applyUrl: job.applyUrl ?? null,
    postedDate: job.publishedAt ? dayOf(job.publishedAt) : null,
    applicationDeadline: null,
    pay: payOf(job.compensation?.summaryComponents ?? []),
  };
}

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

const dayOf = (time: string): string => time.slice(0, 10);

function orNull(value: string | null | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Name of the board in `https://jobs.ashbyhq.com/<name>/<id>`; it may hold blanks as %20. */
function boardName(jobUrl: string): string | null {
  const { hostname, pathname } = new URL(jobUrl);
  const name = hostname === 'jobs.ashbyhq.com' ? (pathname.split('/')[1] ?? '') : '';
  try {
    return orNull(decodeURIComponent(name));
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

function describeIssue({ issues }: z.ZodError): string {
  const [issue] = issues;
  const field = issue?.path.join('.') ?? '';
  return `${field === '' ? 'record' : field}: ${issue?.message ?? 'invalid'}`;
}
