import { requireRange } from './require-range.ts';
import { roundHalfAway } from './round-half-away.ts';

/** One weighted part of a score. */
export interface ScoreComponent<Name extends string = string> {
  readonly name: Name;
  /** 0 to 100, at most four decimals. */
  readonly value: number;
  /** Share in the total, 0 to 1. */
  readonly weight: number;
  /** Nothing was said to judge by, so the value speaks neither for nor against. */
  readonly neutral: boolean;
}

/** What a rule makes of a component. */
export type Judgement = Pick<ScoreComponent, 'value' | 'neutral'>;

/** A value that there was something to judge by. */
// Four decimals are kept, so that anybody can add the shown components up to the shown total.
export const judged = (value: number): Judgement => ({ value: Math.round(value * 1e4) / 1e4, neutral: false });

type Weighted = Pick<ScoreComponent, 'name' | 'value' | 'weight'>;

/**
 * The weighted sum of the components.
 * @throws RangeError naming a component whose value is not a number from 0 to 100.
 */
export function weightedSum(components: readonly Weighted[]): number {
  let sum = 0;
  for (const { name, value, weight } of components) {
    requireRange(name, value);
    sum += weight * value;
  }
  return sum;
}

/** The weighted sum rounded half away from zero. @throws RangeError as `weightedSum` does */
export const weightedTotal = (components: readonly Weighted[]): number => roundHalfAway(weightedSum(components));

/** The value of a component that had something to judge by; neutral ones say nothing. */
export function evidence<Name extends string>(
  components: readonly ScoreComponent<Name>[],
  name: Name,
): number | undefined {
  const found = components.find((component) => component.name === name);
  return found === undefined || found.neutral ? undefined : found.value;
}
