import { z } from 'zod';
import {
  anything,
  hasRecords,
  isRecord,
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
import { documentedOnly, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';

const museJob = z.object({
  id: numberedId,
  name,
  contents: text,
  publication_date: anything,
  locations: z.array(z.object({ name: words })).nullish(),
  company: z.object({ name }),
  refs: z.object({ landing_page: webUrl }),
});

const readMuseJob = readerOf(museJob, (job, { repair }) => {
  const [location = null, ...secondaryLocations] = (job.locations ?? []).flatMap((place) => orNull(place.name) ?? []);
  return {
    ...unstated,
    externalId: job.id,
    title: job.name,
    companyName: job.company.name,
    location,
    secondaryLocations,
    isRemote: location === 'Flexible / Remote' ? true : null,
    descriptionHtml: orNull(job.contents),
    sourceUrl: job.refs.landing_page,
    applyUrl: job.refs.landing_page,
    postedDate: toDay(job.publication_date, 'publication_date', repair),
  };
});

/** The Muse, by twenties, a hundred pages at most. Its optional key, which would raise its limit, is nobody's to give. */
export const theMuse: SourceAdapter = {
  name: 'themuse',
  label: 'The Muse',
  board: { kind: 'category, or "all"', pattern: /^\w[\w &-]{0,63}$/, example: 'Software Engineering' },
  hosts: () => ['www.themuse.com'],
  request(category, page) {
    const query = new URLSearchParams({ page: `${page}` });
    if (category !== 'all') query.set('category', category);
    return { url: `https://www.themuse.com/api/public/jobs?${query}` };
  },
  limits: {
    pageSize: 20,
    mostPages: 99,
    pause: 8_000,
    timeout: 30_000,
    isPartial: true,
    quota: { requests: 500, hours: 1 },
    hoursFresh: 6,
  },
  boardsFor: ({ searches }) => searches.flatMap(({ titles }) => titles.flatMap((title) => categoryOf(title) ?? [])),
  media: 'json',
  recognises: (answer) => hasRecords(answer, 'results', 'contents', 'refs'),
  parse(answer, context) {
    const jobs = recordsUnder(answer, 'results');
    if ('reason' in jobs) return jobs;
    const total = isRecord(answer) ? answer['total'] : null;
    return { postings: jobs.map((job) => readMuseJob(job, context)), total: typeof total === 'number' ? total : null };
  },
  attribution: { text: 'Source: The Muse', linkBack: true },
  ...documentedOnly,
};

/** Of the categories that its documents list, those that a title tells. */
const categories: readonly (readonly [RegExp, string])[] = [
  [/\b(?:data|analytics|machine learning)\b/i, 'Data and Analytics'],
  [/\b(?:software|developer|programmer|frontend|backend|full[- ]?stack|devops)\b/i, 'Software Engineering'],
  [/\b(?:design|designer|ux|ui)\b/i, 'Design and UX'],
  [/\bproduct (?:manager|owner)\b/i, 'Product Management'],
  [/\bproject manager\b/i, 'Project Management'],
  [/\b(?:nurse|nursing|physician|therapist|clinical)\b/i, 'Healthcare'],
  [/\b(?:sales|account executive)\b/i, 'Sales'],
  [/\bmarketing\b/i, 'Advertising and Marketing'],
  [/\b(?:recruiter|human resources|hr)\b/i, 'Human Resources and Recruitment'],
  [/\b(?:accountant|accounting|finance)\b/i, 'Accounting and Finance'],
  [/\bcustomer (?:service|support|success)\b/i, 'Customer Service'],
  [/\b(?:teacher|tutor|education)\b/i, 'Education'],
];

const categoryOf = (title: string): string | null => categories.find(([words]) => words.test(title))?.[1] ?? null;
