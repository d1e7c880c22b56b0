import { useQuery } from '@apollo/client/react';
import { BoardColumn, type Drop } from '../board/board-column.tsx';
import { unmask } from '../generated/fragment-masking.ts';
import type { ApplicationCardFragment, ApplicationStatus } from '../generated/graphql.ts';
import { usePersonaId } from '../personas/personas.ts';
import { ShowMore } from '../shell/show-more.tsx';
import { words } from '../words/applications.ts';
import { ApplicationCard, ApplicationCardFields } from './application-card.tsx';
import { ApplicationPage, columnOf } from './application-page.ts';
import { isFinal, nextStatuses, statusLabels } from './application-status.ts';
import type { Moves } from './use-moves.ts';

/** What of a column, and of dragging over the board. */
interface ApplicationColumnProps {
  readonly status: ApplicationStatus;
  readonly moves: Moves;
  /** The application that is dragged over the board. */
  readonly dragged: ApplicationCardFragment | undefined;
  readonly onDrag: (application: ApplicationCardFragment | undefined) => void;
}

/** Applications that stand alike, those that moved last first; folded where nothing leads on from there. */
export function ApplicationColumn(props: ApplicationColumnProps) {
  const { status, moves, onDrag } = props;
  const { data, fetchMore } = useQuery(ApplicationPage, { variables: columnOf(usePersonaId(), status) });
  const list = data?.applications;
  const came = moves.taken?.to === status ? moves.taken.application.id : undefined;
  return (
    <BoardColumn
      name={status}
      label={statusLabels[status]}
      total={list?.totalCount ?? 0}
      drop={dropOn(props)}
      fold={isFinal(status) ? { opensFor: came } : undefined}
      cards={(list?.edges ?? []).map(({ node }) => ({
        id: node.id,
        card: <ApplicationCard application={unmask(ApplicationCardFields, node)} moves={moves} onDrag={onDrag} />,
      }))}
    >
      {list && <ShowMore pageInfo={list.pageInfo} label={statusLabels[status]} fetchMore={fetchMore} />}
    </BoardColumn>
  );
}

function dropOn({ status, moves, dragged, onDrag }: ApplicationColumnProps): Drop | undefined {
  if (!dragged || dragged.status === status) return undefined;
  const isAllowed = nextStatuses[dragged.status].includes(status);
  return {
    refusal: isAllowed ? undefined : words.board.notFrom(statusLabels[dragged.status]),
    onDrop: () => {
      onDrag(undefined);
      moves.ask({ application: dragged, to: status });
    },
  };
}
