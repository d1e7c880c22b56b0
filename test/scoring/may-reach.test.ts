import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitScore } from '#scoring/fit-score.ts';
import { demandingThreshold, reachIndex, type Reach } from '#scoring/may-reach.ts';
import type { RequestedSkill } from '#scoring/scored-inputs.ts';
import { anyPersona, anyPosting } from './sample-inputs.ts';

const mayReach = (reach: Reach, skills: readonly RequestedSkill[]): boolean =>
  reachIndex([{ skills }])(reach).length === 1;

test('nothing is left out whose fit reaches the threshold', () => {
  const leftOut = fc.check(
    fc.property(anyPersona, anyPosting, fc.integer({ min: 0, max: 100 }), (someone, opening, minimumFitThreshold) => {
      const reach = { minimumFitThreshold, keys: new Set(someone.skills.map(({ key }) => key)) };
      return fitScore(someone, opening).total < minimumFitThreshold || mayReach(reach, opening.skills);
    }),
    { numRuns: 1_000 },
  );
  expect(leftOut.counterexample).toBeNull();
});

test('required hard skills decide, half of them are enough, and below the cap nothing is asked', () => {
  const hard = (key: string, required = true) => ({ key, name: key, kind: 'HARD' as const, required, years: null });
  const reach = { minimumFitThreshold: demandingThreshold, keys: new Set(['go']) };
  expect(mayReach(reach, [hard('go'), hard('sql')])).toBe(true);
  expect(mayReach(reach, [hard('go'), hard('sql'), hard('rust')])).toBe(false);
  expect(mayReach(reach, [hard('sql', false)])).toBe(true);
  expect(mayReach(reach, [{ ...hard('sql'), kind: 'SOFT' }])).toBe(true);
  expect(mayReach({ ...reach, minimumFitThreshold: demandingThreshold - 1 }, [hard('sql')])).toBe(true);
});
