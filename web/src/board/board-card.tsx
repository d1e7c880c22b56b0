import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './board.module.css';
import { useFocusWhereMoved, type CardFocus } from './card-focus.ts';

interface BoardCardProps {
  readonly id: string;
  readonly title: string;
  /** What the card's own page is told of where it was opened. */
  readonly state?: unknown;
  /** Whether a move of it is still to be answered. */
  readonly isSaving: boolean;
  readonly focus: CardFocus;
  /** Drags it, or lets go of it. */
  readonly onDrag: (isDragged: boolean) => void;
  readonly children: ReactNode;
}

/** A card on a board: it leads to its own page, and is dragged to another column. */
export function BoardCard({ id, title, state, isSaving, focus, onDrag, children }: BoardCardProps) {
  const headingId = `card-${id}`;
  useFocusWhereMoved(id, focus);
  return (
    <article
      className={classes.card}
      aria-labelledby={headingId}
      aria-busy={isSaving}
      data-card={id}
      draggable={!isSaving}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.effectAllowed = 'move';
        dataTransfer.setData('text/plain', title);
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
    >
      <h3 id={headingId} className={classes.cardTitle}>
        <Anchor component={Link} to={id} state={state} inherit draggable={false}>
          {title}
        </Anchor>
      </h3>
      {children}
    </article>
  );
}
