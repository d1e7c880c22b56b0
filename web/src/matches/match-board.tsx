import { useState } from 'react';
import { Board } from '../board/board.tsx';
import type { MatchCardFragment } from '../generated/graphql.ts';
import { usePersonaId } from '../personas/personas.ts';
import { ApplyDialog } from './apply-dialog.tsx';
import type { ListPlace } from './list-place.ts';
import { MatchColumn } from './match-column.tsx';
import type { MatchQuery } from './match-query.ts';
import { matchViewNames } from './match-views.ts';
import { MoveMatchNotice } from './move-match-notice.tsx';
import { useBoardPlace } from './use-board-place.ts';
import { useFreshMatches } from './use-fresh-matches.ts';
import { useKeys } from './use-keys.ts';
import { useMatchMoves } from './use-match-moves.ts';

interface MatchBoardProps {
  readonly list: string;
  readonly query: MatchQuery;
  readonly place: ListPlace | undefined;
}

/** The persona's matches in columns, by where they stand. */
export function MatchBoard({ list, query, place }: MatchBoardProps) {
  const board = { personaId: usePersonaId(), query };
  const moves = useMatchMoves(board);
  const { fresh, show } = useFreshMatches(board, moves);
  const [dragged, setDragged] = useState<MatchCardFragment>();
  useBoardPlace(list, place);
  useKeys({ z: moves.undo });
  return (
    <>
      <Board>
        {matchViewNames.map((view) => (
          <MatchColumn
            key={view}
            query={{ ...query, view }}
            moves={moves}
            fresh={fresh[view] ?? 0}
            onShow={() => void show(view)}
            dragged={dragged}
            onDrag={setDragged}
          />
        ))}
      </Board>
      <ApplyDialog moves={moves} />
      <MoveMatchNotice notice={moves.notice} />
    </>
  );
}
