import { quantile } from './statistics.ts';

const resamples = 2_000;

/**
 * The 95 % interval of a figure over things that were sampled: of 2,000 samples drawn from them with replacement, the
 * same ones at every run.
 */
export function bootstrapInterval<T>(
  sampled: readonly T[],
  figure: (sample: readonly T[]) => number,
): readonly [number, number] {
  const random = seededRandom(1);
  const figures = Array.from({ length: resamples }, () =>
    figure(sampled.flatMap(() => sampled.slice(Math.floor(random() * sampled.length)).slice(0, 1))),
  );
  return [quantile(figures, 0.025), quantile(figures, 0.975)];
}

/** Numbers in [0, 1) that are the same at every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
