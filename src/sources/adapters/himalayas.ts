import { z } from 'zod';
import { idOfAddress } from './json-feed.ts';
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
  webUrl,
  words,
} from './posting-fields.ts';
import { documentedOnly, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';
import { toPay } from './to-pay.ts';

const himalayasJob = z.object({
  guid: webUrl,
  title: name,
  companyName: words,
  companySlug: words,
  employmentType: words,
  locationRestrictions: z.array(z.string().max(255)).nullish(),
  description: text,
  pubDate: anything,
  expiryDate: anything,
  applicationLink: webUrl,
  minSalary: anything,
  maxSalary: anything,
  currency: words,
  salaryPeriod: words,
});

const readHimalayasJob = readerOf(himalayasJob, (job, { repair }) => {
  const [location = null, ...secondaryLocations] = job.locationRestrictions ?? [];
  return {
    ...unstated,
    externalId: idOfAddress(job.guid),
    title: job.title,
    // Some answers have the word "name" where the name should be.
    companyName: companyOf('companyName', job.companyName === 'name' ? null : job.companyName, job.companySlug),
    location,
    secondaryLocations,
    isRemote: true,
    employmentType: orNull(job.employmentType),
    descriptionHtml: orNull(job.description),
    sourceUrl: job.guid,
    applyUrl: job.applicationLink,
    postedDate: toDay(job.pubDate, 'pubDate', repair),
    applicationDeadline: toDay(job.expiryDate, 'expiryDate', repair),
    pay: toPay(
      { min: job.minSalary, max: job.maxSalary, currency: job.currency, interval: job.salaryPeriod },
      { field: 'salary', usual: 'YEAR', repair },
    ),
  };
});

/** Himalayas' newest, by twenties whatever is asked for. */
export const himalayas: SourceAdapter = {
  name: 'himalayas',
  label: 'Himalayas',
  board: { kind: '"all"', pattern: /^all$/, example: 'all' },
  hosts: () => ['himalayas.app'],
  request: (_, page) => ({ url: `https://himalayas.app/jobs/api?limit=20&offset=${page * 20}` }),
  limits: { pageSize: 20, mostPages: 25, pause: 2_000, timeout: 30_000, isPartial: true },
  wholeList: 'all',
  media: 'json',
  recognises: (answer) => hasRecords(answer, 'jobs', 'companySlug', 'applicationLink'),
  parse(answer, context) {
    const jobs = recordsUnder(answer, 'jobs');
    if ('reason' in jobs) return jobs;
    const total = isRecord(answer) ? answer['totalCount'] : null;
    return {
      postings: jobs.map((job) => readHimalayasJob(job, context)),
      total: typeof total === 'number' ? total : null,
    };
  },
  attribution: { text: 'Source: Himalayas', linkBack: true },
  ...documentedOnly,
};
