import { language } from '../words/language.ts';
import { once } from './once.ts';

const calendarDates = once(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }));
const shortDates = once(() => new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' }));
const months = once(() => new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }));
const days = once(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }));
const moments = once(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }));
const distances = once(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));

/** A calendar date, `YYYY-MM-DD`: the same day everywhere. */
export const formatDate = (date: string): string => calendarDates().format(new Date(date));

/** A calendar date of these weeks, without its year. */
export const formatShortDate = (date: string): string => shortDates().format(new Date(date));

/** The month of a calendar date, such as `Jun 2014`. */
export const formatMonth = (date: string): string => months().format(new Date(date));

/** The day of an instant, where the reader is. */
export const formatDay = (instant: string): string => days().format(new Date(instant));

/** An instant, where the reader is. */
export const formatMoment = (instant: string): string => moments().format(new Date(instant));

/** So many days from now, such as `tomorrow`. */
export const formatInDays = (count: number): string => distances().format(count, 'day');
