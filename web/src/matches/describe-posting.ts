import type { EmploymentType, SeniorityLevel, WorkModel } from '../generated/graphql.ts';
import { language } from '../words/language.ts';
import { words } from '../words/matches.ts';

interface Pay {
  readonly salaryMin: number | null;
  readonly salaryMax: number | null;
  readonly salaryCurrency: string | null;
}

export const workModels: Readonly<Record<WorkModel, string>> = words.workModels;

export const seniorities: Readonly<Record<SeniorityLevel, string>> = words.seniorities;

export const employmentTypes: Readonly<Record<EmploymentType, string>> = words.employmentTypes;

const dayFormat = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
const calendarFormat = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
const momentFormat = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });

/** A calendar date, `YYYY-MM-DD`: the same day everywhere. */
export const formatDate = (date: string) => calendarFormat.format(new Date(date));
/** The day of an instant, where the reader is. */
export const formatDay = (instant: string) => dayFormat.format(new Date(instant));
/** An instant, where the reader is. */
export const formatMoment = (instant: string) => momentFormat.format(new Date(instant));

/** Yearly pay such as `$120,000 – $150,000`; nothing when the posting does not tell. */
export function formatPay({ salaryMin, salaryMax, salaryCurrency }: Pay): string | undefined {
  const format = createPayFormat(salaryCurrency);
  if (salaryMin !== null && salaryMax !== null && salaryMin !== salaryMax) {
    return `${format(salaryMin)} – ${format(salaryMax)}`;
  }
  if (salaryMin !== null) return salaryMin === salaryMax ? format(salaryMin) : words.pay.from(format(salaryMin));
  return salaryMax === null ? undefined : words.pay.upTo(format(salaryMax));
}

/** Postings carry currencies as their employers wrote them: what is no ISO code stands behind the number. */
function createPayFormat(currency: string | null): (amount: number) => string {
  if (currency && /^[A-Z]{3}$/u.test(currency)) {
    const format = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 });
    return (amount) => format.format(amount);
  }
  return (amount) => `${amount.toLocaleString(language)} ${currency ?? ''}`.trim();
}
