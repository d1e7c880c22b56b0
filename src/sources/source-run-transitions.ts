import { defineTransitions } from '#platform/transitions.ts';
import type { sourceRunStates } from './source-run.entity.ts';

/** How the asking of a source ends, once. */
export const sourceRunTransitions = defineTransitions<(typeof sourceRunStates)[number]>({
  WAITING: ['SUCCEEDED', 'PARTIAL', 'FAILED', 'SKIPPED'],
  SUCCEEDED: [],
  PARTIAL: [],
  FAILED: [],
  SKIPPED: [],
});
