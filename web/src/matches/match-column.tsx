import { Anchor, Button, Text } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { BoardColumn, type Drop } from '../board/board-column.tsx';
import type { MatchCardFragment } from '../generated/graphql.ts';
import { usePersonaId } from '../personas/personas.ts';
import { ShowMore } from '../shell/show-more.tsx';
import { Failure, Loading } from '../shell/states.tsx';
import { words } from '../words/match-board.ts';
import { MatchBoardCard } from './match-board-card.tsx';
import classes from './match-board.module.css';
import { countFilters, holds, printMatchQuery, type MatchQuery } from './match-query.ts';
import { columnOf, matchViews } from './match-views.ts';
import { explainRefusal } from './move-match.ts';
import type { MatchMoves } from './use-match-moves.ts';
import { useMatches, type Matches } from './use-matches.ts';

interface MatchColumnProps {
  /** What the column asks for. */
  readonly query: MatchQuery;
  readonly moves: MatchMoves;
  /** How many more there are by now than were loaded, or fewer. */
  readonly fresh: number;
  readonly onShow: () => void;
  /** The match that is dragged over the board. */
  readonly dragged: MatchCardFragment | undefined;
  readonly onDrag: (match: MatchCardFragment | undefined) => void;
}

const fewCards = 5;

/** Matches that stand alike, in the order that the address says. */
export function MatchColumn(props: MatchColumnProps) {
  const { query, moves, fresh, onShow, onDrag } = props;
  const { label } = matchViews[query.view];
  const list = useMatches(query);
  const matches = list.matches.filter((match) => holds(query, match));
  // What was moved on a page of its own is still in the column, and in its count.
  const left = list.matches.length - matches.length;
  // What is sorted out makes room for what comes next.
  useEffect(() => {
    if (matches.length < fewCards) list.loadMore();
  });
  const search = `?${printMatchQuery(query)}`;
  return (
    <BoardColumn
      name={query.view}
      label={label}
      total={list.totalCount === undefined ? undefined : list.totalCount - left + fresh}
      aside={<FreshMatches count={matches.length > 0 ? fresh : 0} label={label} onShow={onShow} />}
      drop={dropOn(props)}
      cards={matches.map((match) => ({
        id: match.id,
        card: <MatchBoardCard match={match} moves={moves} search={search} onDrag={onDrag} />,
      }))}
    >
      <ColumnEnd list={list} query={query} isEmpty={matches.length === 0} />
      <ShowMore pageInfo={list.pageInfo} label={label} fetchMore={list.fetchMore} />
    </BoardColumn>
  );
}

function dropOn({ query: { view }, moves, dragged, onDrag }: MatchColumnProps): Drop | undefined {
  if (!dragged || columnOf(dragged) === view) return undefined;
  return {
    refusal: explainRefusal(dragged, view)?.short,
    onDrop: () => {
      onDrag(undefined);
      moves.move(dragged, view);
    },
  };
}

interface FreshMatchesProps {
  readonly count: number;
  readonly label: string;
  readonly onShow: () => void;
}

/** Says that there are more by now, and shows them when asked to. */
function FreshMatches({ count, label, onShow }: FreshMatchesProps) {
  return (
    <div role="status">
      {count > 0 && (
        <Button size="compact-xs" onClick={onShow}>
          {words.column.fresh(count)}
          <span className="visually-hidden">{words.column.freshIn(label)}</span>
        </Button>
      )}
    </div>
  );
}

interface ColumnEndProps {
  readonly list: Matches;
  readonly query: MatchQuery;
  readonly isEmpty: boolean;
}

/** What stands below the cards that are there: that they come, why not, or what there is to do. */
function ColumnEnd({ list: { totalCount, pageInfo, problem, wait }, query, isEmpty }: ColumnEndProps) {
  if (problem) return <Failure error={problem.error} onRetry={problem.retry} />;
  if (totalCount === undefined) return <Loading />;
  if (!isEmpty) return query.view === 'applied' ? <AppliedNote /> : null;
  if (wait.isWaiting) return <Loading label={words.column.looking} />;
  if (pageInfo.hasNextPage) return <Loading />;
  return (
    <>
      <NothingHere query={query} />
      {wait.hasStalled && (
        <Button size="compact-sm" variant="default" onClick={wait.resume}>
          {words.column.lookAgain}
        </Button>
      )}
    </>
  );
}

function NothingHere({ query }: { readonly query: MatchQuery }) {
  if (query.search) return <Note>{words.column.withSearch(query.search)}</Note>;
  return <Note>{countFilters(query) > 0 ? words.column.filtered : words.column.hints[query.view]}</Note>;
}

function AppliedNote() {
  const personaId = usePersonaId();
  return (
    <Note>
      {words.column.stay(
        <Anchor component={Link} to={`/personas/${personaId}/applications`} inherit underline="always">
          {words.column.followUp}
        </Anchor>,
      )}
    </Note>
  );
}

const Note = ({ children }: { readonly children: ReactNode }) => (
  <Text size="sm" className={classes.note}>
    {children}
  </Text>
);
