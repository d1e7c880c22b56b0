import { z } from 'zod';
import {
  anything,
  hasRecords,
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
import { phrasesOf } from './search-phrases.ts';
import { documentedOnly, newestAlone, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';
import { toPay } from './to-pay.ts';
import { unescapeHtml } from './unescape-html.ts';

const jobicyJob = z.object({
  id: numberedId,
  url: webUrl,
  jobTitle: z.string().transform(unescapeHtml).pipe(name),
  companyName: z.string().transform(unescapeHtml).pipe(name),
  jobType: z.union([z.string(), z.array(z.string())]).nullish(),
  jobGeo: words,
  jobDescription: text,
  pubDate: anything,
  salaryMin: anything,
  salaryMax: anything,
  salaryCurrency: words,
  salaryPeriod: words,
});

const readJobicyJob = readerOf(jobicyJob, (job, { repair }) => ({
  ...unstated,
  externalId: job.id,
  title: job.jobTitle,
  companyName: job.companyName,
  // Where people may apply from.
  location: orNull(job.jobGeo),
  isRemote: true,
  employmentType: orNull([job.jobType ?? []].flat().join(', ').slice(0, 255)),
  descriptionHtml: orNull(job.jobDescription),
  sourceUrl: job.url,
  applyUrl: job.url,
  postedDate: toDay(job.pubDate, 'pubDate', repair),
  pay: toPay(
    { min: job.salaryMin, max: job.salaryMax, currency: job.salaryCurrency, interval: job.salaryPeriod },
    { field: 'salary', usual: 'YEAR', repair },
  ),
}));

/** Jobicy's newest fifty, of one tag or of all. Its words come with entities. */
export const jobicy: SourceAdapter = {
  name: 'jobicy',
  label: 'Jobicy',
  board: { kind: 'tag, or "all"', pattern: /^\w[\w .+-]{0,63}$/, example: 'python' },
  hosts: () => ['jobicy.com'],
  request: (tag) => ({
    url: `https://jobicy.com/api/v2/remote-jobs?count=50${tag === 'all' ? '' : `&tag=${encodeURIComponent(tag)}`}`,
  }),
  limits: newestAlone,
  boardsFor: (wanted) => phrasesOf(wanted).map(({ phrase }) => phrase.replaceAll(/[^\w .+-]/g, ' ').trim()),
  media: 'json',
  recognises: (answer) => hasRecords(answer, 'jobs', 'jobTitle', 'jobGeo'),
  parse(answer, context) {
    const jobs = recordsUnder(answer, 'jobs');
    return 'reason' in jobs ? jobs : { postings: jobs.map((job) => readJobicyJob(job, context)) };
  },
  attribution: { text: 'Source: Jobicy', linkBack: true },
  ...documentedOnly,
};
