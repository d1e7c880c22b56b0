import { formatMonth } from '../language/format-date.ts';
import { words } from '../words/persona-lists.ts';

/** From one day to another, or to now. */
export const formatMonths = (from: string, to: string | null | undefined): string =>
  words.until(formatMonth(from), to ? formatMonth(to) : undefined);
