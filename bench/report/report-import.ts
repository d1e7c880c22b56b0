import { storerNames, storerTitles, type StorerName, type StoreSample } from '../import/storers.ts';
import { ratios, spread } from '../measure/statistics.ts';
import type { Scale } from '../scales.ts';
import { atLeast, goalTable } from './goals.ts';
import { asQuote, keep, notesOn, print } from './report.ts';
import { range } from './tables.ts';

interface ImportReport {
  readonly file: string;
  /** Postings a second of each whole import. */
  readonly rates: readonly number[];
  readonly stored: ReadonlyMap<StorerName, readonly StoreSample[]>;
}

/** Prints how fast postings are stored and imported, and keeps every sample in a file. */
export function reportImport({ file, rates, stored }: ImportReport, scale: Scale, say: (line: string) => void): void {
  const ratesOf = (name: StorerName): readonly number[] =>
    (stored.get(name) ?? []).map(({ postingsPerSecond }) => postingsPerSecond);
  const versus = (name: StorerName, other: StorerName): number => ratios(ratesOf(name), ratesOf(other)).median;
  const notes = notesOn([...stored.values()].flat(), scale);
  const goals = [
    atLeast('G9', 'storing with duplicates looked for, × em.upsertMany of the same rows', [
      versus('store', 'upsert-all'),
      1.5,
    ]),
    atLeast('G9', 'inserting postings alone, × em.upsertMany of them', [versus('insert', 'upsert'), 3]),
  ];
  print([
    ...notes.map(asQuote),
    `### Storing ${scale.import.postings} postings, ${scale.import.rounds} rounds`,
    [
      '| | postings/s | × em.upsertMany of all | × em.upsertMany of postings |',
      '| --- | ---: | ---: | ---: |',
      ...storerNames.map(
        (name) =>
          `| ${storerTitles[name]} | ${range(spread(ratesOf(name)), 0)} | ${versus(name, 'upsert-all').toFixed(2)} | ${versus(name, 'upsert').toFixed(2)} |`,
      ),
    ].join('\n'),
    `### A whole import`,
    `${file}: ${range(spread(rates), 0)} postings a second, read, derived, stored and committed.`,
    '### Goals',
    goalTable(goals),
  ]);
  say(`Every sample: ${keep(`import-${scale.name}`, { notes, rates, stored: Object.fromEntries(stored), goals })}`);
}
