import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { RawPosting } from '../../src/job-pool/raw-posting.ts';

const fileOf = (name: string): Buffer => readFileSync(new URL(`data/${name}`, import.meta.url));
const linesOf = (text: string): readonly string[] => text.trim().split('\n');
const packedLines = (name: string): readonly string[] => linesOf(gunzipSync(fileOf(name)).toString('utf8'));

interface KeptPosting {
  readonly id: string;
  readonly company: string;
  readonly title: string;
  readonly location: string | null;
  readonly url: string | null;
  readonly text: string;
}

/** Postings that labelled pairs are of, by id, as their board has them. */
export const readPostings = (): ReadonlyMap<string, RawPosting> =>
  new Map(packedLines('postings.jsonl.gz').map((line) => asRaw(JSON.parse(line) as KeptPosting)));

function asRaw({ id, company, title, location, url, text }: KeptPosting): readonly [string, RawPosting] {
  const [place = null, ...others] = location?.split('; ') ?? [];
  const said = { externalId: id, title, companyName: company, descriptionText: text, sourceUrl: url };
  const nothing = { companyUrl: null, country: null, isRemote: null, workModel: null, employmentType: null };
  const dates = { postedDate: null, applicationDeadline: null };
  const none = { ...nothing, ...dates, applyUrl: null, pay: null, descriptionHtml: null };
  return [id, { ...none, ...said, location: place, secondaryLocations: others }];
}

/** A pair that was read by two readers: whether both are one opening, as each read it and in the end. */
export interface LabelledPair {
  readonly ids: readonly [string, string];
  readonly stratum: string;
  /** One reader's, the same reader's again, and another reader's who had not seen them. */
  readonly readings: readonly [boolean, boolean, boolean];
  readonly isSame: boolean;
  /** Why it was settled so, where they differ. */
  readonly reason: string | null;
}

export const readLabels = (): readonly LabelledPair[] =>
  linesOf(fileOf('labels.tsv').toString('utf8')).map((line) => {
    const [a = '', b = '', stratum = '', ...labels] = line.split('\t');
    const [first = false, again = false, other = false, isSame = false] = labels.map((label) => label === 'same');
    return { ids: [a, b], stratum, readings: [first, again, other], isSame, reason: labels[4] ?? null };
  });

/** Pairs of one company whose texts are nearly the same. */
export const readNearPairs = (): readonly { readonly titles: readonly [string, string]; readonly place: string }[] =>
  packedLines('near-pairs.tsv.gz').map((line) => {
    const [, , titleA = '', titleB = '', place = ''] = line.split('\t');
    return { titles: [titleA, titleB], place };
  });
