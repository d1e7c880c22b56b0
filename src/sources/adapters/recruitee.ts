import { z } from 'zod';
import type { WorkModel } from '#job-pool/raw-posting.ts';
import {
  anything,
  companyOf,
  hasRecords,
  joinSections,
  name,
  numberedId,
  orNull,
  placeOf,
  readerOf,
  recordsUnder,
  text,
  unstated,
  webUrl,
  words,
} from './posting-fields.ts';
import { wholeBoard, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';
import { toPay } from './to-pay.ts';

const place = z.object({ city: words, state: words, country: words });

const recruiteePosting = z.object({
  id: numberedId,
  title: name,
  company_name: words,
  location: words,
  locations: z.array(place).nullish(),
  country_code: words,
  remote: z.boolean().nullish(),
  hybrid: z.boolean().nullish(),
  on_site: z.boolean().nullish(),
  employment_type_code: words,
  salary: z.object({ min: anything, max: anything, period: words, currency: words }).nullish(),
  description: text,
  requirements: text,
  careers_url: webUrl,
  careers_apply_url: webUrl.nullish(),
  published_at: anything,
  close_at: anything,
});

/** One offer of Recruitee's careers site API; figures of pay come as texts. */
const readRecruiteePosting = readerOf(recruiteePosting, (offer, { board, repair }) => {
  const location = orNull(offer.location);
  const places = (offer.locations ?? []).flatMap(({ city, state, country }) => placeOf(city, state, country) ?? []);
  return {
    ...unstated,
    externalId: offer.id,
    title: offer.title,
    companyName: companyOf('company_name', offer.company_name, board),
    location: location ?? places[0] ?? null,
    secondaryLocations: places.filter((each) => each !== location),
    country: orNull(offer.country_code),
    isRemote: offer.remote ?? null,
    workModel: workModelOf(offer),
    employmentType: orNull(offer.employment_type_code),
    descriptionHtml: joinSections([{ html: offer.description }, { heading: 'Requirements', html: offer.requirements }]),
    sourceUrl: offer.careers_url,
    applyUrl: offer.careers_apply_url ?? null,
    postedDate: toDay(offer.published_at, 'published_at', repair),
    applicationDeadline: toDay(offer.close_at, 'close_at', repair),
    pay: offer.salary
      ? toPay({ ...offer.salary, interval: offer.salary.period }, { field: 'salary', usual: null, repair })
      : null,
  };
});

/** The careers site API of Recruitee: a whole board in one answer, at the company's own host there. */
export const recruitee: SourceAdapter = {
  name: 'recruitee',
  label: 'Recruitee',
  board: { kind: 'company, as before .recruitee.com', pattern: /^[a-z0-9][a-z0-9-]{0,62}$/i, example: 'acme' },
  hosts: (board) => [`${board}.recruitee.com`],
  request: (board) => ({ url: `https://${board}.recruitee.com/api/offers/` }),
  limits: wholeBoard,
  media: 'json',
  recognises: (answer) => hasRecords(answer, 'offers', 'careers_url'),
  parse(answer, context) {
    const offers = recordsUnder(answer, 'offers');
    return 'reason' in offers ? offers : { postings: offers.map((offer) => readRecruiteePosting(offer, context)) };
  },
  attribution: null,
  offBecause: null,
  provedOn: 'RECORDED',
};

// A board may tick several; with days in an office and days elsewhere it is hybrid.
function workModelOf(offer: z.infer<typeof recruiteePosting>): WorkModel | null {
  if (offer.hybrid) return 'HYBRID';
  if (offer.remote) return 'REMOTE';
  return offer.on_site ? 'ONSITE' : null;
}
