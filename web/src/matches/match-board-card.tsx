import { Text } from '@mantine/core';
import { BoardCard } from '../board/board-card.tsx';
import board from '../board/board.module.css';
import { MoveTo } from '../board/move-to.tsx';
import type { MatchCardFragment } from '../generated/graphql.ts';
import { formatDate } from '../language/format-date.ts';
import classes from './match-board.module.css';
import { words } from '../words/match-board.ts';
import { matchViews } from './match-views.ts';
import { waysFrom } from './move-match.ts';
import { gradeOf } from './score.tsx';
import type { MatchMoves } from './use-match-moves.ts';

interface MatchBoardCardProps {
  readonly match: MatchCardFragment;
  readonly moves: MatchMoves;
  /** The address of the column, after the question mark. */
  readonly search: string;
  /** Drags it, or with nothing lets go of it. */
  readonly onDrag: (match: MatchCardFragment | undefined) => void;
}

/** A match on the board: what it is, how well it fits, and what is to be minded. It is dragged, or moved by its menu. */
export function MatchBoardCard({ match, moves, search, onDrag }: MatchBoardCardProps) {
  const { id, posting } = match;
  const isSaving = moves.saving.has(id);
  return (
    <BoardCard
      id={id}
      title={posting.title}
      state={{ list: search }}
      isSaving={isSaving}
      focus={moves.focus}
      onDrag={(isDragged) => onDrag(isDragged ? match : undefined)}
    >
      <div className={board.cardLine}>
        <Text size="sm">{posting.companyName}</Text>
        <Fit match={match} />
      </div>
      <Warnings match={match} />
      <div className={board.cardLine}>
        <Text size="xs" c="dimmed">
          {[
            posting.postedDate && words.card.posted(formatDate(posting.postedDate)),
            !posting.isActive && words.card.closed,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <MoveTo
          title={posting.title}
          choices={waysFrom(match).map((view) => [view, matchViews[view].label])}
          isSaving={isSaving}
          onMove={(to) => moves.move(match, to)}
        />
      </div>
    </BoardCard>
  );
}

function Fit({ match: { fitScore, scoreStale } }: { readonly match: MatchCardFragment }) {
  if (fitScore === null)
    return <span className={classes.fit}>{scoreStale ? words.card.underWay : words.card.missing}</span>;
  return (
    <span className={classes.fit} data-grade={gradeOf(fitScore)}>
      {words.card.fit(fitScore)}
      <span className="visually-hidden">{words.card.ofHundred}</span>
    </span>
  );
}

/** More would make a list of the board. */
const shownWarnings = 2;

function Warnings({ match: { failedNonNegotiables, warnings } }: { readonly match: MatchCardFragment }) {
  const all = [...failedNonNegotiables.map((wish) => words.card.fails(wish)), ...warnings];
  if (all.length === 0) return null;
  const more = all.length - shownWarnings;
  return (
    <ul className={classes.warnings} aria-label={words.card.toMind}>
      {all.slice(0, shownWarnings).map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
      {more > 0 && <li>{words.card.more(more)}</li>}
    </ul>
  );
}
