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
import { phrasesOf, withPlace } from './search-phrases.ts';
import { documentedOnly, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';
import { toPay } from './to-pay.ts';

const pageSize = 250;

const usaJob = z.object({
  MatchedObjectId: numberedId,
  MatchedObjectDescriptor: z.object({
    PositionTitle: name,
    PositionURI: webUrl,
    ApplyURI: z.array(webUrl).nullish(),
    OrganizationName: name,
    PositionLocation: z.array(z.object({ LocationName: words })).nullish(),
    PositionSchedule: z.array(z.object({ Name: words })).nullish(),
    PositionRemuneration: z
      .array(z.object({ MinimumRange: anything, MaximumRange: anything, RateIntervalCode: words }))
      .nullish(),
    PublicationStartDate: anything,
    ApplicationCloseDate: anything,
    QualificationSummary: text,
    UserArea: z
      .object({ Details: z.object({ JobSummary: text, MajorDuties: z.array(z.string()).nullish() }).nullish() })
      .nullish(),
  }),
});

/** One announcement of USAJOBS. Its texts are plain. */
const readUsaJob = readerOf(usaJob, ({ MatchedObjectId, MatchedObjectDescriptor: job }, { repair }) => {
  const [location = null, ...secondaryLocations] = (job.PositionLocation ?? []).flatMap(
    (place) => orNull(place.LocationName) ?? [],
  );
  return {
    ...unstated,
    externalId: MatchedObjectId,
    title: job.PositionTitle,
    companyName: job.OrganizationName,
    location,
    secondaryLocations,
    country: 'US',
    employmentType: orNull(job.PositionSchedule?.[0]?.Name),
    descriptionText: textOf(job),
    sourceUrl: job.PositionURI,
    applyUrl: job.ApplyURI?.[0] ?? job.PositionURI,
    postedDate: toDay(job.PublicationStartDate, 'PublicationStartDate', repair),
    applicationDeadline: toDay(job.ApplicationCloseDate, 'ApplicationCloseDate', repair),
    pay: payOf(job, repair),
  };
});

/** USAJOBS' search, with the user's own key, which is bound to an e-mail address: "address:key". */
export const usaJobs: SourceAdapter = {
  name: 'usajobs',
  label: 'USAJOBS',
  board: {
    kind: 'keyword, with "/" and a place behind it if need be',
    pattern: /^[\p{L}\p{N}][\p{L}\p{N} ,.+'-]{0,119}(?:\/\p{L}[\p{L} ,.'-]{0,79})?$/u,
    example: 'nurse',
  },
  hosts: () => ['data.usajobs.gov'],
  request(board, page, key) {
    const [keyword = '', place] = board.split('/');
    const [email = '', secret = ''] = (key ?? '').split(':');
    const query = new URLSearchParams({ Keyword: keyword, ResultsPerPage: `${pageSize}`, Page: `${page + 1}` });
    if (place !== undefined) query.set('LocationName', place);
    return {
      url: `https://data.usajobs.gov/api/search?${query}`,
      headers: { 'user-agent': email, 'authorization-key': secret },
    };
  },
  limits: { pageSize, mostPages: 40, pause: 1_000, timeout: 30_000, isPartial: true },
  boardsFor: (wanted) =>
    wanted.country === 'US' ? phrasesOf(wanted).map(({ phrase, place }) => withPlace(phrase, place)) : [],
  // The address goes into a header.
  key: { form: 'e-mail address, colon, authorization key', pattern: /^[\w.+-]{1,100}@[\w.-]{1,150}:[\w+/=-]{1,200}$/ },
  media: 'json',
  recognises: (answer) => isRecord(answer) && isRecord(answer['SearchResult']),
  parse(answer, context) {
    const result = isRecord(answer) ? answer['SearchResult'] : null;
    const items = isRecord(result) ? result['SearchResultItems'] : null;
    if (!isRecord(result) || !Array.isArray(items)) return { reason: 'answer: has no list of "SearchResultItems"' };
    const total = result['SearchResultCountAll'];
    return {
      postings: items.map((item) => readUsaJob(item, context)),
      total: typeof total === 'number' ? total : null,
    };
  },
  attribution: { text: 'Source: USAJOBS', linkBack: true },
  ...documentedOnly,
};

type UsaJob = z.infer<typeof usaJob>['MatchedObjectDescriptor'];

function textOf({ UserArea, QualificationSummary }: UsaJob): string | null {
  const { JobSummary, MajorDuties } = UserArea?.Details ?? {};
  const duties = MajorDuties?.map((duty) => `- ${duty}`).join('\n');
  const parts = [
    orNull(JobSummary),
    orNull(duties) && `Duties\n${duties}`,
    orNull(QualificationSummary) && `Qualifications\n${QualificationSummary}`,
  ];
  return orNull(parts.filter((part) => part !== null).join('\n\n'));
}

function payOf({ PositionRemuneration }: UsaJob, repair: (field: string, done: string) => void) {
  const [{ MinimumRange: min, MaximumRange: max, RateIntervalCode: interval } = {}] = PositionRemuneration ?? [];
  return toPay({ min, max, currency: 'USD', interval }, { field: 'PositionRemuneration', usual: null, repair });
}
