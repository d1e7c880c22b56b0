import { z } from 'zod';
import {
  anything,
  isRecord,
  name,
  numberedId,
  orNull,
  readerOf,
  text,
  unstated,
  webUrl,
  words,
} from './posting-fields.ts';
import { documentedOnly, newestAlone, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';
import { toPay } from './to-pay.ts';

const remoteOkJob = z.object({
  id: numberedId,
  position: name,
  company: name,
  location: words,
  description: text,
  url: webUrl,
  apply_url: webUrl.nullish().catch(null),
  date: anything,
  salary_min: anything,
  salary_max: anything,
});

const readRemoteOkJob = readerOf(remoteOkJob, (job, { repair }) => ({
  ...unstated,
  externalId: job.id,
  title: job.position,
  companyName: job.company,
  location: orNull(job.location),
  isRemote: true,
  descriptionHtml: orNull(job.description),
  // The terms ask for links to Remote OK's own page.
  sourceUrl: job.url,
  applyUrl: job.url,
  postedDate: toDay(job.date, 'date', repair),
  pay: toPay({ min: job.salary_min, max: job.salary_max, currency: 'USD' }, { field: 'salary', usual: 'YEAR', repair }),
}));

/** Remote OK's newest hundred or so, of one tag or of all; the first record is its legal notice. */
export const remoteOk: SourceAdapter = {
  name: 'remoteok',
  label: 'Remote OK',
  board: { kind: 'tag, or "all"', pattern: /^[a-z0-9][a-z0-9._-]{0,63}$/i, example: 'react' },
  hosts: () => ['remoteok.com'],
  request: (tag) => ({ url: `https://remoteok.com/api${tag === 'all' ? '' : `?tag=${encodeURIComponent(tag)}`}` }),
  limits: newestAlone,
  boardsFor: ({ searches }) => searches.flatMap(({ remoteokTags }) => remoteokTags),
  media: 'json',
  recognises: (answer) => Array.isArray(answer) && answer.some((record) => isRecord(record) && 'legal' in record),
  parse(answer, context) {
    if (!Array.isArray(answer)) return { reason: 'answer: is no list of jobs' };
    const jobs = answer.filter((record) => !(isRecord(record) && 'legal' in record));
    return { postings: jobs.map((job) => readRemoteOkJob(job, context)) };
  },
  attribution: { text: 'Source: Remote OK', linkBack: true },
  ...documentedOnly,
};
