import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useState, type DragEvent, type ReactNode } from 'react';
import { unmask } from '../generated/fragment-masking.ts';
import type { ApplicationCardFragment, ApplicationStatus } from '../generated/graphql.ts';
import { formatNumber } from '../language/format-number.ts';
import { usePersonaId } from '../personas/personas.ts';
import { words } from '../words/applications.ts';
import { ApplicationCard, ApplicationCardFields } from './application-card.tsx';
import { ApplicationPage, columnOf } from './application-page.ts';
import { isFinal, nextStatuses, statusLabels } from './application-status.ts';
import classes from './board.module.css';
import { MoreApplications } from './more-applications.tsx';
import type { Moves } from './use-moves.ts';

/** What of a column, and of dragging over the board. */
interface BoardColumnProps {
  readonly status: ApplicationStatus;
  readonly moves: Moves;
  /** The application that is dragged over the board. */
  readonly dragged: ApplicationCardFragment | undefined;
  readonly onDrag: (application: ApplicationCardFragment | undefined) => void;
}

/** Applications that stand alike, those that moved last first; folded where nothing leads on from there. */
export function BoardColumn(props: BoardColumnProps) {
  const { status, moves } = props;
  const { data, fetchMore } = useQuery(ApplicationPage, { variables: columnOf(usePersonaId(), status) });
  const drop = useDrop(props);
  const list = data?.applications;
  const headingId = `column-${status}`;
  const heading = (
    <h2 id={headingId} className={classes.heading}>
      {statusLabels[status]}
      <span className={classes.count}>{formatNumber(list?.totalCount ?? 0)}</span>
    </h2>
  );
  const cards = (
    <>
      <ul className={classes.cards} aria-labelledby={headingId}>
        {list?.edges.map(({ node }) => (
          <li key={node.id}>
            <ApplicationCard application={unmask(ApplicationCardFields, node)} moves={moves} onDrag={props.onDrag} />
          </li>
        ))}
      </ul>
      {list && <MoreApplications pageInfo={list.pageInfo} label={statusLabels[status]} fetchMore={fetchMore} />}
    </>
  );
  const came = moves.taken?.to === status ? moves.taken.application.id : undefined;
  return (
    <section className={classes.column} aria-labelledby={headingId} {...drop.target}>
      {isFinal(status) ? (
        <Folded heading={heading} opensFor={came}>
          {cards}
        </Folded>
      ) : (
        <>
          {heading}
          {cards}
        </>
      )}
      {drop.hint && (
        <Text size="sm" className={classes.dropHint} aria-hidden="true">
          {drop.hint}
        </Text>
      )}
    </section>
  );
}

interface FoldedProps {
  readonly heading: ReactNode;
  readonly children: ReactNode;
  /** What has just come here: it is shown. */
  readonly opensFor: string | undefined;
}

function Folded({ heading, children, opensFor }: FoldedProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [shown, setShown] = useState<string>();
  if (shown !== opensFor) {
    setShown(opensFor);
    if (opensFor !== undefined) setIsOpen(true);
  }
  return (
    <details open={isOpen} onToggle={({ currentTarget: { open } }) => setIsOpen(open)}>
      <summary className={classes.summary}>{heading}</summary>
      {children}
    </details>
  );
}

/** Takes what is dropped on a column. What cannot come here is taken too, to say why. */
function useDrop({ status, moves, dragged, onDrag }: BoardColumnProps) {
  const [isOver, setIsOver] = useState(false);
  if (!dragged || dragged.status === status) return { target: {}, hint: undefined };
  const isAllowed = nextStatuses[dragged.status].includes(status);
  return {
    hint: isAllowed ? words.board.drop : words.board.notFrom(statusLabels[dragged.status]),
    target: {
      'data-drop': isAllowed ? 'allowed' : 'refused',
      'data-over': isOver || undefined,
      onDragOver: (event: DragEvent) => {
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) =>
        setIsOver(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setIsOver(false);
        onDrag(undefined);
        moves.ask({ application: dragged, to: status });
      },
    },
  };
}
