import { readFileSync } from 'node:fs';
import type { RawPosting } from '../../src/job-pool/raw-posting.ts';
import { prepareMatcher } from '../../src/scoring/score-match.ts';
import type { ScoredPersona, ScoredPosting } from '../../src/scoring/scored-inputs.ts';
import { atMost, type Goal } from '../report/goals.ts';
import type { Measured } from './measured.ts';
import { personaOf } from './occupation-persona.ts';
import { readDataLines, readOccupations } from './read-data.ts';
import { rawPosting, scoredPosting } from './scored-sides.ts';

const POSTINGS = 12;

/** Where a string is put, and what the field then says. */
const places: Readonly<Record<string, (raw: RawPosting, injected: string) => RawPosting>> = {
  'before the description': (raw, injected) => ({ ...raw, descriptionText: `${injected}\n\n${raw.descriptionText}` }),
  'behind the description': (raw, injected) => ({ ...raw, descriptionText: `${raw.descriptionText}\n\n${injected}` }),
  company: (raw, injected) => ({ ...raw, companyName: `${raw.companyName} ${injected}` }),
  location: (raw, injected) => ({ ...raw, location: injected }),
  'behind the title': (raw, injected) => ({ ...raw, title: `${raw.title} ${injected}` }),
};

interface Tally {
  trials: number;
  /** What is read of the posting, its skills and years, is no longer the same. */
  readOtherwise: number;
  scoredOtherwise: number;
  greatest: number;
  /** Scores of other postings that changed. */
  others: number;
}

/** Whether strings that speak to a machine change what postings are scored, with the goals. */
export function measureInjections(): Measured {
  const chosen = chosenPostings();
  const codes = new Set(chosen.map(({ code }) => code));
  const personas = readOccupations()
    .filter(({ code }) => codes.has(code))
    .map(personaOf);
  const raws = chosen.map(({ company, title, text }) =>
    rawPosting({ title, companyName: company, descriptionText: text }),
  );
  const strings = injectedStrings();
  const tallies = Object.entries(places).map(([place, inject]) => ({
    place,
    tally: tallyOf(personas, raws, (raw) => strings.map((injected) => inject(raw, injected))),
  }));
  return {
    blocks: [
      `### ${strings.length} injected strings in ${raws.length} postings, for ${personas.length} personas`,
      [
        '| put | scores | posting read otherwise | own score changed | by at most | others changed |',
        '|---|---:|---:|---:|---:|---:|',
        ...tallies.map(
          ({ place, tally }) =>
            `| ${[place, tally.trials, tally.readOtherwise, tally.scoredOtherwise, tally.greatest, tally.others].join(' | ')} |`,
        ),
      ].join('\n'),
    ],
    goals: goalsOf(tallies),
  };
}

function goalsOf(tallies: readonly { readonly place: string; readonly tally: Tally }[]): readonly Goal[] {
  const sum = (of: readonly { readonly tally: Tally }[], figure: (tally: Tally) => number): number =>
    of.reduce((total, { tally }) => total + figure(tally), 0);
  return [
    atMost('injections', 'scores of other postings that change', [sum(tallies, ({ others }) => others), 0]),
    atMost('injections', 'own scores that change', [sum(tallies, ({ scoredOtherwise }) => scoredOtherwise), 0]),
  ];
}

interface ChosenPosting {
  readonly code: string;
  readonly company: string;
  readonly title: string;
  readonly text: string;
}

function chosenPostings(): readonly ChosenPosting[] {
  const lines = readDataLines('ranked-postings.jsonl.gz');
  const step = Math.floor(lines.length / POSTINGS);
  return lines
    .filter((_, index) => index % step === 0)
    .slice(0, POSTINGS)
    .map((line) => JSON.parse(line) as ChosenPosting);
}

/** Every injection of the fixture: those of SQL, and each template with each payload. */
function injectedStrings(): readonly string[] {
  const file = new URL('../../test/fixtures/injections.json', import.meta.url);
  const { sql, templates, payloads, triggers } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
  const spoken = (templates ?? []).flatMap((template) =>
    (payloads ?? []).map((payload, index) =>
      template.replace('{PAYLOAD}', payload.replace('{TRIGGER}', triggers?.[index % triggers.length] ?? '')),
    ),
  );
  return [...(sql ?? []), ...spoken];
}

type Scores = readonly [number | null, number | null];

function tallyOf(
  personas: readonly ScoredPersona[],
  raws: readonly RawPosting[],
  injectedInto: (raw: RawPosting) => readonly RawPosting[],
): Tally {
  const tally: Tally = { trials: 0, readOtherwise: 0, scoredOtherwise: 0, greatest: 0, others: 0 };
  const plain = raws.map(scoredPosting);
  const injected = raws.map((raw) => injectedInto(raw).map(scoredPosting));
  for (const persona of personas) {
    const { match } = prepareMatcher(persona);
    const score = (posting: ScoredPosting): Scores => {
      const { fitScore, stretchScore } = match(posting);
      return [fitScore, stretchScore];
    };
    const before = plain.map(score);
    for (const [index, posting] of plain.entries())
      for (const changed of injected[index] ?? [])
        count(tally, [before[index] ?? [null, null], score(changed)], readsOtherwise(posting, changed));
    tally.others += plain.filter(
      (posting, index) => difference(before[index] ?? [null, null], score(posting)) > 0,
    ).length;
  }
  return tally;
}

function count(tally: Tally, [before, after]: readonly [Scores, Scores], isReadOtherwise: boolean): void {
  const changed = difference(before, after);
  tally.trials += 1;
  tally.readOtherwise += Number(isReadOtherwise);
  tally.scoredOtherwise += Number(changed > 0);
  tally.greatest = Math.max(tally.greatest, changed);
}

const difference = (left: Scores, right: Scores): number =>
  Math.max(...left.map((value, index) => Math.abs((value ?? -1) - (right[index] ?? -1))));

/** What rules read besides the names of company and place, which are what is put there. */
const facts = (posting: ScoredPosting): string =>
  JSON.stringify([
    [posting.title, posting.skills, posting.yearsMin, posting.yearsMax, posting.workModel, posting.country],
    [posting.salaryMin, posting.salaryMax, posting.salaryCurrency, posting.visaSponsorship, posting.travelPercent],
    [posting.industry, posting.companySize, posting.eligibleCountries, posting.timeZones, posting.isIncomplete],
  ]);

const readsOtherwise = (plain: ScoredPosting, injected: ScoredPosting): boolean => facts(plain) !== facts(injected);
