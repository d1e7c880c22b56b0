import { seniorityOfTitle } from '../../src/job-pool/derive-seniority.ts';
import type { SeniorityLevel } from '../../src/job-pool/raw-posting.ts';
import { meanInterval } from '../measure/statistics.ts';
import { atLeast } from '../report/goals.ts';
import type { Measured } from './measured.ts';
import { readDataLines } from './read-data.ts';

/** What the trackers of the boards called a level, and what it is called here. */
const levelsOfTrackers: Readonly<Record<string, SeniorityLevel>> = {
  junior: 'ENTRY',
  mid: 'MID',
  senior: 'SENIOR',
  'staff+': 'LEAD',
};
const LONGEST_LIST = 12;

interface LevelledTitle {
  readonly title: string;
  /** Null: the title tells none. */
  readonly level: SeniorityLevel | null;
}

const pairsOf = (name: string): readonly (readonly [string, string])[] =>
  readDataLines(name).map((line) => {
    const [title = '', level = ''] = line.split('\t');
    return [title, level];
  });

/** How often the level of a title is read right, with the goals. */
export function measureLevels(): Measured {
  const tracked = pairsOf('levelled-titles.tsv.gz').map(([title, level]) => ({
    title,
    level: levelsOfTrackers[level] ?? null,
  }));
  const labelled = pairsOf('seniority-labels.tsv')
    .slice(1)
    .map(([title, level]) => ({ title, level: level === '' ? null : (level as SeniorityLevel) }));
  return {
    blocks: [
      '### Levels read out of titles',
      [
        '| | titles | accuracy | 95 % |',
        '|---|---:|---:|---|',
        row('labelled by reading', labelled),
        row(
          'of those, with a level',
          labelled.filter(({ level }) => level !== null),
        ),
        row('named by trackers of boards', tracked),
      ].join('\n'),
      `Taken for another, labelled by reading: ${confusions(labelled)}`,
      `Taken for another, named by trackers: ${confusions(tracked)}`,
    ],
    goals: [
      atLeast('levels', 'right of those labelled by reading', [accuracy(labelled).mean, 0.92]),
      atLeast('levels', 'right of those named by trackers', [accuracy(tracked).mean, 0.92]),
    ],
  };
}

const accuracy = (titles: readonly LevelledTitle[]) =>
  meanInterval(titles.map(({ title, level }) => Number(seniorityOfTitle(title) === level)));

function row(name: string, titles: readonly LevelledTitle[]): string {
  const { mean, from, to } = accuracy(titles);
  return `| ${name} | ${titles.length} | ${mean.toFixed(3)} | ${from.toFixed(3)}..${to.toFixed(3)} |`;
}

/** Which level was taken for which, how often, and a title where it was. */
function confusions(titles: readonly LevelledTitle[]): string {
  const wrong = titles
    .map(({ title, level }) => ({ title, level, read: seniorityOfTitle(title) }))
    .filter(({ level, read }) => level !== read);
  const kinds = Map.groupBy(wrong, ({ level, read }) => `${level ?? 'none'} as ${read ?? 'none'}`);
  return [...kinds]
    .map(([kind, each]) => ({ kind, count: each.length, example: each[0]?.title ?? '' }))
    .toSorted((a, b) => b.count - a.count || a.kind.localeCompare(b.kind))
    .slice(0, LONGEST_LIST)
    .map(({ kind, count, example }) => `${kind} ${count} (${example})`)
    .join('; ');
}
