import { defineTransitions } from '#platform/transitions.ts';
import type { personaJobStatuses } from './persona-job.entity.ts';

export type PersonaJobStatus = (typeof personaJobStatuses)[number];

/** Every legal move; APPLIED is reached by recording an application, and is final because that application stays. */
export const personaJobTransitions = defineTransitions<PersonaJobStatus>({
  DISCOVERED: ['DISMISSED', 'APPLIED'],
  DISMISSED: ['DISCOVERED'],
  APPLIED: [],
});

/** The moves people make by hand: nobody may claim APPLIED without an application. */
export const manualPersonaJobTransitions = defineTransitions<PersonaJobStatus>({
  DISCOVERED: ['DISMISSED'],
  DISMISSED: ['DISCOVERED'],
  APPLIED: [],
});
