import { Text } from '@mantine/core';
import { useState, type DragEvent, type ReactNode } from 'react';
import { formatNumber } from '../language/format-number.ts';
import { words } from '../words/board.ts';
import classes from './board.module.css';

/** What becomes of what is dragged if it is dropped on a column. */
export interface Drop {
  /** Why it cannot come here, in a few words. It is taken all the same, to say it in full. */
  readonly refusal: string | undefined;
  readonly onDrop: () => void;
}

interface BoardColumnProps {
  readonly name: string;
  readonly label: string;
  /** How many there are in it, loaded or not; nothing while that is not known. */
  readonly total: number | undefined;
  /** What stands beside the heading. */
  readonly aside?: ReactNode;
  /** What is dragged over the board, unless it comes from here. */
  readonly drop: Drop | undefined;
  /** It is folded, until something of this name has come here. */
  readonly fold?: { readonly opensFor: string | undefined } | undefined;
  readonly cards: readonly { readonly id: string; readonly card: ReactNode }[];
  /** What stands below the cards. */
  readonly children?: ReactNode;
}

/** What stands alike, as cards one below the other. */
export function BoardColumn({ name, label, total, aside, drop, fold, cards, children }: BoardColumnProps) {
  const target = useDropTarget(drop);
  const headingId = `column-${name}`;
  const heading = (
    <h2 id={headingId} className={classes.heading}>
      {label} <span className={classes.count}>{total === undefined ? '' : formatNumber(total)}</span>
    </h2>
  );
  const content = (
    <>
      <ul className={classes.cards} aria-labelledby={headingId}>
        {cards.map(({ id, card }) => (
          <li key={id}>{card}</li>
        ))}
      </ul>
      {children}
    </>
  );
  return (
    <section className={classes.column} aria-labelledby={headingId} {...target}>
      {fold ? (
        <Folded heading={heading} opensFor={fold.opensFor}>
          {content}
        </Folded>
      ) : (
        <>
          <div className={classes.top}>
            {heading}
            {aside}
          </div>
          {content}
        </>
      )}
      {drop && (
        <Text size="sm" className={classes.dropHint} aria-hidden="true">
          {drop.refusal ?? words.drop}
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

/** Takes what is dropped on a column. */
function useDropTarget(drop: Drop | undefined) {
  const [isOver, setIsOver] = useState(false);
  // Let go of elsewhere, it has not left.
  if (!drop && isOver) setIsOver(false);
  if (!drop) return {};
  return {
    'data-drop': drop.refusal === undefined ? 'allowed' : 'refused',
    'data-over': isOver || undefined,
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) =>
      setIsOver(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      drop.onDrop();
    },
  };
}
