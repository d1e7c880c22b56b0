import { prepareFit } from '../../src/scoring/fit-score.ts';
import type { ScoredPersona, ScoredPosting } from '../../src/scoring/scored-inputs.ts';
import { prepareStretch } from '../../src/scoring/stretch-score.ts';
import { titleSimilarity } from '../../src/scoring/title-similarity.ts';
import { meanInterval } from '../measure/statistics.ts';
import { atLeast } from '../report/goals.ts';
import type { Measured } from './measured.ts';
import { bm25 } from './bm25.ts';
import { personaOf } from './occupation-persona.ts';
import { readDataLines, readOccupations, type Occupation } from './read-data.ts';
import { rawPosting, scoredPosting } from './scored-sides.ts';

const SHOWN = 10;
const SAME = 3;
const RELATED = 1;
const BASELINE = 'BM25 of all that is known';

interface FiledPosting {
  /** Of the one occupation that lists its title. */
  readonly code: string;
  readonly company: string;
  readonly title: string;
  readonly text: string;
}

/** As many skills as somebody types who wants to see what happens. */
const FEW = 4;

type Ranker = (occupation: Occupation, mostSkills?: number) => ArrayLike<number>;

/** How well postings are ranked for people of an occupation, with the goal. */
export function measureRanking(): Measured {
  const postings = readDataLines('ranked-postings.jsonl.gz').map((line) => JSON.parse(line) as FiledPosting);
  const codes = new Set(postings.map(({ code }) => code));
  const occupations = readOccupations().filter(({ code }) => codes.has(code));
  const qualities = new Map(
    Object.entries(rankersOf(postings)).map(([name, rank]) => [
      name,
      occupations.map((occupation) => ndcg(rank(occupation), relevances(occupation, postings))),
    ]),
  );
  const baseline = qualities.get(BASELINE) ?? [];
  return {
    blocks: [
      `### ${postings.length} postings ranked for people of ${occupations.length} occupations`,
      [
        `| | nDCG@10 | 95 % | above ${BASELINE} | 95 % |`,
        '|---|---:|---|---:|---|',
        ...qualities.entries().map(([name, values]) => row(name, values, baseline)),
      ].join('\n'),
    ],
    goals: ['fit', 'stretch'].map((name) =>
      atLeast('ranking', `nDCG@10 by ${name} above ${BASELINE}`, [
        gainOver(qualities.get(name) ?? [], baseline).mean,
        0.1,
      ]),
    ),
  };
}

function rankersOf(postings: readonly FiledPosting[]): Readonly<Record<string, Ranker>> {
  const scored = postings.map(({ company, title, text }) =>
    scoredPosting(rawPosting({ title, companyName: company, descriptionText: text })),
  );
  const fit = byScore(scored, (persona) => prepareFit(persona).score);
  const listed = byScore(scored, prepareListed);
  const stretch = byScore(scored, prepareStretch);
  const texts = postings.map(({ title, text }) => `${title} ${text}`);
  return {
    fit: listed,
    'fit, equal ones in any order': fit,
    'fit of those who name four skills': (occupation) => listed(occupation, FEW),
    'the same, equal ones in any order': (occupation) => fit(occupation, FEW),
    stretch,
    'fit and stretch, half each': (occupation) => sum(fit(occupation), stretch(occupation)),
    'title similarity alone': ({ title }) => scored.map((posting) => titleSimilarity(title, posting.title) ?? 0),
    [BASELINE]: searching(texts, ({ title, description, technologies }) =>
      [title, description, ...technologies].join(' '),
    ),
    'BM25 of title and description': searching(texts, ({ title, description }) => `${title} ${description}`),
    'BM25 of the title': searching(texts, ({ title }) => title),
  };
}

const gainOver = (values: readonly number[], baseline: readonly number[]) =>
  meanInterval(values.map((value, index) => value - (baseline[index] ?? 0)));

const byScore =
  (
    postings: readonly ScoredPosting[],
    prepare: (persona: ScoredPersona) => (posting: ScoredPosting) => { readonly total: number },
  ): Ranker =>
  (occupation, mostSkills) => {
    const persona = personaOf(occupation);
    const score = prepare({ ...persona, skills: persona.skills.slice(0, mostSkills) });
    return postings.map((posting) => score(posting).total);
  };

/** The fit as the list is ordered by it. */
function prepareListed(persona: ScoredPersona) {
  const { score } = prepareFit(persona);
  return (posting: ScoredPosting) => {
    const { total, nearness } = score(posting);
    return { total: total + nearness / 20_000 };
  };
}

function searching(texts: readonly string[], queryOf: (occupation: Occupation) => string): Ranker {
  const search = bm25(texts);
  return (occupation) => search(queryOf(occupation));
}

const sum = (left: ArrayLike<number>, right: ArrayLike<number>): readonly number[] =>
  Array.from(left, (value, index) => value + (right[index] ?? 0));

function relevances({ code, related }: Occupation, postings: readonly FiledPosting[]): readonly number[] {
  const near = new Set(related);
  return postings.map((posting) => {
    if (posting.code === code) return SAME;
    return near.has(posting.code) ? RELATED : 0;
  });
}

const discount = (place: number): number => 1 / Math.log2(place + 2);

/** nDCG of the first ten; postings of equal score share the mean of what they gain, whatever their order. */
function ndcg(scores: ArrayLike<number>, relevance: readonly number[]): number {
  const gains = relevance.map((each) => 2 ** each - 1);
  const ideal = gains.toSorted((a, b) => b - a).slice(0, SHOWN);
  const groups = Map.groupBy(gains.keys(), (index) => scores[index] ?? 0);
  const ordered = [...groups]
    .toSorted(([a], [b]) => b - a)
    .flatMap(([, indexes]) => {
      const mean = indexes.reduce((total, index) => total + (gains[index] ?? 0), 0) / indexes.length;
      return indexes.map(() => mean);
    });
  const total = (list: readonly number[]): number =>
    list.slice(0, SHOWN).reduce((sum, gain, place) => sum + gain * discount(place), 0);
  return total(ordered) / total(ideal);
}

function row(name: string, values: readonly number[], baseline: readonly number[]): string {
  const own = meanInterval(values);
  const above = gainOver(values, baseline);
  const cells = [own, above].flatMap(({ mean, from, to }) => [mean.toFixed(3), `${from.toFixed(3)}..${to.toFixed(3)}`]);
  return `| ${[name, ...cells].join(' | ')} |`;
}
