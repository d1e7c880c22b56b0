import { isCurrency } from '#platform/currencies.ts';
import type { RawPay } from './raw-posting.ts';

/** Yearly pay in whole units of its currency; all three are null where none is stated. */
export interface YearlySalary {
  readonly min: number | null;
  readonly max: number | null;
  /** ISO 4217. */
  readonly currency: string | null;
}

export const unknownSalary: YearlySalary = { min: null, max: null, currency: null };

/** Working time of a year: 40 hours in 52 weeks of five days. */
const unitsInYear = { YEAR: 1, MONTH: 12, WEEK: 52, DAY: 260, HOUR: 2080 } as const satisfies Record<
  RawPay['interval'],
  number
>;

// A yearly pay outside these is a slip (an hourly rate called yearly, a budget). Currencies of small units reach
// further up, and the column is a 32-bit integer.
const leastYearly = 1_000;
const mostYearly = 10_000_000;
const mostYearlySmallUnit = 2_000_000_000;
const smallUnits = new Set(
  'ARS CLP COP CRC HUF IDR INR ISK JPY KES KRW NGN PHP PKR RSD RUB THB TWD VND XAF XOF'.split(' '),
);

/**
 * Yearly pay from figures for an interval: a month counts 12, a week 52, a day 260, an hour 2,080 times. Bounds that
 * nobody earns in a year are dropped, bounds in the wrong order put right. Pay without a currency is taken for dollars,
 * and in one that does not exist for none.
 */
export function yearlySalary({ min, max, currency, interval }: RawPay): YearlySalary {
  const unit = (currency ?? 'USD').toUpperCase();
  if (!isCurrency(unit)) return unknownSalary;
  const bounds = [min, max].map((bound) => (bound === null ? null : saneYearly(bound * unitsInYear[interval], unit)));
  const known = bounds.filter((bound) => bound !== null).toSorted((a, b) => a - b);
  if (known.length === 0) return unknownSalary;
  if (known.length === 1) return { min: bounds[0] ?? null, max: bounds[1] ?? null, currency: unit };
  return { min: known[0] ?? null, max: known[1] ?? null, currency: unit };
}

function saneYearly(value: number, currency: string): number | null {
  const most = smallUnits.has(currency) ? mostYearlySmallUnit : mostYearly;
  const yearly = Math.round(value);
  return yearly >= leastYearly && yearly <= most ? yearly : null;
}
