import { laneNames, type LaneName, type MeasuredStorers, type StoreSample } from '../import/measure-storers.ts';
import { batchSize } from '../import/pool.ts';
import { storerTitles } from '../import/storers.ts';
import { ratios, spread } from '../measure/statistics.ts';
import type { Scale } from '../scales.ts';
import { atLeast, atMost, goalTable } from './goals.ts';
import { asQuote, keep, notesOn, print } from './report.ts';
import { range } from './tables.ts';

interface ImportReport extends MeasuredStorers {
  readonly file: string;
  /** Postings a second of each whole import. */
  readonly rates: readonly number[];
}

/** Prints how fast postings are stored and imported, and keeps every sample in a file. */
export function reportImport(report: ImportReport, scale: Scale, say: (line: string) => void): void {
  const { file, rates, filled, peakMb, samples } = report;
  const of = (name: LaneName, figure: (sample: StoreSample) => number): readonly number[] =>
    (samples.get(name) ?? []).map(figure);
  const notes = notesOn([...samples.values()].flat(), scale);
  const versus = (name: LaneName, other: LaneName): number => ratios(of(other, seconds), of(name, seconds)).median;
  const growth = total(of('store', cpuMs)) / total(of('small', cpuMs));
  const goals = [
    atLeast('rate', 'storing with duplicates looked for, × em.upsertMany of the same rows', [
      versus('store', 'upsert-all'),
      1.5,
    ]),
    atLeast('rate', 'inserting postings alone, × em.upsertMany of them', [versus('insert', 'upsert'), 3]),
    atMost('growth', 'CPU for a posting beside the pool, × beside a tenth of it', [growth, 1.3]),
  ];
  print([
    ...notes.map(asQuote),
    `### ${filled.postings} recombined postings`,
    `Stored at ${(filled.postings / filled.storingSeconds).toFixed(0)} a second, ${(filled.postings / filled.seconds).toFixed(0)} with the making of them; the process held ${peakMb.toFixed(0)} MB at most.`,
    `### ${of('store', seconds).length * batchSize} more beside them, ${batchSize} at a time`,
    [
      '| | postings/s | CPU µs for one | × em.upsertMany of all | × em.upsertMany of postings |',
      '| --- | ---: | ---: | ---: | ---: |',
      ...laneNames.map((name) => {
        const rate = spread(of(name, seconds).map((each) => batchSize / each));
        const cpu = (1000 * total(of(name, cpuMs))) / (batchSize * of(name, cpuMs).length);
        return `| ${titleOf(name)} | ${range(rate, 0)} | ${cpu.toFixed(0)} | ${versus(name, 'upsert-all').toFixed(2)} | ${versus(name, 'upsert').toFixed(2)} |`;
      }),
    ].join('\n'),
    `### A whole import`,
    `${file}: ${range(spread(rates), 0)} postings a second, read, derived, stored and committed.`,
    '### Goals',
    goalTable(goals),
  ]);
  const kept = { notes, rates, filled, peakMb, samples: Object.fromEntries(samples), goals };
  say(`Every sample: ${keep(`import-${scale.name}`, kept)}`);
}

const titleOf = (name: LaneName): string =>
  name === 'small' ? `${storerTitles.store}, beside a tenth of the pool` : storerTitles[name];

const seconds = (sample: StoreSample): number => sample.seconds;
const cpuMs = (sample: StoreSample): number => sample.cpuMs;
const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
