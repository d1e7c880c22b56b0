import { z } from 'zod';
import type { RawPosting } from '#job-pool/raw-posting.ts';
import { anything, companyOf, isRecord, name, orNull, placeOf, readerOf, text, unstated } from './posting-fields.ts';
import type { Repair } from './posting-fields.ts';
import { toDay } from './to-day.ts';
import { toPay } from './to-pay.ts';
import { unescapeHtml } from './unescape-html.ts';

const schemaOrgPosting = z.object({
  title: name.nullish(),
  name: name.nullish(),
  description: text,
  datePosted: anything,
  validThrough: anything,
  employmentType: anything,
  hiringOrganization: anything,
  jobLocation: anything,
  jobLocationType: anything,
  applicantLocationRequirements: anything,
  baseSalary: anything,
});

/** What the page or feed around a schema.org posting knows of it. */
export interface SchemaOrgContext {
  readonly externalId: string;
  readonly sourceUrl: string | null;
  readonly companyName: string | null;
  readonly title?: string | null | undefined;
}

/**
 * A JobPosting of schema.org, from JSON-LD of any page or from a feed. Each of its properties may be a single value, an
 * object or a list of them, and sites use all three. Its own `url` is not believed: a page could name somebody else's.
 */
export function readSchemaOrgPosting(record: unknown, around: SchemaOrgContext): ReturnType<typeof read> {
  return read({ record, around }, { board: null, today: '' });
}

const read = readerOf(
  z.object({ record: schemaOrgPosting, around: z.custom<SchemaOrgContext>() }),
  ({ record: job, around }, { repair }): RawPosting => {
    const organization = firstRecord(job.hiringOrganization);
    const [location, ...secondaryLocations] = placesOf(job);
    const isRemote = listOf(job.jobLocationType).includes('TELECOMMUTE');
    return {
      ...unstated,
      externalId: around.externalId,
      title: companyOf('title', job.title, job.name, around.title),
      companyName: companyOf(
        'hiringOrganization',
        wordsIn(job.hiringOrganization),
        textIn(organization, 'name'),
        around.companyName,
      ),
      companyUrl: webAddress(textIn(organization, 'sameAs') ?? textIn(organization, 'url')),
      location: location ?? null,
      secondaryLocations,
      country: countryOf(job.jobLocation),
      isRemote: isRemote ? true : null,
      employmentType: orNull(
        listOf(job.employmentType)
          .filter((each) => typeof each === 'string')
          .join(', ')
          .slice(0, 255),
      ),
      descriptionHtml: orNull(unescapeHtml(job.description ?? '')),
      sourceUrl: around.sourceUrl,
      applyUrl: around.sourceUrl,
      postedDate: toDay(job.datePosted, 'datePosted', repair),
      applicationDeadline: toDay(job.validThrough, 'validThrough', repair),
      pay: payOf(job.baseSalary, repair),
    };
  },
);

/** Postings in a JSON-LD document: alone, in a list, in a `@graph`, or as items of a list. */
export function jobPostingsIn(document: unknown, depth = 0): readonly Readonly<Record<string, unknown>>[] {
  if (depth > 6) return [];
  if (Array.isArray(document)) return document.flatMap((each) => jobPostingsIn(each, depth + 1));
  if (!isRecord(document)) return [];
  if (listOf(document['@type']).includes('JobPosting')) return [document];
  return ['@graph', 'itemListElement', 'item', 'mainEntity'].flatMap((key) => jobPostingsIn(document[key], depth + 1));
}

/** The id that an employer gives a posting. */
export function identifierOf(job: Readonly<Record<string, unknown>>): string | null {
  const [identifier] = listOf(job['identifier']);
  const value = isRecord(identifier) ? identifier['value'] : identifier;
  return typeof value === 'string' || typeof value === 'number' ? orNull(String(value)) : null;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}

const firstRecord = (value: unknown): Readonly<Record<string, unknown>> | undefined => listOf(value).find(isRecord);

const wordsIn = (value: unknown): string | null => (typeof value === 'string' ? orNull(value) : null);

function textIn(record: Readonly<Record<string, unknown>> | undefined, key: string): string | null {
  const [value] = listOf(record?.[key]);
  return wordsIn(isRecord(value) ? value['name'] : value);
}

function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) && url.length <= 500 ? url : null;
}

const addressOf = (place: unknown): unknown => (isRecord(place) ? (place['address'] ?? place['name']) : place);

// Where the work can be done from anywhere, the places are those that people may apply from.
function placesOf(job: z.infer<typeof schemaOrgPosting>): string[] {
  const places = listOf(job.jobLocation).flatMap((each) => placeWords(addressOf(each)) ?? []);
  const applicants = listOf(job.applicantLocationRequirements).flatMap((each) => placeWords(addressOf(each)) ?? []);
  return [...new Set(places.length > 0 ? places : applicants)];
}

function placeWords(address: unknown): string | null {
  if (!isRecord(address)) return wordsIn(address)?.slice(0, 255) ?? null;
  const country = textIn(address, 'addressCountry');
  return (
    placeOf(textIn(address, 'addressLocality'), textIn(address, 'addressRegion'), country)?.slice(0, 255) ??
    textIn(address, 'name')
  );
}

function countryOf(jobLocation: unknown): string | null {
  const address = addressOf(firstRecord(jobLocation));
  return isRecord(address) ? textIn(address, 'addressCountry') : null;
}

// `{currency, value: {minValue, maxValue, unitText}}`, or with a single value at either level.
function payOf(baseSalary: unknown, repair: Repair) {
  const [stated] = listOf(baseSalary);
  const outer = isRecord(stated) ? stated : { value: stated };
  const inner = firstRecord(outer['value']) ?? outer;
  const { minValue = inner['value'], maxValue = inner['value'] } = inner;
  const interval = textIn(inner, 'unitText') ?? textIn(outer, 'unitText');
  const currency = textIn(outer, 'currency') ?? textIn(inner, 'currency');
  return toPay({ min: minValue, max: maxValue, currency, interval }, { field: 'baseSalary', usual: 'YEAR', repair });
}
