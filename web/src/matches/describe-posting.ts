import type { EmploymentType, SeniorityLevel, WorkModel } from '../generated/graphql.ts';
import { createAmountFormat } from '../language/format-number.ts';
import { words } from '../words/matches.ts';

interface Pay {
  readonly salaryMin: number | null;
  readonly salaryMax: number | null;
  readonly salaryCurrency: string | null;
}

export const workModels: Readonly<Record<WorkModel, string>> = words.workModels;

export const seniorities: Readonly<Record<SeniorityLevel, string>> = words.seniorities;

export const employmentTypes: Readonly<Record<EmploymentType, string>> = words.employmentTypes;

/** Yearly pay such as `$120,000 – $150,000`; nothing when the posting does not tell. */
export function formatPay({ salaryMin, salaryMax, salaryCurrency }: Pay): string | undefined {
  const format = createAmountFormat(salaryCurrency);
  if (salaryMin !== null && salaryMax !== null && salaryMin !== salaryMax) {
    return `${format(salaryMin)} – ${format(salaryMax)}`;
  }
  if (salaryMin !== null) return salaryMin === salaryMax ? format(salaryMin) : words.pay.from(format(salaryMin));
  return salaryMax === null ? undefined : words.pay.upTo(format(salaryMax));
}
