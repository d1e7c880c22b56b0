import type { BenchOptions } from '../bench-options.ts';
import { median, ratios, spread } from '../measure/statistics.ts';
import type { PhaseSample, PhaseSamples } from '../sign-in/phases.ts';
import { atLeast, atMost, goalTable } from './goals.ts';
import { asQuote, keep, notesOn, print } from './report.ts';
import { range } from './tables.ts';

interface LoginReport {
  readonly samples: PhaseSamples;
  readonly readsPerSecond: number;
}

type Figure = (sample: PhaseSample) => number;

const readP99: Figure = ({ read }) => read.p99Ms;
const loginRate: Figure = ({ logins }) => logins?.answersPerSecond ?? 0;

/** Prints what signing in does to those who read, judges it, and keeps every sample in a file. */
export function reportLogin(report: LoginReport, { scale, say }: Pick<BenchOptions, 'scale' | 'say'>): void {
  const { samples, readsPerSecond } = report;
  const { quiet, limit, gated, ungated } = samples;
  const { rounds, seconds, concurrency } = scale.login;
  const notes = notesOn([...quiet, ...limit, ...gated, ...ungated], scale);
  const slower = ratios(gated.map(readP99), quiet.map(readP99));
  const limitSlower = ratios(limit.map(readP99), quiet.map(readP99));
  const share = ratios(gated.map(loginRate), ungated.map(loginRate));
  const goals = [
    atMost('G8', 'Q1 p99 while others sign in, × quiet', [slower.median, 2]),
    atLeast('G8', 'logins a second, share of those without a gate', [share.median, 0.8]),
  ];
  const refused = [...gated, ...ungated].reduce((sum, { logins }) => sum + (logins?.refused ?? 0), 0);
  print([
    ...notes.map(asQuote),
    '### Signing in beside reading',
    `${rounds} rounds of ${seconds} s: ${readsPerSecond} job lists (Q1) a second; ${concurrency} clients sign in all the time.`,
    [
      '| | Q1 p50 ms | Q1 p99 ms | logins/s | login p50 / p99 ms | server CPUs | pg CPUs |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      row('quiet', quiet),
      row('while a process of its own hashes', limit),
      row('while others sign in', gated),
      row('while others sign in, without a gate', ungated),
    ].join('\n'),
    `Ratios of the rounds: p99 ${range(slower, 2)}, beside a process that hashes and nobody who signs in ${range(limitSlower, 2)}, without a gate ${range(ratios(ungated.map(readP99), quiet.map(readP99)), 2)}; logins ${range(share, 2)}. Refused as OVERLOADED, and not counted: ${refused}.`,
    '### Goals',
    goalTable(goals),
  ]);
  say(`Every sample: ${keep(`login-${scale.name}`, { notes, plan: scale.login, ...report, goals })}`);
}

function row(title: string, samples: readonly PhaseSample[]): string {
  const figure = (each: Figure, digits: number): string => range(spread(samples.map(each)), digits);
  const middle = (each: Figure, digits: number): string => median(samples.map(each)).toFixed(digits);
  const isStormy = samples.some(({ logins }) => logins !== null);
  const cells = [
    title,
    figure(({ read }) => read.p50Ms, 1),
    figure(readP99, 1),
    isStormy ? figure(loginRate, 1) : '',
    isStormy
      ? `${middle(({ logins }) => logins?.p50Ms ?? 0, 0)} / ${middle(({ logins }) => logins?.p99Ms ?? 0, 0)}`
      : '',
    middle(({ serverCpus }) => serverCpus, 2),
    middle(({ postgresCpus }) => postgresCpus, 2),
  ];
  return `| ${cells.join(' | ')} |`;
}
