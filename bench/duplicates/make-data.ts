// Draws the pairs of postings that are labelled by reading, and those that are only known to have other titles:
//   node bench/duplicates/make-data.ts ASHBY_POSTINGS.jsonl.gz NEAR_DUPLICATE_PAIRS.tsv.gz
// The same postings always give the same pairs, one a line with its stratum, to be labelled: labels.tsv has each line
// with what one reader read, and read again, what another read, what was settled, and why where they differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { DerivedPosting } from '../../src/job-pool/raw-posting.ts';
import { textRatio } from '../../src/job-pool/text-ratio.ts';
import { derivedPostings } from '../import/demo-postings.ts';
import { mixed } from '../surfacing/recombined-postings.ts';

const [postingsFile, nearFile] = process.argv.slice(2);
if (postingsFile === undefined || nearFile === undefined)
  throw new Error('usage: make-data.ts ASHBY_POSTINGS.jsonl.gz NEAR_DUPLICATE_PAIRS.tsv.gz');

const pairsInAll = 300;
const ratioBands = [0, 0.4, 0.7, 0.85, 1];

interface Pair {
  readonly a: DerivedPosting;
  readonly b: DerivedPosting;
  readonly stratum: string;
}

const postings = await derivedPostings(postingsFile);

const write = (name: string, lines: readonly string[]): void =>
  writeFileSync(new URL(`data/${name}`, import.meta.url), gzipSync(`${lines.join('\n')}\n`, { level: 9 }));

function* pairsWithin(group: readonly DerivedPosting[]): Generator<readonly [DerivedPosting, DerivedPosting]> {
  for (const [at, a] of group.entries()) for (const b of group.slice(at + 1)) yield [a, b];
}

/** Some pairs of a list, the same ones every time. */
const draw = <T>(all: readonly T[], count: number, part: number): readonly T[] =>
  [...all.keys()]
    .toSorted((one, other) => mixed(one, part) - mixed(other, part))
    .slice(0, count)
    .map((index) => all[index] as T);

function stratumOf(a: DerivedPosting, b: DerivedPosting): string {
  const ratio = textRatio(a.descriptionText, b.descriptionText);
  const band = ratioBands.findLast((least) => ratio >= least);
  const named = (what: string, isSame: boolean): string => `${isSame ? 'same' : 'other'} ${what}`;
  return [
    named('company', a.companyKey === b.companyKey),
    named('title', a.titleKey === b.titleKey),
    named('place', a.placeKey === b.placeKey),
    `ratio from ${band}`,
  ].join(', ');
}

const companies = [...Map.groupBy(postings, ({ companyKey }) => companyKey).values()];
const titles = [...Map.groupBy(postings, ({ titleKey }) => titleKey).values()];
const isSame = (a: DerivedPosting, b: DerivedPosting): boolean =>
  a.titleKey === b.titleKey && a.placeKey === b.placeKey;
const within = companies.flatMap((group) => [...pairsWithin(group)]);
const twins = within.filter(([a, b]) => isSame(a, b));
// Of others too many to compare all; of those of one company and title, all there are.
const others = [
  ...within.filter(([a, b]) => !isSame(a, b) && a.titleKey === b.titleKey),
  ...draw(
    within.filter(([a, b]) => a.titleKey !== b.titleKey),
    4_000,
    1,
  ),
  ...draw(
    titles.flatMap((group) => [...pairsWithin(group)]).filter(([a, b]) => a.companyKey !== b.companyKey),
    600,
    2,
  ),
];
const asPairs = (all: readonly (readonly [DerivedPosting, DerivedPosting])[]): readonly Pair[] =>
  all.map(([a, b]) => ({ a, b, stratum: stratumOf(a, b) }));
const strata = Map.groupBy(asPairs(others), ({ stratum }) => stratum);
const chosen = [...asPairs(twins)];
for (let round = 0; chosen.length < pairsInAll; round += 1)
  for (const [, stratum] of [...strata].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const next = draw(stratum, round + 1, 3)[round];
    if (next !== undefined && chosen.length < pairsInAll) chosen.push(next);
  }

const kept = new Map(chosen.flatMap(({ a, b }) => [[a.externalId, a] as const, [b.externalId, b] as const]));
write(
  'postings.jsonl.gz',
  [...kept.values()].map((posting) =>
    JSON.stringify({
      id: posting.externalId,
      company: posting.companyName,
      title: posting.title,
      location: posting.location,
      url: posting.sourceUrl,
      text: posting.descriptionText,
    }),
  ),
);
const near = gunzipSync(readFileSync(nearFile)).toString('utf8').trim().split('\n').slice(1);
write(
  'near-pairs.tsv.gz',
  near.map((line) => {
    const [, , company, ratio, , , titleA, titleB, placeA, placeB] = line.split('\t');
    return [company, ratio, titleA, titleB, placeA, placeB].join('\t');
  }),
);
for (const { a, b, stratum } of chosen) process.stdout.write(`${a.externalId}\t${b.externalId}\t${stratum}\n`);
