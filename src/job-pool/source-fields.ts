import { createHash } from 'node:crypto';
import type { DerivedPosting } from './raw-posting.ts';
import type { ReadWords } from './read-posting-text.ts';

/** What a source says of a posting: all of a derived posting but what is read out of its words, which follows. */
export type SourceFields = Omit<DerivedPosting, keyof ReadWords>;

export const sourceFieldNames = [
  'externalId',
  'title',
  'companyName',
  'companyUrl',
  'sourceUrl',
  'applyUrl',
  'location',
  'country',
  'workModel',
  'employmentType',
  'salaryMin',
  'salaryMax',
  'salaryCurrency',
  'descriptionHtml',
  'descriptionText',
  'descriptionHash',
  'postedDate',
  'applicationDeadline',
  'isIncomplete',
  'companyKey',
  'titleKey',
  'placeKey',
  'boardKey',
] as const satisfies readonly (keyof SourceFields)[];

/** Those fields of a posting, derived or stored. */
export const sourceFieldsOf = (posting: SourceFields): SourceFields =>
  Object.fromEntries(sourceFieldNames.map((name) => [name, posting[name]])) as unknown as SourceFields;

/** SHA-256 of all that is derived from a source, hex: what is unchanged is known by it. */
export const hashDerived = (posting: DerivedPosting): string =>
  createHash('sha256').update(JSON.stringify(posting)).digest('hex');
