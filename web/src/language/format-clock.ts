import { language } from '../words/language.ts';
import { once } from './once.ts';

const clock = once(() => new Intl.DateTimeFormat(language, { timeStyle: 'short' }));
const clockOfDay = once(
  () => new Intl.DateTimeFormat(language, { weekday: 'long', hour: 'numeric', minute: '2-digit' }),
);

/** So long a time of day alone leaves no doubt of which day it is. */
const sameDayMs = 12 * 3_600_000;

/** A time of day, with its day where that is not plain, and never before the instant: clocks show whole minutes. */
export function formatClock(instant: Date): string {
  const isPlain = instant.getTime() - Date.now() < sameDayMs;
  return (isPlain ? clock : clockOfDay)().format(Math.ceil(instant.getTime() / 60_000) * 60_000);
}
