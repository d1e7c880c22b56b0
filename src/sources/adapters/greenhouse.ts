import { z } from 'zod';
import {
  anything,
  companyOf,
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
import { wholeBoard, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';
import { unescapeHtml } from './unescape-html.ts';

const office = z.object({ name: words, location: words });

const greenhousePosting = z.object({
  id: numberedId,
  title: name,
  company_name: words,
  location: z.object({ name: words }).nullish(),
  offices: z.array(office).nullish(),
  metadata: z.array(z.object({ name: z.string().nullish(), value: z.unknown() })).nullish(),
  absolute_url: webUrl,
  content: text,
  first_published: anything,
  application_deadline: anything,
});

/** One job of Greenhouse's job board API. `updated_at` changes with every touch, so it is no date of publication. */
const readGreenhousePosting = readerOf(greenhousePosting, (job, { board, repair }) => {
  const location = orNull(job.location?.name);
  return {
    ...unstated,
    externalId: job.id,
    title: job.title,
    companyName: companyOf('company_name', job.company_name, board),
    location,
    secondaryLocations: officesOf(job.offices ?? [], location),
    employmentType: employmentOf(job.metadata ?? []),
    // The mark-up comes with its characters escaped.
    descriptionHtml: orNull(unescapeHtml(job.content ?? '')),
    sourceUrl: job.absolute_url,
    applyUrl: job.absolute_url,
    postedDate: toDay(job.first_published, 'first_published', repair),
    applicationDeadline: toDay(job.application_deadline, 'application_deadline', repair),
  };
});

/** Greenhouse's job board API: a whole board in one answer. Boards of its European host are served alike. */
export const greenhouse: SourceAdapter = {
  name: 'greenhouse',
  label: 'Greenhouse',
  board: { kind: 'board token', pattern: /^[a-z0-9_-]{1,100}$/i, example: 'acme' },
  hosts: () => ['boards-api.greenhouse.io'],
  request: (board) => ({ url: `${jobsOf(board)}?content=true` }),
  limits: wholeBoard,
  media: 'json',
  recognises: (answer) => hasRecords(answer, 'jobs', 'absolute_url'),
  parse(answer, context) {
    const jobs = recordsUnder(answer, 'jobs');
    return 'reason' in jobs ? jobs : { postings: jobs.map((job) => readGreenhousePosting(job, context)) };
  },
  one: {
    request: (board, posting) => ({ url: `${jobsOf(board)}/${encodeURIComponent(posting)}` }),
    parse: readGreenhousePosting,
  },
  attribution: null,
  offBecause: null,
  provedOn: 'RECORDED',
};

const jobsOf = (board: string): string => `https://boards-api.greenhouse.io/v1/boards/${board}/jobs`;

// The place may say "Hybrid" alone; the offices then tell where.
function officesOf(offices: readonly z.infer<typeof office>[], location: string | null): string[] {
  const places = offices.flatMap((each) => orNull(each.location) ?? orNull(each.name) ?? []);
  return places.filter((place) => place !== location);
}

function employmentOf(metadata: readonly { name?: string | null | undefined; value?: unknown }[]): string | null {
  const found = metadata.find((field) => /^(?:employment|job|position|contract) type$/i.test(field.name ?? ''))?.value;
  return typeof found === 'string' ? orNull(found.slice(0, 255)) : null;
}
