import { z } from 'zod';
import type { WorkModel } from '#job-pool/raw-posting.ts';
import {
  anything,
  companyOf,
  isRecord,
  joinSections,
  name,
  orNull,
  postingId,
  readerOf,
  text,
  unstated,
  webUrl,
  words,
} from './posting-fields.ts';
import type { SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';
import { toPay } from './to-pay.ts';

const leverPosting = z.object({
  id: postingId,
  text: name,
  categories: z
    .object({ location: words, commitment: words, allLocations: z.array(z.string().max(255)).nullish() })
    .nullish(),
  country: words,
  workplaceType: z.string().nullish(),
  createdAt: anything,
  description: text,
  lists: z.array(z.object({ text: words, content: text })).nullish(),
  additional: text,
  salaryRange: z.object({ min: anything, max: anything, currency: words, interval: words }).nullish(),
  salaryDescription: text,
  hostedUrl: webUrl,
  applyUrl: webUrl.nullish(),
});

type LeverPosting = z.infer<typeof leverPosting>;

const workModels: ReadonlyMap<string, WorkModel> = new Map([
  ['remote', 'REMOTE'],
  ['hybrid', 'HYBRID'],
  ['onsite', 'ONSITE'],
  ['on-site', 'ONSITE'],
]);

/** One posting of Lever's postings API. What is asked for stands in `lists`, apart from the description. */
const readLeverPosting = readerOf(leverPosting, (job, { board, repair }) => ({
  ...unstated,
  ...placesOf(job),
  externalId: job.id,
  title: job.text,
  companyName: companyOf('hostedUrl', siteOf(job.hostedUrl), board?.replace(/^eu\//, '')),
  employmentType: orNull(job.categories?.commitment),
  descriptionHtml: joinSections([
    { html: job.description },
    ...(job.lists ?? []).map(({ text: heading, content }) => ({ heading, html: content && `<ul>${content}</ul>` })),
    { html: job.additional },
    { html: job.salaryDescription },
  ]),
  sourceUrl: job.hostedUrl,
  applyUrl: job.applyUrl ?? null,
  postedDate: toDay(job.createdAt, 'createdAt', repair),
  pay: job.salaryRange ? toPay(job.salaryRange, { field: 'salaryRange', usual: null, repair }) : null,
}));

/** Lever's postings API, of its global and its European host. */
export const lever: SourceAdapter = {
  name: 'lever',
  label: 'Lever',
  board: { kind: 'site, "eu/" before one of the European host', pattern: /^(?:eu\/)?[\w.-]{1,100}$/, example: 'acme' },
  hosts: (board) => [apiHost(board)],
  request: (board, page) => ({
    url: `${postingsOf(board)}?mode=json&limit=100&skip=${page * 100}`,
  }),
  limits: { pageSize: 100, mostPages: 50, pause: 1_000, timeout: 30_000 },
  media: 'json',
  recognises: (answer) => Array.isArray(answer) && isRecord(answer[0]) && 'hostedUrl' in answer[0],
  parse: (answer, context) =>
    Array.isArray(answer)
      ? { postings: answer.map((job) => readLeverPosting(job, context)) }
      : { reason: 'answer: is no list of postings' },
  one: {
    request: (board, posting) => ({ url: `${postingsOf(board)}/${encodeURIComponent(posting)}?mode=json` }),
    parse: readLeverPosting,
  },
  attribution: null,
  offBecause: null,
  provedOn: 'RECORDED',
};

const postingsOf = (board: string): string => `https://${apiHost(board)}/v0/postings/${board.replace(/^eu\//, '')}`;

const apiHost = (board: string): string => (board.startsWith('eu/') ? 'api.eu.lever.co' : 'api.lever.co');

function placesOf({ categories, country, workplaceType }: LeverPosting) {
  const location = orNull(categories?.location);
  return {
    location,
    secondaryLocations: (categories?.allLocations ?? []).filter((place) => orNull(place) !== location),
    country: orNull(country),
    workModel: workModels.get((workplaceType ?? '').toLowerCase()) ?? null,
  };
}

/** The site in `https://jobs.lever.co/<site>/<id>`: the answer names the company nowhere else. */
function siteOf(hostedUrl: string): string | null {
  const { hostname, pathname } = new URL(hostedUrl);
  return /^jobs\.(?:eu\.)?lever\.co$/.test(hostname) ? orNull(pathname.split('/')[1]) : null;
}
