const earliest = Date.parse('0001-01-01T00:00:00.000Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/** Whether PostgreSQL keeps a text as it is: neither `text` nor `jsonb` takes a NUL character or half a surrogate pair. */
export const isStorableText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Whether a time lies in the years that both ISO 8601 and PostgreSQL write with four digits, 1 to 9999. */
export const isStorableInstant = (instant: Date): boolean =>
  instant.getTime() >= earliest && instant.getTime() <= latest;

/** Whether a text is a date of these years, `YYYY-MM-DD`. */
export function isStorableDate(text: string): boolean {
  const midnight = new Date(`${text}T00:00:00.000Z`);
  return isStorableInstant(midnight) && midnight.toISOString().startsWith(`${text}T`);
}
