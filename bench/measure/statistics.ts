/** The value below which this share of the values lies (nearest rank); 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export const spread = (values: readonly number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});

/** The ratios of what was measured in the same round: load that comes and goes touches both sides of each. */
export const ratios = (above: readonly number[], below: readonly number[]): Spread =>
  spread(above.map((value, round) => value / (below[round] ?? Number.NaN)));

/** The values in an order that chance decides. */
export function shuffled<T>(values: readonly T[], random: () => number = Math.random): readonly T[] {
  const keyed = values.map((value) => ({ value, key: random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ value }) => value);
}

export interface MeanInterval {
  readonly mean: number;
  readonly from: number;
  readonly to: number;
}

/** The mean of a sample of hundreds and its 95 % interval, by the normal distribution that means of so many have. */
export function meanInterval(values: readonly number[]): MeanInterval {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const half = 1.96 * Math.sqrt(variance / values.length);
  return { mean, from: mean - half, to: mean + half };
}

/** How far two columns rise and fall together, −1 to 1 (Pearson). */
export function pearson(left: readonly number[], right: readonly number[]): number {
  const deviations = (values: readonly number[]): readonly number[] => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const [x, y] = [deviations(left), deviations(right)];
  const product = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}
