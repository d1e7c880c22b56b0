import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, ghostColumns, judgeGhost, type GhostInputs } from '#job-pool/ghost-score.ts';

const now = new Date('2026-03-01T15:00:00Z');
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);

/** A posting of today that tells everything. */
const fresh: GhostInputs = {
  postedDate: daysAgo(0),
  firstSeenAt: now,
  repostCount: 0,
  vaguenessScore: 0,
  salaryMin: 1,
  salaryMax: null,
  applicationDeadline: '2026-04-01',
  location: 'Berlin',
  seniorityLevel: null,
  yearsMin: null,
};
const untold = { salaryMin: null, applicationDeadline: null, location: null };
const score = (fields: Partial<GhostInputs>): number => judgeGhost({ ...fresh, ...fields }, now).ghostScore;
const signals = (fields: Partial<GhostInputs>) => judgeGhost({ ...fresh, ...fields }, now).ghostSignals;

describe('judgeGhost', () => {
  it.each<[number, Partial<GhostInputs>]>([
    [2, { postedDate: daysAgo(10), vaguenessScore: 10 }],
    [
      96,
      { ...untold, postedDate: daysAgo(90), repostCount: 3, vaguenessScore: 80, seniorityLevel: 'SENIOR', yearsMin: 1 },
    ],
    [41, { postedDate: daysAgo(45), repostCount: 1, vaguenessScore: 50, salaryMin: null, applicationDeadline: null }],
    [0, {}],
    [10, { vaguenessScore: null }],
  ])('is %i for %j', (expected, fields) => expect(score(fields)).toBe(expected));

  it.each([
    [0, 0],
    [15, 0],
    [30, 0],
    [31, 50],
    [45, 50],
    [60, 50],
    [61, 100],
    [90, 100],
    [-3, 0],
  ])('scores %i days open as %i', (days, expected) => {
    const { daysOpen, daysOpenScore } = signals({ postedDate: daysAgo(days) });
    expect([daysOpen, daysOpenScore]).toEqual([Math.max(0, days), expected]);
  });

  it('counts from when it was first seen where no date is given', () => {
    const firstSeenAt = new Date('2026-01-01T23:59:00Z');
    expect(signals({ postedDate: null, firstSeenAt }).daysOpen).toBe(59);
    expect(signals({ firstSeenAt }).daysOpen).toBe(0);
  });

  it.each([
    [0, 0],
    [1, 30],
    [2, 60],
    [3, 100],
    [9, 100],
  ])('scores %i reposts as %i', (count, expected) =>
    expect(signals({ repostCount: count }).repostScore).toBe(expected),
  );

  it.each<[Partial<GhostInputs>, readonly string[], number]>([
    [{}, [], 0],
    [{ salaryMin: null, salaryMax: 5 }, [], 0],
    [{ salaryMin: null }, ['salary'], 33],
    [{ applicationDeadline: null, location: null }, ['deadline', 'location'], 67],
    [untold, ['salary', 'deadline', 'location'], 100],
  ])('names what %j leaves out', (fields, missing, expected) => {
    expect(signals(fields)).toMatchObject({ missingFields: missing, missingFieldsScore: expected });
  });

  it.each<[GhostInputs['seniorityLevel'], number | null, number]>([
    ['SENIOR', 1, 100],
    ['SENIOR', 5, 0],
    ['ENTRY', 10, 100],
    ['MID', 3, 0],
    ['LEAD', 2, 100],
    ['EXECUTIVE', 3, 100],
    [null, 3, 0],
    ['SENIOR', null, 0],
  ])('holds %s against %j years: %i', (seniorityLevel, yearsMin, expected) => {
    expect(signals({ seniorityLevel, yearsMin }).requirementMismatchScore).toBe(expected);
  });

  it.each([
    [0, 'FRESH'],
    [25, 'FRESH'],
    [26, 'MODERATE'],
    [50, 'MODERATE'],
    [51, 'ELEVATED'],
    [75, 'ELEVATED'],
    [76, 'HIGH_RISK'],
    [100, 'HIGH_RISK'],
  ])('puts %i into %s', (total, band) => expect(bandOf(total)).toBe(band));

  it('is due again at midnight', () => {
    expect(ghostColumns(fresh, now).ghostDueAt).toEqual(new Date('2026-03-02T00:00:00Z'));
    expect(ghostColumns(fresh, new Date('2026-03-02T00:00:00Z')).ghostDueAt).toEqual(new Date('2026-03-03T00:00:00Z'));
  });

  it('stays within its bounds and never falls as the posting ages, comes back or says less', () => {
    const inputs = fc.record({
      days: fc.integer({ min: 0, max: 400 }),
      repostCount: fc.nat({ max: 9 }),
      vaguenessScore: fc.nat({ max: 100 }),
    });
    fc.assert(
      fc.property(inputs, inputs, (a, b) => {
        const of = ({ days, ...rest }: typeof a): number => score({ ...rest, postedDate: daysAgo(days) });
        const worse = {
          days: Math.max(a.days, b.days),
          repostCount: Math.max(a.repostCount, b.repostCount),
          vaguenessScore: Math.max(a.vaguenessScore, b.vaguenessScore),
        };
        expect(of(worse)).toBeGreaterThanOrEqual(of(a));
        expect(of(worse)).toBeLessThanOrEqual(100);
        expect(of(a)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
