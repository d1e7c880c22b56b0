import type { BenchOptions } from '../bench-options.ts';
import { ratios, spread } from '../measure/statistics.ts';
import type { PhaseSample, PhaseSamples } from '../sign-in/phases.ts';
import { atLeast, atMost, goalTable } from './goals.ts';
import { asQuote, keep, notesOn, pinningNotes, print } from './report.ts';
import { range } from './tables.ts';

interface LoginReport {
  readonly samples: PhaseSamples;
  readonly readsPerSecond: number;
  readonly hashesAtOnce: number;
}

type Figure = (sample: PhaseSample) => number;

const readP50: Figure = ({ read }) => read?.p50Ms ?? Number.NaN;
const readP99: Figure = ({ read }) => read?.p99Ms ?? Number.NaN;
const loginRate: Figure = ({ logins }) => logins?.answersPerSecond ?? Number.NaN;
const hashRate: Figure = ({ hashesPerSecond = Number.NaN }) => hashesPerSecond;

/** Prints what signing in does to those who read, judges it, and keeps every sample in a file. */
export function reportLogin(report: LoginReport, { scale, say }: Pick<BenchOptions, 'scale' | 'say'>): void {
  const { samples, readsPerSecond, hashesAtOnce } = report;
  const { quiet, logins, hashing } = samples;
  const { rounds, seconds, concurrency } = scale.login;
  const notes = [...notesOn([...quiet, ...logins, ...hashing], scale), ...pinningNotes()];
  const slower = ratios(logins.map(readP99), quiet.map(readP99));
  const share = ratios(logins.map(loginRate), hashing.map(hashRate));
  const goals = [
    atMost('G8', 'Q1 p99 while others sign in, × quiet', [slower.median, 2]),
    atLeast('G8', 'logins a second beside Q1, share of hashing alone', [share.median, 0.8]),
  ];
  const figure = (of: readonly PhaseSample[], each: Figure, digits: number): string =>
    range(spread(of.map(each)), digits);
  const refused = logins.reduce((sum, each) => sum + (each.logins?.refused ?? 0), 0);
  print([
    ...notes.map(asQuote),
    '### Signing in beside reading',
    `${rounds} rounds of ${seconds} s: ${readsPerSecond} job lists (Q1) a second; ${concurrency} clients sign in all the time; hashing alone, ${hashesAtOnce} at a time.`,
    [
      '| | Q1 p50 ms | Q1 p99 ms | logins/s | hashes/s | login p50 / p99 ms | server CPUs | pg CPUs |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      `| quiet | ${figure(quiet, readP50, 1)} | ${figure(quiet, readP99, 1)} | | | | ${cpus(quiet)} |`,
      `| while others sign in | ${figure(logins, readP50, 1)} | ${figure(logins, readP99, 1)} | ${figure(logins, loginRate, 1)} | | ${figure(logins, ({ logins }) => logins?.p50Ms ?? 0, 0)} / ${figure(logins, ({ logins }) => logins?.p99Ms ?? 0, 0)} | ${cpus(logins)} |`,
      `| hashing alone | | | | ${figure(hashing, hashRate, 1)} | | |  |`,
    ].join('\n'),
    `Ratios of the rounds: p99 ${range(slower, 2)}, logins ${range(share, 2)}. Refused as OVERLOADED, and not counted: ${refused}.`,
    '### Goals',
    goalTable(goals),
  ]);
  say(`Every sample: ${keep(`login-${scale.name}`, { notes, plan: scale.login, ...report, goals })}`);
}

const cpus = (samples: readonly PhaseSample[]): string =>
  [samples.map(({ serverCpus }) => serverCpus), samples.map(({ postgresCpus }) => postgresCpus)]
    .map((values) => spread(values).median.toFixed(2))
    .join(' | ');
