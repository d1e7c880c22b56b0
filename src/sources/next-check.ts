import type { Presence } from './check-posting.ts';

/** What a check came to; what a sweep has seen lately was not asked for. */
export type Checked = Presence | 'SWEPT';

/** What decides when a posting is looked at again. */
export interface CheckedState {
  readonly presence: Checked;
  readonly isActive: boolean;
  readonly expiredAt?: Date | null;
  /** How many checks in a row before this one said nothing. */
  readonly failedChecks: number;
  /** When somebody last applied to it; null where nobody has. */
  readonly appliedAt: Date | null;
}

const hour = 3_600_000;
const day = 24 * hour;
/** Daily while an application is that young, weekly from then on. */
const dailyDays = 14;
/** What has closed may come back, but not for ever. */
const closedDays = 60;

/**
 * When a posting is looked at again: daily for two weeks after somebody applied, then weekly; a day later where it was
 * gone, since one look is not enough; after one hour, two, four and so on up to a day where the look said nothing. What has
 * closed is looked for weekly for two months.
 */
export function nextCheck(state: CheckedState, now: Date): { checkDueAt: Date | null; failedChecks: number } {
  const { presence, isActive, expiredAt, failedChecks, appliedAt } = state;
  const saidNothing = presence === 'UNKNOWN';
  const after = (milliseconds: number) => ({
    checkDueAt: new Date(now.getTime() + milliseconds),
    failedChecks: saidNothing ? Math.min(failedChecks + 1, 100) : 0,
  });
  if (appliedAt === null) return { checkDueAt: null, failedChecks: 0 };
  if (!isActive) {
    const isOver = !expiredAt || now.getTime() - expiredAt.getTime() > closedDays * day;
    return isOver ? { checkDueAt: null, failedChecks: 0 } : after(7 * day);
  }
  if (saidNothing) return after(Math.min(day, hour * 2 ** failedChecks));
  const isYoung = now.getTime() - appliedAt.getTime() <= dailyDays * day;
  return after(presence === 'GONE' || isYoung ? day : 7 * day);
}
