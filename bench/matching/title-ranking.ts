import { createHash } from 'node:crypto';
import { textVector, titleVector } from '../../src/scoring/title-similarity.ts';
import { cosine, type TextVector } from '../../src/scoring/word-vectors.ts';
import { meanInterval } from '../measure/statistics.ts';
import { atLeast } from '../report/goals.ts';
import { bm25 } from './bm25.ts';
import type { Measured } from './measured.ts';
import { readDataLines, readOccupations, type Occupation } from './read-data.ts';

const SAMPLE = 2_000;
const SEED = 'held-out-titles-1';
// A description says what is done, a title what it is called, which is nearer to what is asked.
const DESCRIPTION_SHARE = 0.25;
// Many occupations list a title that is asked for, word for word; their own title then decides.
const OWN_TITLE_SHARE = 1e-3;

interface KnownOccupation extends Occupation {
  /** Listed titles that are not held out. */
  readonly knownTitles: readonly string[];
}

interface Query {
  readonly title: string;
  /** Places of the occupations that list it. */
  readonly right: ReadonlySet<number>;
}

type Ranker = (title: string) => ArrayLike<number>;

const keyOf = (title: string): string => title.toLowerCase().replace(/\s+/g, ' ').trim();
const listed = ({ alternateTitles, reportedTitles }: Occupation): readonly string[] => [
  ...alternateTitles,
  ...reportedTitles,
];

/** How well titles that nothing was made from find the occupations that list them, with the goals. */
export function measureTitles(): Measured {
  const heldOut = new Set(readDataLines('held-out-titles.tsv.gz').map((line) => keyOf(line.split('\t')[1] ?? '')));
  const all = readOccupations();
  const occupations = all.map((occupation) => ({
    ...occupation,
    knownTitles: listed(occupation).filter((title) => !heldOut.has(keyOf(title))),
  }));
  requireRemoved(occupations, heldOut);
  const queries = drawQueries(all, heldOut);
  const measure = (rank: Ranker): readonly number[] => queries.map((query) => rankOf(query, rank(query.title)));
  const [own, known] = [measure(byOwnText(occupations)), measure(byKnownTitles(occupations))];
  const ownTexts = occupations.map(({ title, description }) => `${title} ${description}`);
  return {
    blocks: [
      '### Titles that were held out, among 1,016 occupations',
      [
        `| ${queries.length} of ${heldOut.size} titles; occupations known by | MRR | 95 % | first | first five |`,
        '|---|---:|---|---:|---:|',
        row('title and description', own),
        row('the same, BM25', measure(bm25(ownTexts))),
        row('title and other alternate titles', known),
        row('title, description and other alternate titles, BM25', measure(bm25(occupations.map(wholeText)))),
      ].join('\n'),
    ],
    goals: [
      atLeast('titles', 'MRR without alternate titles', [reciprocal(own).mean, 0.3]),
      atLeast('titles', 'MRR with them', [reciprocal(known).mean, 0.47]),
    ],
  };
}

const reciprocal = (ranks: readonly number[]) => meanInterval(ranks.map((rank) => 1 / rank));

const wholeText = ({ title, description, knownTitles }: KnownOccupation): string =>
  [title, description, ...knownTitles].join(' ');

/** A title that was left somewhere would find itself. */
function requireRemoved(occupations: readonly KnownOccupation[], heldOut: ReadonlySet<string>): void {
  for (const { code, knownTitles } of occupations) {
    const left = knownTitles.find((title) => heldOut.has(keyOf(title)));
    if (left !== undefined) throw new Error(`${left} is held out and yet known of ${code}`);
  }
}

function drawQueries(occupations: readonly Occupation[], heldOut: ReadonlySet<string>): readonly Query[] {
  const right = new Map<string, { readonly title: string; readonly places: Set<number> }>();
  for (const [place, occupation] of occupations.entries())
    for (const title of listed(occupation)) {
      const key = keyOf(title);
      if (!heldOut.has(key)) continue;
      const entry = right.get(key) ?? { title, places: new Set() };
      entry.places.add(place);
      right.set(key, entry);
    }
  return [...right]
    .map(([key, { title, places }]) => ({ title, right: places, lot: lotOf(key) }))
    .toSorted((a, b) => a.lot.localeCompare(b.lot))
    .slice(0, SAMPLE);
}

const lotOf = (key: string): string => createHash('sha256').update(`${SEED}:${key}`).digest('hex');

const similarity = (left: TextVector | null, right: TextVector | null): number =>
  left === null || right === null ? 0 : cosine(left, right);

function byOwnText(occupations: readonly KnownOccupation[]): Ranker {
  const own = occupations.map(({ title, description }) => [titleVector(title), textVector(description)] as const);
  return (query) => {
    const vector = titleVector(query);
    return own.map(
      ([title, description]) =>
        (1 - DESCRIPTION_SHARE) * similarity(vector, title) + DESCRIPTION_SHARE * similarity(vector, description),
    );
  };
}

function byKnownTitles(occupations: readonly KnownOccupation[]): Ranker {
  const rankOwn = byOwnText(occupations);
  const titles = [...new Set(occupations.flatMap(({ title, knownTitles }) => [title, ...knownTitles]))];
  const places = new Map(titles.map((title, place) => [title, place]));
  const vectors = titles.map(titleVector);
  const known = occupations.map(({ title, knownTitles }) =>
    Int32Array.from([title, ...knownTitles], (each) => places.get(each) ?? 0),
  );
  return (query) => {
    const vector = titleVector(query);
    const likeness = Float64Array.from(vectors, (each) => similarity(vector, each));
    const own = rankOwn(query);
    return known.map((each, index) => {
      const best = each.reduce((greatest, place) => Math.max(greatest, likeness[place] ?? -1), -1);
      return best + OWN_TITLE_SHARE * (own[index] ?? 0);
    });
  };
}

/** The place of the first occupation that is right; those that are as good and wrong come before it. */
function rankOf({ right }: Query, scores: ArrayLike<number>): number {
  const best = Math.max(...right.values().map((place) => scores[place] ?? Number.NEGATIVE_INFINITY));
  let rank = 1;
  for (let place = 0; place < scores.length; place += 1) {
    if ((scores[place] ?? 0) > best || (scores[place] === best && !right.has(place))) rank += 1;
  }
  return rank;
}

function row(name: string, ranks: readonly number[]): string {
  const { mean, from, to } = reciprocal(ranks);
  const within = (most: number): number => ranks.filter((rank) => rank <= most).length / ranks.length;
  const figures = [mean.toFixed(3), `${from.toFixed(3)}..${to.toFixed(3)}`, within(1).toFixed(3), within(5).toFixed(3)];
  return `| ${[name, ...figures].join(' | ')} |`;
}
