import { z } from 'zod';
import { isStorableDate } from '#database/storable.ts';
import { InvalidInput } from '#platform/errors.ts';

/** A day in the life of somebody who looks for work. */
export const day = z
  .string()
  .refine(isStorableDate, 'This is no date such as 2025-11-03.')
  .refine((date) => date >= '1900-01-01', 'This is before 1900.');

const mostYearsAhead = 10;

/** Refuses what lies too far ahead to be planned. */
export function assertSoon(field: string, year: number | string | null | undefined, now: Date): void {
  if (year && Number(String(year).slice(0, 4)) > now.getUTCFullYear() + mostYearsAhead)
    throw new InvalidInput(field, `This is more than ${mostYearsAhead} years ahead.`);
}

interface Period {
  readonly from: string | undefined;
  readonly to: string | null | undefined;
}

/** Refuses an end before its beginning, at the field of the one that is given. */
export function assertPeriod({ from, to }: Period, field: string): void {
  if (from && to && to < from) throw new InvalidInput(field, `The end, ${to}, is before the beginning, ${from}.`);
}
