import { defineTransitions } from '#platform/transitions.ts';
import type { jobIngestStates } from './job-ingest.entity.ts';

export type JobIngestState = (typeof jobIngestStates)[number];

/** How what was handed in moves on; all but the last step takes the system. */
export const jobIngestTransitions = defineTransitions<JobIngestState>({
  PROCESSING: ['READY', 'FAILED', 'EXPIRED'],
  READY: ['EXPIRED'],
  FAILED: ['EXPIRED'],
  EXPIRED: [],
});
