import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfAway } from '#scoring/round-half-away.ts';

describe('roundHalfAway', () => {
  it.each([
    [72.5, 73],
    [73.5, 74],
    [0.5, 1],
    [-0.5, -1],
    [-72.5, -73],
    [72.499999, 72],
    [72.49999999, 72],
    [0, 0],
    [100, 100],
  ])('rounds %d to %d', (value, rounded) => {
    expect(roundHalfAway(value)).toBe(rounded);
  });

  it.each([
    // In binary each of these sums lies just below its decimal value, so a plain Math.round gives one less.
    [1.005 * 100, 101],
    [0.1 * 55.4 + 0.7 * 52.8, 43],
    [0.1 * 78.9 + 0.7 * 62.3, 52],
    [0.1 * 20.7 + 0.7 * 34.9, 27],
  ])('takes the sum %d as the decimal it stands for', (value, rounded) => {
    expect(roundHalfAway(value)).toBe(rounded);
  });

  it('never answers minus zero', () => {
    expect(Object.is(roundHalfAway(-0.2), 0)).toBe(true);
  });

  it('agrees with whole-number arithmetic on every sum of weights times values of four decimals', () => {
    const units = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fc.tuple(units, units, units, units, units), ([a, b, c, d, e]) => {
        const sum = [0.4 * (a / 1e4), 0.15 * (b / 1e4), 0.25 * (c / 1e4), 0.1 * (d / 1e4), 0.1 * (e / 1e4)];
        const exact = 40n * BigInt(a) + 15n * BigInt(b) + 25n * BigInt(c) + 10n * BigInt(d) + 10n * BigInt(e);
        expect(roundHalfAway(sum.reduce((left, right) => left + right))).toBe(Number((exact + 500_000n) / 1_000_000n));
      }),
      { numRuns: 2000 },
    );
  });

  it('rounds every half away from zero, on both sides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (whole) => {
        expect(roundHalfAway(whole + 0.5)).toBe(whole + 1);
        expect(roundHalfAway(-whole - 0.5)).toBe(-whole - 1);
      }),
    );
  });
});
