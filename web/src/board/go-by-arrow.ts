import type { KeyboardEvent } from 'react';

/** How far a key goes: across columns, and down in one. */
const directions: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Has arrow keys go from card to card, within a column of a board and between columns; what is folded is passed over. */
export function goByArrow(event: KeyboardEvent<HTMLElement>): void {
  const direction = directions[event.key];
  const card = direction && cardAt(event.target);
  if (!card) return;
  const columns = [...event.currentTarget.querySelectorAll('section')]
    .map((column) => [...column.querySelectorAll('article')].filter((each) => each.checkVisibility()))
    .filter((cards) => cards.length > 0);
  const column = columns.findIndex((cards) => cards.includes(card));
  const next = cardBeside(columns, { column, row: columns[column]?.indexOf(card) ?? 0 }, direction);
  if (!next) return;
  event.preventDefault();
  next.querySelector('a')?.focus();
}

/** The card that has the focus, unless the key means something to a menu in it. */
const cardAt = (target: EventTarget): HTMLElement | null =>
  target instanceof Element && !target.closest('[role="menu"]') ? target.closest('article') : null;

interface Place {
  readonly column: number;
  readonly row: number;
}

function cardBeside<Card>(
  columns: readonly (readonly Card[])[],
  { column, row }: Place,
  [across, down]: readonly [number, number],
): Card | undefined {
  const cards = columns[column + across];
  return across === 0 ? cards?.[row + down] : (cards?.[row] ?? cards?.at(-1));
}
