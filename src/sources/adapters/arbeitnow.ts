import { z } from 'zod';
import {
  anything,
  hasRecords,
  name,
  orNull,
  postingId,
  readerOf,
  recordsUnder,
  text,
  unstated,
  webUrl,
  words,
} from './posting-fields.ts';
import { documentedOnly, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';

const arbeitnowJob = z.object({
  slug: postingId,
  company_name: name,
  title: name,
  description: text,
  remote: z.boolean().nullish(),
  url: webUrl,
  job_types: z.array(z.string()).nullish(),
  location: words,
  created_at: anything,
});

const readArbeitnowJob = readerOf(arbeitnowJob, (job, { repair }) => ({
  ...unstated,
  externalId: job.slug,
  title: job.title,
  companyName: job.company_name,
  location: orNull(job.location),
  isRemote: job.remote ?? null,
  employmentType: orNull(job.job_types?.join(', ').slice(0, 255)),
  descriptionHtml: orNull(job.description),
  sourceUrl: job.url,
  applyUrl: job.url,
  postedDate: toDay(job.created_at, 'created_at', repair),
}));

/** Arbeitnow's newest, mostly German, by hundreds. The page number is made here: its own links carry stray searches. */
export const arbeitnow: SourceAdapter = {
  name: 'arbeitnow',
  label: 'Arbeitnow',
  board: { kind: '"all"', pattern: /^all$/, example: 'all' },
  hosts: () => ['www.arbeitnow.com', 'arbeitnow.com'],
  request: (_, page) => ({ url: `https://www.arbeitnow.com/api/job-board-api?page=${page + 1}` }),
  limits: { pageSize: 100, mostPages: 10, pause: 2_000, timeout: 30_000, isPartial: true },
  wholeList: 'all',
  media: 'json',
  recognises: (answer) => hasRecords(answer, 'data', 'slug', 'job_types'),
  parse(answer, context) {
    const jobs = recordsUnder(answer, 'data');
    return 'reason' in jobs ? jobs : { postings: jobs.map((job) => readArbeitnowJob(job, context)) };
  },
  attribution: { text: 'Source: Arbeitnow', linkBack: true },
  ...documentedOnly,
};
