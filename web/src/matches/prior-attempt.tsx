import { Alert } from '@mantine/core';
import { statusLabels } from '../applications/application-status.ts';
import type { MatchQuery } from '../generated/graphql.ts';
import { formatDay } from './describe-posting.ts';

interface PriorAttemptProps {
  readonly attempt: NonNullable<MatchQuery['personaJob']>['priorAttempt'];
}

/** That this opening was applied for before, and what came of it. */
export function PriorAttempt({ attempt }: PriorAttemptProps) {
  if (!attempt) return null;
  const { appliedAt, outcome, outcomeAt } = attempt;
  return (
    <Alert color="yellow" title="You applied here before">
      {`For an earlier posting of this opening, on ${formatDay(appliedAt)}. `}
      {outcome && outcomeAt
        ? `${statusLabels[outcome]} on ${formatDay(outcomeAt)}.`
        : 'That application is still open.'}
    </Alert>
  );
}
