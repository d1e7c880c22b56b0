import { z } from 'zod';
import {
  anything,
  companyOf,
  hasRecords,
  isRecord,
  joinSections,
  name,
  orNull,
  placeOf,
  postingId,
  readerOf,
  recordsUnder,
  text,
  unstated,
  words,
} from './posting-fields.ts';
import type { ListedPosting, ReadContext, SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';

const section = z.object({ title: words, text }).nullish();
const sectionsShown = ['companyDescription', 'jobDescription', 'qualifications', 'additionalInformation'];
const sectionOf = (part: z.infer<typeof section>) => ({ heading: part?.title, html: part?.text });

const smartRecruitersPosting = z.object({
  id: postingId,
  name,
  company: z.object({ identifier: z.string().regex(/^[\w-]{1,100}$/), name: words }),
  releasedDate: anything,
  location: z
    .object({
      city: words,
      region: words,
      country: words,
      fullLocation: words,
      remote: z.boolean().nullish(),
      hybrid: z.boolean().nullish(),
    })
    .nullish(),
  typeOfEmployment: z.object({ label: words }).nullish(),
  jobAd: z.object({ sections: z.record(z.string(), section).nullish() }).nullish(),
});

/** One posting of SmartRecruiters, as listed or, with its text, alone. */
const readSmartRecruitersPosting = readerOf(smartRecruitersPosting, (job, { repair }) => {
  const url = `https://jobs.smartrecruiters.com/${job.company.identifier}/${encodeURIComponent(job.id)}`;
  return {
    ...unstated,
    externalId: job.id,
    title: job.name,
    companyName: companyOf('company.name', job.company.name, job.company.identifier),
    ...placesOf(job),
    employmentType: orNull(job.typeOfEmployment?.label),
    descriptionHtml: joinSections(sectionsShown.map((key) => sectionOf(job.jobAd?.sections?.[key]))),
    sourceUrl: url,
    applyUrl: url,
    postedDate: toDay(job.releasedDate, 'releasedDate', repair),
  };
});

function placesOf(job: z.infer<typeof smartRecruitersPosting>) {
  const { fullLocation, city, region, country, remote = null, hybrid } = job.location ?? {};
  return {
    location: orNull(fullLocation) ?? placeOf(city, region),
    country: orNull(country?.toUpperCase()),
    isRemote: remote,
    workModel: hybrid === true ? ('HYBRID' as const) : null,
  };
}

/** SmartRecruiters' postings API: a list by hundreds, then one request for the text of each. */
export const smartRecruiters: SourceAdapter = {
  name: 'smartrecruiters',
  label: 'SmartRecruiters',
  board: { kind: 'company identifier', pattern: /^[\w-]{1,100}$/, example: 'Acme' },
  hosts: () => ['api.smartrecruiters.com'],
  request: (board, page) => ({ url: `${postingsOf(board)}?limit=100&offset=${page * 100}` }),
  limits: { pageSize: 100, mostPages: 50, pause: 1_000, timeout: 30_000 },
  media: 'json',
  recognises: (answer) => hasRecords(answer, 'content', 'uuid', 'name'),
  parse(answer, context) {
    const jobs = recordsUnder(answer, 'content');
    if ('reason' in jobs) return jobs;
    const total = isRecord(answer) ? answer['totalFound'] : null;
    return {
      postings: jobs.map((job) => withDetail(job, context)),
      total: typeof total === 'number' ? total : null,
    };
  },
  parseDetail: (answer, _listed, context) => readSmartRecruitersPosting(answer, context),
  attribution: null,
  offBecause: 'Its robots.txt admits one named crawler alone. The answer with the text is read as documented only.',
  provedOn: 'RECORDED',
};

const postingsOf = (company: string): string => `https://api.smartrecruiters.com/v1/companies/${company}/postings`;

function withDetail(job: unknown, context: ReadContext): ListedPosting {
  const read = readSmartRecruitersPosting(job, context);
  if ('reason' in read || context.board === null) return read;
  return { ...read, detail: { url: `${postingsOf(context.board)}/${encodeURIComponent(read.posting.externalId)}` } };
}
