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
 * Files postings by the skills they require, to find those whose fit can reach a persona's threshold, judged by required
 * skills alone. Exact as far as it goes: who has half of them is not capped, who has less is, so that nothing is left out
 * that a full score would let in. What it costs grows with the skills that both sides share, not with the postings.
 */
export function reachIndex<T extends { readonly skills: readonly RequestedSkill[] }>(
  postings: readonly T[],
): (reach: Reach) => readonly T[] {
  const filed = postings.map((posting) => ({ posting, required: requiredKeys(posting.skills) }));
  const undemanding = filed.filter(({ required }) => required.length === 0).map(({ posting }) => posting);
  const asking = Map.groupBy(
    filed.flatMap((each) => each.required.map((key) => ({ key, each }))),
    ({ key }) => key,
  );
  return ({ minimumFitThreshold, keys }) => {
    if (minimumFitThreshold < demandingThreshold) return postings;
    const known = new Map<(typeof filed)[number], number>();
    for (const key of keys) for (const { each } of asking.get(key) ?? []) known.set(each, (known.get(each) ?? 0) + 1);
    const enough = [...known].filter(([{ required }, count]) => isEnough(count, required.length));
    return [...undemanding, ...enough.map(([{ posting }]) => posting)];
  };
}

const requiredKeys = (skills: readonly RequestedSkill[]): readonly string[] =>
  skills.filter(({ required, kind }) => required && kind === 'HARD').map(({ key }) => key);

/** Whether so many of the required skills are enough not to be capped. */
export const isEnough = (known: number, required: number): boolean => 2 * known >= required;
