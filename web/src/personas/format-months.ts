import { language } from '../words/language.ts';
import { words } from '../words/persona-lists.ts';

const monthFormat = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A day as its month, such as `Jun 2014`. */
export const formatMonth = (day: string): string => monthFormat.format(new Date(day));

/** From one day to another, or to now. */
export const formatMonths = (from: string, to: string | null | undefined): string =>
  words.until(formatMonth(from), to ? formatMonth(to) : undefined);
