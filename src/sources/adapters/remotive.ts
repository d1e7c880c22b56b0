import { z } from 'zod';
import {
  anything,
  hasRecords,
  joinSections,
  name,
  numberedId,
  orNull,
  readerOf,
  recordsUnder,
  text,
  unstated,
  webUrl,
  words,
} from './posting-fields.ts';
import { documentedOnly, newestAlone, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';

const remotiveJob = z.object({
  id: numberedId,
  url: webUrl,
  title: name,
  company_name: name,
  job_type: words,
  publication_date: anything,
  candidate_required_location: words,
  salary: words,
  description: text,
});

const readRemotiveJob = readerOf(remotiveJob, (job, { repair }) => ({
  ...unstated,
  externalId: job.id,
  title: job.title,
  companyName: job.company_name,
  location: orNull(job.candidate_required_location),
  isRemote: true,
  employmentType: orNull(job.job_type),
  // Pay is words here: beside the text it is read like the pay that texts state.
  descriptionHtml: joinSections([
    { html: job.description },
    { heading: 'Salary', html: job.salary && escaped(job.salary) },
  ]),
  sourceUrl: job.url,
  applyUrl: job.url,
  postedDate: toDay(job.publication_date, 'publication_date', repair),
}));

const escaped = (salary: string): string => `<p>Salary: ${salary.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;

/** Remotive's list, a day behind its site. It asks to be called four times a day at most. */
export const remotive: SourceAdapter = {
  name: 'remotive',
  label: 'Remotive',
  board: { kind: 'category, or "all"', pattern: /^[a-z0-9][a-z0-9-]{0,63}$/, example: 'software-dev' },
  hosts: () => ['remotive.com'],
  request: (category) => ({
    url: `https://remotive.com/api/remote-jobs${category === 'all' ? '' : `?category=${category}`}`,
  }),
  limits: { ...newestAlone, quota: { requests: 4, hours: 24 }, hoursFresh: 6 },
  wholeList: 'all',
  media: 'json',
  recognises: (answer) => hasRecords(answer, 'jobs', 'candidate_required_location'),
  parse(answer, context) {
    const jobs = recordsUnder(answer, 'jobs');
    return 'reason' in jobs ? jobs : { postings: jobs.map((job) => readRemotiveJob(job, context)) };
  },
  attribution: { text: 'Source: Remotive', linkBack: true },
  ...documentedOnly,
};
