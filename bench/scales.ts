import { fullSize, smallSize, tenthSize, tinySize, type Size } from './database/sizes.ts';
import type { Plan } from './measure/rounds.ts';

export type ScaleName = 'full' | 'tenth' | 'tiny';

/** How much is measured, and for how long. */
export interface Scale {
  readonly name: ScaleName;
  readonly size: Size;
  /** What growth is measured from. */
  readonly small: Size;
  /** For the operations that most goals are about. */
  readonly major: Plan;
  readonly minor: Plan;
  /** One request at a time: how long each takes, not how many fit. */
  readonly depth: Plan;
  /** Postings in the pool, batches stored beside it, and whole imports. */
  readonly import: { readonly pool: number; readonly batches: number; readonly rounds: number };
  /** Its clients all sign in at once, and each waits seconds for its answer. */
  readonly login: Plan;
  /** Pairs of a known and an unknown address. */
  readonly timing: { readonly kept: number; readonly warmUp: number };
  readonly starts: number;
  readonly surfacing: SurfacingSize;
}

export interface SurfacingSize {
  readonly postings: number;
  readonly personas: number;
  /** So many of the personas are held against every posting one by one. */
  readonly sample: number;
}

const plan = (rounds: number, seconds: number, warmUpSeconds: number): Plan => ({
  rounds,
  seconds,
  warmUpSeconds,
  concurrency: 32,
});

export const scales: Readonly<Record<ScaleName, Scale>> = {
  full: {
    name: 'full',
    size: fullSize,
    small: smallSize,
    major: plan(7, 5, 5),
    minor: plan(7, 5, 3),
    depth: { ...plan(7, 5, 2), concurrency: 1 },
    import: { pool: 100_000, batches: 20, rounds: 3 },
    login: { ...plan(7, 10, 5), concurrency: 64 },
    timing: { kept: 200, warmUp: 20 },
    starts: 5,
    surfacing: { postings: 100_000, personas: 5_000, sample: 20 },
  },
  tenth: {
    name: 'tenth',
    size: tenthSize,
    small: smallSize,
    major: plan(7, 3, 3),
    minor: plan(5, 2, 2),
    depth: { ...plan(5, 2, 1), concurrency: 1 },
    import: { pool: 10_000, batches: 8, rounds: 5 },
    login: { ...plan(5, 5, 3), concurrency: 64 },
    timing: { kept: 200, warmUp: 20 },
    starts: 3,
    surfacing: { postings: 5_000, personas: 500, sample: 50 },
  },
  tiny: {
    name: 'tiny',
    size: tinySize,
    small: tinySize,
    major: plan(2, 0.5, 0.5),
    minor: plan(2, 0.5, 0.5),
    depth: { ...plan(2, 0.5, 0.3), concurrency: 1 },
    import: { pool: 1_000, batches: 2, rounds: 1 },
    login: { ...plan(2, 2, 1), concurrency: 64 },
    timing: { kept: 25, warmUp: 5 },
    starts: 1,
    surfacing: { postings: 300, personas: 40, sample: 40 },
  },
};
