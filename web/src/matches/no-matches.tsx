import { Anchor, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { Empty, Loading } from '../shell/states.tsx';
import { words } from '../words/matches.ts';
import { countFilters, noFilters, printMatchQuery, type MatchQuery } from './match-query.ts';
import { matchViews } from './match-views.ts';
import type { Matches } from './use-matches.ts';

// Why nothing comes near enough is asked for after the list itself.
const NoNewMatches = lazy(() => import('./no-new-matches.tsx').then((m) => ({ default: m.NoNewMatches })));

interface NoMatchesProps {
  readonly query: MatchQuery;
  readonly wait: Matches['wait'];
}

/** Why the list is empty, and what to do about it. */
export function NoMatches({ query, wait }: NoMatchesProps) {
  const { emptyTitle, emptyHint } = matchViews[query.view];
  const isNarrowed = query.search !== '' || countFilters(query) > 0;
  if (query.view === 'new' && !isNarrowed) {
    return (
      <Suspense fallback={<Loading label={words.none.looking} />}>
        <NoNewMatches wait={wait} />
      </Suspense>
    );
  }
  if (wait.isWaiting) return <Loading label={words.none.looking} />;
  if (query.search) {
    return (
      <Empty title={words.none.withSearch(query.search)}>
        <Text>{words.none.searchHint}</Text>
        <WithoutFilters query={query} />
      </Empty>
    );
  }
  if (countFilters(query) > 0) {
    return (
      <Empty title={words.none.filtered}>
        <WithoutFilters query={query} />
      </Empty>
    );
  }
  return (
    <Empty title={emptyTitle}>
      <Text>{emptyHint}</Text>
    </Empty>
  );
}

function WithoutFilters({ query }: { readonly query: MatchQuery }) {
  if (countFilters(query) === 0) return null;
  return (
    <Anchor component={Link} to={{ search: printMatchQuery({ ...query, ...noFilters }).toString() }} underline="always">
      {words.none.clearFilters}
    </Anchor>
  );
}
