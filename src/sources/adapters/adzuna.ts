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
import { phrasesOf, withPlace } from './search-phrases.ts';
import { documentedOnly, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';
import { toPay } from './to-pay.ts';

const adzunaJob = z.object({
  id: numberedId,
  title: name,
  description: text,
  company: z.object({ display_name: name }),
  location: z.object({ display_name: words }).nullish(),
  redirect_url: webUrl,
  salary_min: anything,
  salary_max: anything,
  salary_is_predicted: anything,
  created: anything,
  contract_time: words,
  contract_type: words,
});

const currencies: ReadonlyMap<string, string> = new Map([
  ...'at be de es fr it nl'.split(' ').map((country) => [country, 'EUR'] as const),
  ...Object.entries({ au: 'AUD', br: 'BRL', ca: 'CAD', ch: 'CHF', gb: 'GBP', in: 'INR', mx: 'MXN', nz: 'NZD' }),
  ...Object.entries({ pl: 'PLN', sg: 'SGD', us: 'USD', za: 'ZAR' }),
]);

/** One result of Adzuna's search. Its text is the first words alone. */
const readAdzunaJob = readerOf(adzunaJob, (job, { board, repair }) => {
  const country = board === null ? null : countryOf(board);
  const isEstimate = String(job.salary_is_predicted ?? '0') === '1';
  const currency = country && currencies.get(country);
  return {
    ...unstated,
    externalId: job.id,
    title: job.title,
    companyName: job.company.display_name,
    location: orNull(job.location?.display_name),
    country: country?.toUpperCase() ?? null,
    employmentType: orNull([job.contract_time, job.contract_type].filter(Boolean).join(', ')),
    descriptionText: orNull(job.description),
    isExcerpt: true,
    sourceUrl: job.redirect_url,
    applyUrl: job.redirect_url,
    postedDate: toDay(job.created, 'created', repair),
    // What Adzuna guesses is nobody's offer.
    pay: isEstimate
      ? null
      : toPay({ min: job.salary_min, max: job.salary_max, currency }, { field: 'salary', usual: 'YEAR', repair }),
  };
});

/**
 * Adzuna's search, with the user's own key, for publishing or personal use. It allows 25 requests a minute, 250 a day,
 * 1,000 a week and 2,500 a month: 80 a day keep all of that.
 */
export const adzuna: SourceAdapter = {
  name: 'adzuna',
  label: 'Adzuna',
  board: {
    kind: 'country and words, with "/" and a place behind them if need be',
    pattern:
      /^(?:at|au|be|br|ca|ch|de|es|fr|gb|in|it|mx|nl|nz|pl|sg|us|za)\/[\p{L}\p{N}][\p{L}\p{N} ,.+#'-]{0,119}(?:\/\p{L}[\p{L} ,.'-]{0,79})?$/u,
    example: 'us/react developer',
  },
  hosts: () => ['api.adzuna.com'],
  request(board, page, key) {
    const [id = '', secret = ''] = (key ?? '').split(':');
    const [, what = '', where] = board.split('/');
    const query = new URLSearchParams({ app_id: id, app_key: secret, results_per_page: '50', what });
    if (where !== undefined) query.set('where', where);
    return { url: `https://api.adzuna.com/v1/api/jobs/${countryOf(board)}/search/${page + 1}?${query}` };
  },
  limits: {
    pageSize: 50,
    mostPages: 10,
    pause: 2_400,
    timeout: 30_000,
    isPartial: true,
    quota: { requests: 80, hours: 24 },
  },
  boardsFor: (wanted) =>
    phrasesOf(wanted).map(({ phrase, place }) => withPlace(`${wanted.country?.toLowerCase()}/${phrase}`, place)),
  key: { form: 'application id, colon, application key', pattern: /^[\w-]{1,100}:[\w-]{1,200}$/ },
  media: 'json',
  recognises: (answer) => hasRecords(answer, 'results', 'redirect_url'),
  parse(answer, context) {
    const jobs = recordsUnder(answer, 'results');
    if ('reason' in jobs) return jobs;
    const total = isRecord(answer) ? answer['count'] : null;
    return {
      postings: jobs.map((job) => readAdzunaJob(job, context)),
      total: typeof total === 'number' ? total : null,
    };
  },
  attribution: { text: 'Jobs by Adzuna', linkBack: true },
  ...documentedOnly,
};

const countryOf = (board: string): string => board.slice(0, 2);
