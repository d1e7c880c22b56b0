import type { ScoredPosting } from './scored-inputs.ts';

/** What rules of the gate find, in plain sentences for the persona's owner. */
export interface Findings {
  readonly failures: string[];
  /** What could not be checked, or has a way out. */
  readonly warnings: string[];
}

/** One rule of the gate, with the persona's part done. */
export type Rule = (posting: ScoredPosting, findings: Findings) => void;
