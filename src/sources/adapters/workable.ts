import { z } from 'zod';
import {
  anything,
  companyOf,
  hasRecords,
  isRecord,
  name,
  orNull,
  placeOf,
  postingId,
  readerOf,
  recordsUnder,
  text,
  unstated,
  webUrl,
  words,
} from './posting-fields.ts';
import { wholeBoard, type ReadPosting, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';

const workablePosting = z.object({
  shortcode: postingId,
  title: name,
  account: words,
  url: webUrl,
  application_url: webUrl.nullish(),
  published_on: anything,
  country: words,
  state: words,
  city: words,
  telecommuting: z.boolean().nullish(),
  employment_type: words,
  description: text,
});

/** One job of Workable's widget. */
const readWorkablePosting = readerOf(workablePosting, (job, { board, repair }) => ({
  ...unstated,
  externalId: job.shortcode,
  title: job.title,
  companyName: companyOf('name', job.account, board),
  location: placeOf(job.city, job.state, job.country),
  country: orNull(job.country),
  isRemote: job.telecommuting ?? null,
  employmentType: orNull(job.employment_type),
  descriptionHtml: orNull(job.description),
  sourceUrl: job.url,
  applyUrl: job.application_url ?? null,
  postedDate: toDay(job.published_on, 'published_on', repair),
}));

/** The widget of Workable's careers pages: a whole board in one answer, a job once for each of its places. */
export const workable: SourceAdapter = {
  name: 'workable',
  label: 'Workable',
  board: { kind: 'account', pattern: /^[\w-]{1,100}$/, example: 'acme' },
  hosts: () => ['apply.workable.com'],
  request: (board) => ({ url: `https://apply.workable.com/api/v1/widget/accounts/${board}?details=true` }),
  limits: { ...wholeBoard, pause: 10_000 },
  media: 'json',
  recognises: (answer) => hasRecords(answer, 'jobs', 'shortcode'),
  parse(answer, context) {
    const jobs = recordsUnder(answer, 'jobs');
    if ('reason' in jobs) return jobs;
    const account = isRecord(answer) ? answer['name'] : null;
    return {
      postings: joinPlaces(jobs.map((job) => readWorkablePosting(isRecord(job) ? { ...job, account } : job, context))),
    };
  },
  attribution: null,
  offBecause: 'A wall against bots answers many requests with 429 and long waits.',
  provedOn: 'RECORDED',
};

/** One posting where a job is listed again for another place. */
function joinPlaces(read: readonly ReadPosting[]): ReadPosting[] {
  const joined = new Map<string, ReadPosting>();
  for (const [index, each] of read.entries()) {
    if ('reason' in each) {
      joined.set(`${index}`, each);
      continue;
    }
    const key = `id ${each.posting.externalId}`;
    const first = joined.get(key);
    joined.set(key, first && 'posting' in first ? withPlace(first, each.posting.location) : each);
  }
  return [...joined.values()];
}

function withPlace(read: Extract<ReadPosting, { posting: unknown }>, place: string | null): ReadPosting {
  const { posting } = read;
  const known = [posting.location, ...posting.secondaryLocations];
  if (place === null || known.includes(place)) return read;
  return { ...read, posting: { ...posting, secondaryLocations: [...posting.secondaryLocations, place] } };
}
