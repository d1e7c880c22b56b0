import { derivePosting } from '../../src/job-pool/derive-posting.ts';
import type { DerivedPosting, RawPosting } from '../../src/job-pool/raw-posting.ts';
import { readImport } from '../../src/sources/read-import.ts';

const levels = ['', '', 'Junior ', 'Senior ', 'Staff ', 'Lead '];
const levelWords = /^(junior|senior|staff|lead|principal)\s+/i;

/** The postings of a file as its source has them. */
export async function rawPostings(file: string): Promise<readonly RawPosting[]> {
  const raw: RawPosting[] = [];
  for await (const each of readImport(file)) if ('record' in each) raw.push(each.record);
  return raw;
}

/**
 * Postings made of real ones: of each, the company, the place, the level and half of the sentences are those of others.
 * The same number always makes the same posting.
 */
export function recombined(raw: readonly RawPosting[], from: number, count: number): readonly DerivedPosting[] {
  return Array.from({ length: count }, (_, index) => recombine(raw, from + index)).map(derivePosting);
}

function recombine(raw: readonly RawPosting[], number: number): RawPosting {
  const pick = (part: number): RawPosting => raw[mixed(number, part) % raw.length] as RawPosting;
  const [own, company, place, text] = [pick(0), pick(1), pick(2), pick(3)];
  const sentences = (posting: RawPosting): readonly string[] =>
    (posting.descriptionText ?? '').split(/(?<=[.!?\n])\s+/);
  const descriptionText = [
    ...sentences(own).filter((_, at) => at % 2 === 0),
    ...sentences(text).filter((_, at) => at % 2 === 1),
  ].join(' ');
  return {
    ...own,
    externalId: `recombined-${number}`,
    sourceUrl: renumbered(own.sourceUrl, number),
    applyUrl: renumbered(own.applyUrl, number),
    title: `${levels[mixed(number, 4) % levels.length]}${own.title.replace(levelWords, '')}`.slice(0, 255),
    companyName: `${company.companyName} ${number % 97}`,
    location: place.location,
    secondaryLocations: place.secondaryLocations,
    country: place.country,
    isRemote: place.isRemote,
    workModel: place.workModel,
    descriptionHtml: null,
    descriptionText,
  };
}

/** An address on the same board that no other posting has. */
const renumbered = (url: string | null, number: number): string | null =>
  url?.replace(/[\da-f]{8}(?=-[\da-f]{4}-)/, number.toString(16).padStart(8, '0')) ?? null;

/** A whole number that looks random and is the same each time (the finaliser of MurmurHash3, public domain). */
export function mixed(number: number, part: number): number {
  let hash = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(part + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
