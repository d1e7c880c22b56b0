import type { SeniorityLevel } from './raw-posting.ts';

/** What the ghost score reads of a posting. */
export interface GhostInputs {
  readonly postedDate: string | null;
  readonly firstSeenAt: Date;
  readonly repostCount: number;
  /** Null where nobody has rated the text yet. */
  readonly vaguenessScore: number | null;
  readonly salaryMin: number | null;
  readonly salaryMax: number | null;
  readonly applicationDeadline: string | null;
  readonly location: string | null;
  readonly seniorityLevel: SeniorityLevel | null;
  readonly yearsMin: number | null;
}

export const ghostBands = ['FRESH', 'MODERATE', 'ELEVATED', 'HIGH_RISK'] as const;
export type GhostBand = (typeof ghostBands)[number];

/** How a ghost score came about, as the API shows it. */
export interface GhostSignals {
  readonly band: GhostBand;
  readonly daysOpen: number;
  readonly daysOpenScore: number;
  readonly repostCount: number;
  readonly repostScore: number;
  readonly vaguenessScore: number;
  readonly missingFields: readonly ('salary' | 'deadline' | 'location')[];
  readonly missingFieldsScore: number;
  readonly requirementMismatch: boolean;
  readonly requirementMismatchScore: number;
  readonly calculatedAt: string;
}

/** From here on a match warns of the posting. */
export const ghostWarning = 60;

const day = 24 * 60 * 60 * 1000;
const unratedVagueness = 50;
const bandEnds: readonly number[] = [25, 50, 75];
const repostScores: readonly number[] = [0, 30, 60, 100];
const missingScores: readonly number[] = [0, 33, 67, 100];

/** Years that go with a level; experience two years beyond either end contradicts it. */
const usualYears: Readonly<Record<SeniorityLevel, readonly [min: number, max: number]>> = {
  ENTRY: [0, 2],
  MID: [2, 5],
  SENIOR: [5, Infinity],
  LEAD: [7, Infinity],
  EXECUTIVE: [10, Infinity],
};
const tolerance = 2;

/**
 * How likely nobody is hired through a posting, 0 to 100: days open (30 %), reposts (30 %), vagueness (20 %), missing
 * pay, deadline or place (10 %), and years that contradict the level (10 %). It counts from the published date, else from
 * when the posting was first seen. A caution to the reader, never a verdict.
 */
export function judgeGhost(posting: GhostInputs, now: Date): { ghostScore: number; ghostSignals: GhostSignals } {
  const daysOpen = countDays(posting, now);
  const daysOpenScore = scoreDays(daysOpen);
  const repostScore = at(repostScores, posting.repostCount);
  const vaguenessScore = posting.vaguenessScore ?? unratedVagueness;
  const missingFields = findMissing(posting);
  const missingFieldsScore = at(missingScores, missingFields.length);
  const requirementMismatch = isMismatch(posting);
  const requirementMismatchScore = requirementMismatch ? 100 : 0;
  // In tenths, so that a half is one and is rounded up.
  const tenths =
    3 * daysOpenScore + 3 * repostScore + 2 * vaguenessScore + missingFieldsScore + requirementMismatchScore;
  const ghostScore = Math.round(tenths / 10);
  return {
    ghostScore,
    ghostSignals: {
      band: bandOf(ghostScore),
      daysOpen,
      daysOpenScore,
      repostCount: posting.repostCount,
      repostScore,
      vaguenessScore,
      missingFields,
      missingFieldsScore,
      requirementMismatch,
      requirementMismatchScore,
      calculatedAt: now.toISOString(),
    },
  };
}

/** Where a ghost score stands. */
export const bandOf = (score: number): GhostBand => ghostBands[bandEnds.filter((end) => score > end).length] ?? 'FRESH';

/** A posting's columns for its ghost score, due again when another day has passed: at midnight, UTC. */
export const ghostColumns = (posting: GhostInputs, now: Date) => ({
  ...judgeGhost(posting, now),
  ghostDueAt: new Date((Math.floor(now.getTime() / day) + 1) * day),
});

function countDays({ postedDate, firstSeenAt }: GhostInputs, now: Date): number {
  const since = postedDate === null ? firstSeenAt.getTime() : Date.parse(postedDate);
  return Math.max(0, Math.floor(now.getTime() / day) - Math.floor(since / day));
}

function scoreDays(days: number): number {
  if (days <= 30) return 0;
  return days <= 60 ? 50 : 100;
}

function findMissing({ salaryMin, salaryMax, applicationDeadline, location }: GhostInputs) {
  const missing: GhostSignals['missingFields'][number][] = [];
  if (salaryMin === null && salaryMax === null) missing.push('salary');
  if (applicationDeadline === null) missing.push('deadline');
  if (location === null) missing.push('location');
  return missing;
}

function isMismatch({ seniorityLevel, yearsMin }: GhostInputs): boolean {
  if (seniorityLevel === null || yearsMin === null) return false;
  const [min, max] = usualYears[seniorityLevel];
  return yearsMin < min - tolerance || yearsMin > max + tolerance;
}

const at = (scores: readonly number[], count: number): number => scores[Math.min(count, scores.length - 1)] ?? 0;
