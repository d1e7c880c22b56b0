import { MISSING_SKILLS_CAP } from './fit-score.ts';
import type { RequestedSkill } from './scored-inputs.ts';

/**
 * Below this threshold every posting may do; from it on, missing more than half of the required hard skills keeps a
 * posting out, whatever else speaks for it.
 */
export const demandingThreshold = MISSING_SKILLS_CAP + 1;

/** What of a persona decides which postings are candidates. */
export interface Reach {
  readonly minimumFitThreshold: number;
  readonly keys: ReadonlySet<string>;
}

/**
 * Whether a posting's fit can reach a persona's threshold, judged by required skills alone. Exact as far as it goes: who
 * has half of them is not capped, who has less is, so that nothing is left out that a full score would let in.
 */
export function mayReach({ minimumFitThreshold, keys }: Reach, skills: readonly RequestedSkill[]): boolean {
  if (minimumFitThreshold < demandingThreshold) return true;
  let required = 0;
  let known = 0;
  for (const skill of skills) {
    if (!skill.required || skill.kind !== 'HARD') continue;
    required += 1;
    if (keys.has(skill.key)) known += 1;
  }
  return isEnough(known, required);
}

/** Whether so many of the required skills are enough not to be capped. */
export const isEnough = (known: number, required: number): boolean => 2 * known >= required;
