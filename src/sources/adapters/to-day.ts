import { isStorableDate } from '#database/storable.ts';
import type { Repair } from './posting-fields.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// Seconds since 1970 have ten digits until the year 2286, milliseconds thirteen.
const leastMilliseconds = 100_000_000_000;

/**
 * The day of a date as sources write it: `2026-08-05`, with a time and an offset, with a time and "UTC" after a blank,
 * `Wed, 19 Aug 2026 23:10:38 GMT`, seconds or milliseconds since 1970. It is the day as written, whatever the offset.
 * Days by number alone (`08/05/2026`) are read nowhere the same and count as unreadable: dropped, and said so.
 */
export function toDay(value: unknown, field: string, repair: Repair): string | null {
  if (value === null || value === undefined || value === '') return null;
  const day =
    typeof value === 'number' ? dayOfInstant(value) : typeof value === 'string' ? dayOfText(value.trim()) : '';
  if (isStorableDate(day)) return day;
  repair(field, 'is no date that can be read, left out');
  return null;
}

function dayOfText(text: string): string {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:$|[T ]\d{2}:\d{2})/.exec(text);
  if (iso) return iso[1] ?? '';
  if (/^\d{10}(?:\d{3})?$/.test(text)) return dayOfInstant(Number(text));
  const written = /^(?:[A-Z][a-z]{2,8}, ?)?(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})\b/.exec(text);
  if (!written) return '';
  const [, day = '', month = '', year = ''] = written;
  const number = months.indexOf(month.toLowerCase()) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function dayOfInstant(value: number): string {
  const instant = new Date(Math.abs(value) < leastMilliseconds ? value * 1000 : value);
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString().slice(0, 10);
}
