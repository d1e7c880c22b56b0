import { Alert } from '@mantine/core';
import { statusLabels } from '../applications/application-status.ts';
import type { MatchQuery } from '../generated/graphql.ts';
import { formatDay } from '../language/format-date.ts';
import { words } from '../words/match-detail.ts';

interface PriorAttemptProps {
  readonly attempt: NonNullable<MatchQuery['personaJob']>['priorAttempt'];
}

/** That this opening was applied for before, and what came of it. */
export function PriorAttempt({ attempt }: PriorAttemptProps) {
  if (!attempt) return null;
  const { appliedAt, outcome, outcomeAt } = attempt;
  return (
    <Alert color="yellow" title={words.priorAttempt.title}>
      {words.priorAttempt.earlier(formatDay(appliedAt))}
      {outcome && outcomeAt
        ? words.priorAttempt.outcome(statusLabels[outcome], formatDay(outcomeAt))
        : words.priorAttempt.open}
    </Alert>
  );
}
