import type { Comparison, Samples } from '../measure/rounds.ts';
import type { Sample } from '../measure/sample.ts';
import { median, ratios, spread, type Spread } from '../measure/statistics.ts';

/** Those that the others are measured by: ratios are printed against each that took part. */
const yardsticks = ['postgraphile', 'limit', 'small database', 'first page'];

/** One comparison as a Markdown table: a line for each subject. */
export function comparisonTable({ title, subjects, plan }: Comparison, samples: Samples): string {
  const against = yardsticks.filter((name) => samples.has(name));
  const heads = ['', 'requests/s', ...against.map((name) => `× ${name}`), 'p50 / p99 ms', 'node µs', 'pg µs', 'RSS MB'];
  const lines = subjects.map(({ name }) => {
    const own = samples.get(name) ?? [];
    const of = (figure: (sample: Sample) => number): number => median(own.map(figure));
    return [
      name,
      range(spread(own.map(throughput)), 0),
      ...against.map((yardstick) => versus(own, samples.get(yardstick) ?? [])),
      `${of(({ p50Ms }) => p50Ms).toFixed(1)} / ${of(({ p99Ms }) => p99Ms).toFixed(1)}`,
      of(({ nodeUs }) => nodeUs).toFixed(0),
      of(({ postgresUs }) => postgresUs).toFixed(0),
      of(({ residentMb }) => residentMb).toFixed(0),
    ];
  });
  const rule = heads.map((_, index) => (index === 0 ? '---' : '---:'));
  const rows = [heads, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`);
  return [
    `### ${title}`,
    `${plan.rounds} rounds of ${plan.seconds} s, ${plan.concurrency} at a time`,
    '',
    ...rows,
  ].join('\n');
}

const throughput = ({ requestsPerSecond }: Sample): number => requestsPerSecond;

/** Ratio of the medians, then the ratios of the rounds. */
function versus(own: readonly Sample[], other: readonly Sample[]): string {
  if (own === other) return '1';
  const ofMedians = median(own.map(throughput)) / median(other.map(throughput));
  return `${ofMedians.toFixed(2)}; ${range(ratios(own.map(throughput), other.map(throughput)), 2)}`;
}

export const range = ({ median, min, max }: Spread, digits: number): string =>
  `${median.toFixed(digits)} [${min.toFixed(digits)}..${max.toFixed(digits)}]`;
