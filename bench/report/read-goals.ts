import type { Samples } from '../measure/rounds.ts';
import type { Sample } from '../measure/sample.ts';
import { ratios } from '../measure/statistics.ts';
import { atLeast, atMost, type Goal } from './goals.ts';

type Measured = ReadonlyMap<string, Samples>;
type Figure = (sample: Sample) => number;

const throughput: Figure = ({ requestsPerSecond }) => requestsPerSecond;
const nodeCpu: Figure = ({ nodeUs }) => nodeUs;
const postgresCpu: Figure = ({ postgresUs }) => postgresUs;
const totalCpu: Figure = ({ nodeUs, postgresUs }) => nodeUs + postgresUs;
const latency: Figure = ({ p50Ms }) => p50Ms;

/** The goals of the read path; each is the median of the ratios of the rounds. */
export function judgeReadGoals(measured: Measured): readonly Goal[] {
  const ratio = (key: string, figure: Figure, [above, below]: readonly [string, string]): number =>
    ratioOf(measured.get(key), figure, [above, below]);
  const versus = (key: string, rival: string): number => ratio(key, throughput, ['tenure', rival]);
  const saved = (key: string): number => ratio(key, totalCpu, ['postgraphile', 'tenure']);
  const hasNaive = measured.get('Q1')?.has('naive') ?? false;
  return [
    atLeast('G1', 'Q1 throughput, × PostGraphile', [versus('Q1', 'postgraphile'), 4.5]),
    atLeast('G2', 'Q1 throughput, share of the limit', [versus('Q1', 'limit'), 0.75]),
    atLeast('G3', 'Q4 throughput, × PostGraphile', [versus('Q4', 'postgraphile'), 3.5]),
    atLeast('G3', 'Q4 throughput, share of the limit', [versus('Q4', 'limit'), 0.7]),
    ...(hasNaive ? [atLeast('G4', 'Q1 throughput, × naive', [versus('Q1', 'naive'), 12])] : []),
    ...(hasNaive ? [atLeast('G4', 'Q4 throughput, × naive', [versus('Q4', 'naive'), 25])] : []),
    atMost('G5', 'Q1 node CPU, × without wall 1', [ratio('Q1', nodeCpu, ['tenure', 'tenure-open']), 1.05]),
    atMost('G5', 'Q4 node CPU, × without wall 1', [ratio('Q4', nodeCpu, ['tenure', 'tenure-open']), 1.05]),
    atMost('G6', 'growth: throughput falls, ×', [
      ratio('growth', throughput, ['small database', 'large database']),
      1.15,
    ]),
    atMost('G6', 'growth: PostgreSQL CPU, ×', [
      ratio('growth', postgresCpu, ['large database', 'small database']),
      1.4,
    ]),
    atLeast('G7', 'Q2 total CPU of PostGraphile, ×', [saved('Q2'), 2.6]),
    atLeast('G7', 'Q3 total CPU of PostGraphile, ×', [saved('Q3'), 3]),
    atLeast('G7', 'Q5 total CPU of PostGraphile, ×', [saved('Q5'), 2.8]),
    atMost('G10', 'depth: latency of the first page, ×', [ratio('depth', latency, ['page at depth', 'first page']), 3]),
  ];
}

function ratioOf(samples: Samples | undefined, figure: Figure, [above, below]: readonly [string, string]): number {
  const figures = (name: string): readonly number[] => samples?.get(name)?.map(figure) ?? [];
  return ratios(figures(above), figures(below)).median;
}
