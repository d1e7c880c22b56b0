import { ActionIcon, Button } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { words } from '../words/persona-lists.ts';
import classes from './list.module.css';

interface ItemRowProps {
  readonly id: string;
  readonly name: string;
  /** Its place, from 0. */
  readonly at: number;
  readonly count: number;
  readonly children: ReactNode;
  readonly onMove: (by: -1 | 1) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

const moves: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** An item with what can be done with it. Alt and an arrow move it from any of its buttons. */
export function ItemRow({ id, name, at, count, children, onMove, onEdit, onRemove }: ItemRowProps) {
  const moveByKey = (event: KeyboardEvent) => {
    const by = event.altKey ? moves[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    onMove(by);
  };

  return (
    <div className={classes.row}>
      <div className={classes.said}>{children}</div>
      <div className={classes.controls} onKeyDown={moveByKey}>
        {count > 1 && (
          <>
            <Mover {...{ id, name }} direction="up" isLast={at === 0} onMove={() => onMove(-1)} />
            <Mover {...{ id, name }} direction="down" isLast={at === count - 1} onMove={() => onMove(1)} />
          </>
        )}
        <Button variant="subtle" size="compact-sm" data-focus={`edit-${id}`} onClick={onEdit}>
          {words.item.changeShort}
          <span className="visually-hidden"> {name}</span>
        </Button>
        <Button variant="subtle" size="compact-sm" color="gray" onClick={onRemove}>
          {words.item.remove}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </div>
    </div>
  );
}

interface MoverProps {
  readonly id: string;
  readonly name: string;
  readonly direction: 'up' | 'down';
  readonly isLast: boolean;
  readonly onMove: () => void;
}

const arrows = { up: 'M6 10V2M2.5 5.5 6 2l3.5 3.5', down: 'M6 2v8M2.5 6.5 6 10l3.5-3.5' };

/** At the end of the list it stays where it is, so that the focus does too. */
function Mover({ id, name, direction, isLast, onMove }: MoverProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="md"
      className={classes.mover}
      data-focus={`${direction}-${id}`}
      aria-label={words.item[direction].label(name)}
      aria-keyshortcuts={`Alt+Arrow${direction === 'up' ? 'Up' : 'Down'}`}
      title={words.item[direction].hint}
      aria-disabled={isLast}
      onClick={onMove}
    >
      <svg viewBox="0 0 12 12" width="14" height="14" aria-hidden="true">
        <path d={arrows[direction]} fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
    </ActionIcon>
  );
}
