import type { Scale, SurfacingSize } from './scales.ts';

/** What a benchmark is told, and where it leaves what has to end with it. */
export interface BenchOptions {
  readonly scale: Scale;
  readonly withNaive: boolean;
  /** Reports although other processes took the CPU, and says so. */
  readonly acceptsLoud: boolean;
  /** Postings to import, where others than the demo's are wanted. */
  readonly importFile: string | null;
  /** Sizes of `surfacing` other than the scale's. */
  readonly surfacing: Partial<SurfacingSize>;
  /** Progress, for whoever waits. */
  readonly say: (line: string) => void;
  readonly cleanUp: AsyncDisposableStack;
}
