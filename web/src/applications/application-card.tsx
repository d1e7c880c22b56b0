import { Text } from '@mantine/core';
import { BoardCard } from '../board/board-card.tsx';
import board from '../board/board.module.css';
import { graphql } from '../generated/gql.ts';
import type { ApplicationCardFragment } from '../generated/graphql.ts';
import { formatDate, formatDay, formatInDays, formatShortDate } from '../language/format-date.ts';
import { words } from '../words/applications.ts';
import { interviewStages } from './application-status.ts';
import classes from './application.module.css';
import { MoveMenu } from './move-menu.tsx';
import type { Moves } from './use-moves.ts';

export const ApplicationCardFields = graphql(`
  fragment ApplicationCard on Application {
    id
    status
    version
    appliedAt
    statusUpdatedAt
    currentInterviewStage
    offerDetails {
      responseDeadline
    }
    snapshot {
      title
      companyName
      location
      salaryCurrency
    }
  }
`);

interface ApplicationCardProps {
  readonly application: ApplicationCardFragment;
  readonly moves: Moves;
  /** Drags it, or with nothing lets go of it. */
  readonly onDrag: (application: ApplicationCardFragment | undefined) => void;
}

/** An application on the board: what it is, when it moved, what comes next. It is dragged, or moved by its menu. */
export function ApplicationCard({ application, moves, onDrag }: ApplicationCardProps) {
  const { id, status, statusUpdatedAt, snapshot } = application;
  const isSaving = moves.isSaving === true && moves.taken?.application.id === id;
  return (
    <BoardCard
      id={id}
      title={snapshot.title}
      isSaving={isSaving}
      focus={moves.focus}
      onDrag={(isDragged) => onDrag(isDragged ? application : undefined)}
    >
      <Text size="sm">{snapshot.companyName}</Text>
      <NextHint application={application} />
      <div className={board.cardLine}>
        <Text size="xs" c="dimmed">
          {(status === 'APPLIED' ? words.card.since : words.card.moved)(formatDay(statusUpdatedAt))}
        </Text>
        <MoveMenu application={application} moves={moves} />
      </div>
    </BoardCard>
  );
}

/** What is known of the next step: the stage of the interviews, or until when an offer waits. */
export function NextHint({ application }: { readonly application: ApplicationCardFragment }) {
  const { status, currentInterviewStage, offerDetails } = application;
  const deadline = offerDetails?.responseDeadline;
  if (status === 'INTERVIEWING' && currentInterviewStage) {
    return <span className={classes.hint}>{interviewStages[currentInterviewStage]}</span>;
  }
  if (status !== 'OFFER' || !deadline) return null;
  const days = daysUntil(deadline);
  return (
    <span className={classes.hint} data-urgent={days <= nearDays || undefined}>
      {days > shownDays
        ? words.card.answerBy(formatDate(deadline))
        : words.card.answerSoon(formatShortDate(deadline), inDays(days))}
    </span>
  );
}

const millisecondsOfDay = 86_400_000;
const nearDays = 3;
const shownDays = 14;

/** Whole days from today, where the reader is, to a calendar date. */
function daysUntil(date: string): number {
  const now = new Date();
  return Math.round(
    (Date.parse(date) - Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())) / millisecondsOfDay,
  );
}

const inDays = (days: number): string => (days < 0 ? words.card.overdue : formatInDays(days));
