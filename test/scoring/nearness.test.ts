import { describe, expect, it } from 'vitest';
import { findNearest, fitPoints, stretchPoints } from '#scoring/nearness.ts';
import { cosine } from '#scoring/word-vectors.ts';

describe('points by likeness', () => {
  it.each([
    [1, 100, 100],
    [0.96, 98, 98.6],
    [0.6, 80, 86],
    [0.5, 75, 82.5],
    [0, 50, 65],
    [-0.5, 25, 47.5],
    [-1, 0, 30],
  ])('a cosine of %d is worth %d to a fit, %d to a stretch', (alike, fit, stretch) => {
    expect(fitPoints(alike)).toBeCloseTo(fit, 9);
    expect(stretchPoints(alike)).toBeCloseTo(stretch, 9);
  });

  it.each([Number.NaN, 1.1, -1.1, Number.POSITIVE_INFINITY])('%d is no cosine', (alike) => {
    expect(() => fitPoints(alike)).toThrow(RangeError);
    expect(() => stretchPoints(alike)).toThrow(RangeError);
  });
});

describe('findNearest', () => {
  const entry = (...vector: readonly number[]) => ({ vector: new Float32Array(vector) });
  const northEast = entry(0.6, 0.8);
  const to = new Float32Array([0.8, 0.6]);

  it('finds the entry most like a text, the first of several', () => {
    const nearest = findNearest([{ vector: null }, entry(-1, 0), entry(1, 0), northEast, { ...northEast }], to);
    expect(nearest?.entry).toBe(northEast);
    expect(nearest?.alike).toBeCloseTo(0.96, 6);
    expect(cosine(to, to)).toBeCloseTo(1, 6);
  });

  it.each<Parameters<typeof findNearest>>([
    [[], to],
    [[{ vector: null }], to],
    [[{ vector: to }], null],
  ])('finds none among %j near %j', (entries, text) => {
    expect(findNearest(entries, text)).toBeNull();
  });
});
