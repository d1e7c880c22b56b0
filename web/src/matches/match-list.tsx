import { Anchor, Button, Loader, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { MatchCardFragment } from '../generated/graphql.ts';
import { usePersonaId } from '../personas/personas.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Empty, Failure, Loading } from '../shell/states.tsx';
import { MatchCard } from './match-card.tsx';
import { MatchToolbar } from './match-toolbar.tsx';
import { matchViews, parseMatchQuery, printMatchQuery, type MatchQuery } from './match-views.ts';
import classes from './match.module.css';
import { MovedMatch } from './moved-match.tsx';
import { useMatchActions } from './use-match-actions.ts';
import { useMatches, type Matches } from './use-matches.ts';

/** The persona's ranked matches. */
export function MatchList() {
  const [params, setParams] = useSearchParams();
  const query = parseMatchQuery(params);
  const list = useMatches(query);
  const { matches, totalCount, hasMore, error, isFetching, reload, wait } = list;
  const shown = matches.filter(matchViews[query.view].holds).length;
  const isEmpty = totalCount !== undefined && shown === 0 && !hasMore;

  return (
    <Stack>
      <PageTitle>Jobs</PageTitle>
      <MatchToolbar query={query} onChange={(next) => setParams(printMatchQuery(next), { replace: true })} />
      <ListStatus list={list} shown={shown} />
      {error && !isFetching ? <Failure error={error} onRetry={reload} /> : null}
      {totalCount === undefined && !error && <Loading label="Loading your matches" />}
      <MatchCards key={query.view} matches={matches} query={query} />
      {isEmpty && <NoMatches query={query} wait={wait} />}
      {hasMore && (
        <Button variant="default" onClick={list.loadMore} loading={isFetching}>
          Load more
        </Button>
      )}
    </Stack>
  );
}

interface ListStatusProps {
  readonly list: Matches;
  readonly shown: number;
}

/** How much there is, and whether more is being made. */
function ListStatus({ list: { matches, totalCount, isFetching, reload, wait }, shown }: ListStatusProps) {
  // What left the view since it was loaded is still in the list, and in the server's count.
  const total = totalCount === undefined ? 0 : totalCount - (matches.length - shown);
  const isRescoring = wait.isWaiting && shown > 0;
  return (
    <div className={classes.status}>
      <Text size="sm" c="dimmed" role="status">
        {total > 0 && `${shown} of ${total} ${total === 1 ? 'match' : 'matches'} shown. `}
        {isRescoring && 'Matching is under way …'}
      </Text>
      {isRescoring && <Loader size="xs" aria-hidden="true" />}
      {totalCount !== undefined && !wait.isWaiting && (
        <Button size="compact-sm" variant="subtle" onClick={reload} loading={isFetching}>
          Refresh
        </Button>
      )}
    </div>
  );
}

interface MatchCardsProps {
  readonly matches: readonly MatchCardFragment[];
  readonly query: MatchQuery;
}

/** Matches that left the view since it was loaded are gone from it, but for the last one, which can be brought back. */
function MatchCards({ matches, query: { view } }: MatchCardsProps) {
  const [lastTouched, setLastTouched] = useState<string>();
  const { error, toggleFavorite, toggleDismissed } = useMatchActions();
  const { holds, label } = matchViews[view];
  const isPresent = (match: MatchCardFragment) => holds(match) || match.id === lastTouched;

  return (
    <ul className={classes.list} aria-label={label}>
      {matches.filter(isPresent).map((match) => {
        const favour = () => {
          setLastTouched(match.id);
          toggleFavorite(match);
        };
        const move = () => {
          setLastTouched(match.id);
          toggleDismissed(match);
        };
        return (
          <li key={match.id}>
            {holds(match) ? (
              <MatchCard match={match} onToggleFavorite={favour} onToggleDismissed={move} />
            ) : (
              <MovedMatch match={match} view={view} onUndo={view === 'favourites' ? favour : move} />
            )}
            {match.id === lastTouched && error ? <Failure error={error} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

interface NoMatchesProps {
  readonly query: MatchQuery;
  readonly wait: Matches['wait'];
}

function NoMatches({ query, wait }: NoMatchesProps) {
  const { emptyTitle, emptyHint } = matchViews[query.view];
  const personaId = usePersonaId();
  if (wait.isWaiting) return <Loading label="Looking for postings that fit you" />;
  if (query.search) {
    return (
      <Empty title={`Nothing with “${query.search}”`}>
        <Text>The search looks at titles and companies. Try fewer words.</Text>
      </Empty>
    );
  }
  return (
    <Empty title={emptyTitle}>
      <Text>{emptyHint}</Text>
      {wait.hasStalled && (
        <>
          <Text>Matching takes longer than usual.</Text>
          <Button onClick={wait.resume}>Look again</Button>
        </>
      )}
      {query.view === 'new' && (
        <Anchor component={Link} to={`/personas/${personaId}/edit`} underline="always">
          Change what you look for
        </Anchor>
      )}
    </Empty>
  );
}
