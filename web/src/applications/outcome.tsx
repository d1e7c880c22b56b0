import { Text } from '@mantine/core';
import type { ApplicationStandingFragment } from '../generated/graphql.ts';
import { formatDate, formatDay } from '../language/format-date.ts';
import { formatPay } from '../matches/describe-posting.ts';
import { words } from '../words/applications.ts';
import { equityTypes, rejectionStages } from './application-status.ts';
import classes from './application.module.css';

type Fact = readonly [name: string, value: string | null | undefined];

interface FactsProps {
  readonly of: readonly Fact[];
  /** Said where nothing is known. */
  readonly nothing: string;
}

function Facts({ of: facts, nothing }: FactsProps) {
  const known = facts.filter(([, value]) => value);
  if (known.length === 0) return <Text c="dimmed">{nothing}</Text>;
  return (
    <dl className={classes.facts}>
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface OfferProps {
  readonly offer: NonNullable<ApplicationStandingFragment['offerDetails']>;
}

/** What an offer says, as far as it is known. */
export function Offer({ offer }: OfferProps) {
  const { baseSalary, salaryCurrency, bonusPercent, equityValue, equityType, equityVestingYears, ...rest } = offer;
  const amount = (value: number | null) =>
    formatPay({ salaryMin: value, salaryMax: value, salaryCurrency: salaryCurrency });
  const equity = [
    amount(equityValue),
    equityType && equityTypes[equityType],
    equityVestingYears !== null && words.offer.vested(equityVestingYears),
  ];
  return (
    <Facts
      nothing={words.offer.nothing}
      of={[
        [words.offer.answerBy, rest.responseDeadline && formatDate(rest.responseDeadline)],
        [words.offer.start, rest.startDate && formatDate(rest.startDate)],
        [words.offer.pay, amount(baseSalary)],
        [words.offer.bonusShort, bonusPercent === null ? null : words.offer.percent(bonusPercent)],
        [words.offer.equityShort, equity.filter(Boolean).join(', ')],
        [words.offer.benefits, rest.otherBenefits],
        [words.offer.notes, rest.notes],
      ]}
    />
  );
}

interface RejectionProps {
  readonly rejection: NonNullable<ApplicationStandingFragment['rejectionDetails']>;
}

/** What is known of a rejection. */
export function Rejection({ rejection: { stage, reason, feedback, rejectedAt } }: RejectionProps) {
  return (
    <Facts
      nothing={words.rejection.nothing}
      of={[
        [words.rejection.when, rejectedAt && formatDay(rejectedAt)],
        [words.rejection.stage, stage && rejectionStages[stage]],
        [words.rejection.reason, reason],
        [words.rejection.feedback, feedback],
      ]}
    />
  );
}
