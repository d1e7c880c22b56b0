import { defineTransitions } from '#platform/transitions.ts';
import type { computeTaskStates } from './compute-task.entity.ts';

export type ComputeTaskState = (typeof computeTaskStates)[number];

/** How a task may move on: one that fails waits for another attempt while there is one. */
export const computeTaskTransitions = defineTransitions<ComputeTaskState>({
  QUEUED: ['LEASED', 'CANCELED'],
  LEASED: ['QUEUED', 'SUCCEEDED', 'FAILED', 'CANCELED'],
  SUCCEEDED: [],
  FAILED: [],
  CANCELED: [],
});

/** Whether nothing more becomes of a task. */
export const isFinished = (state: ComputeTaskState): boolean => computeTaskTransitions.allowed(state).length === 0;
