import type { Goal } from '../report/goals.ts';

/** What a part of this benchmark found: blocks of Markdown, and the goals it speaks to. */
export interface Measured {
  readonly blocks: readonly string[];
  readonly goals: readonly Goal[];
}
