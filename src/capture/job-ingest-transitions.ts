import { defineTransitions } from '#platform/transitions.ts';
import type { JobIngest, jobIngestStates } from './job-ingest.entity.ts';

export type JobIngestState = (typeof jobIngestStates)[number];

/** How what was handed in moves on; what becomes of it its owner says, and time. */
export const jobIngestTransitions = defineTransitions<JobIngestState>({
  PROCESSING: ['READY', 'FAILED', 'EXPIRED'],
  READY: ['CONFIRMED', 'EXPIRED'],
  FAILED: ['EXPIRED'],
  CONFIRMED: [],
  EXPIRED: [],
});

/** Where it stands at a time: what has run out is thrown away by the hour, and nobody's from the minute it does. */
export const standingOf = ({ state, expiresAt }: Pick<JobIngest, 'state' | 'expiresAt'>, now: Date): JobIngestState =>
  expiresAt <= now && jobIngestTransitions.allowed(state).includes('EXPIRED') ? 'EXPIRED' : state;
