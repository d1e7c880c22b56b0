import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from '../bench-options.ts';
import { isLoud, type Disturbed } from '../measure/loudness.ts';
import { canPin } from '../measure/pinning.ts';
import type { Comparison, Samples } from '../measure/rounds.ts';
import type { Scale } from '../scales.ts';
import { goalTable, type Goal } from './goals.ts';
import { comparisonTable } from './tables.ts';

const folder = fileURLToPath(new URL('../results/', import.meta.url));

export interface MeasuredComparison extends Comparison {
  readonly samples: Samples;
}

/** Prints the tables and keeps every sample in a file. */
export function reportComparisons(
  measured: readonly MeasuredComparison[],
  goals: readonly Goal[],
  { scale, say }: Pick<BenchOptions, 'scale' | 'say'>,
): void {
  const samples = measured.flatMap((each) => [...each.samples.values()].flat());
  const notes = [...notesOn(samples, scale), ...pinningNotes()];
  print([
    ...notes.map(asQuote),
    ...measured.map((each) => comparisonTable(each, each.samples)),
    '### Goals',
    goalTable(goals),
  ]);
  const comparisons = measured.map(({ key, title, plan, samples }) => ({
    key,
    title,
    plan,
    samples: Object.fromEntries(samples),
  }));
  say(`Every sample: ${keep(`read-${scale.name}`, { notes, size: scale.size, comparisons, goals })}`);
}

/** Said of measurements that count on CPUs of their own. */
export const pinningNotes = (): readonly string[] =>
  canPin ? [] : ['Processes are not pinned to CPUs: taskset or a second CPU is missing.'];

/** What a reader has to know before the figures. */
export function notesOn(samples: readonly Disturbed[], { name }: Scale): readonly string[] {
  const loudest = Math.max(...samples.map(({ othersShare }) => othersShare));
  return [
    ...(samples.some(isLoud)
      ? [`Other processes took up to ${Math.round(loudest * 100)} % of the CPU: trust the columns of CPU alone.`]
      : []),
    ...(name === 'tiny' ? ['Tiny: for trying the benchmark itself. The figures mean nothing.'] : []),
  ];
}

export const asQuote = (note: string): string => `> ${note}`;

/** Prints blocks of Markdown. */
export const print = (blocks: readonly string[]): void => void process.stdout.write(`${blocks.join('\n\n')}\n`);

/** Writes results, with the machine they are from. @returns the file's path */
export function keep(name: string, results: object): string {
  mkdirSync(folder, { recursive: true });
  const path = `${folder}${name}.json`;
  const machine = { node: process.version, cpus: cpus().map(({ model }) => model), kernel: release() };
  writeFileSync(path, `${JSON.stringify({ at: new Date().toISOString(), machine, ...results }, null, 2)}\n`);
  return path;
}
