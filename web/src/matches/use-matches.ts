import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useServerReturn } from '../api/reachability.ts';
import { usePolling } from '../api/use-polling.ts';
import { unmask } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import { usePersonaId } from '../personas/personas.ts';
import { MatchCardFields } from './match-card.tsx';
import { toFilter, type MatchQuery } from './match-query.ts';
import { useMatchingWait } from './use-matching-wait.ts';

/** A page of matches. */
export const MatchPage = graphql(`
  query MatchPage($personaId: ID!, $filter: PersonaJobFilter, $sort: PersonaJobSort!, $first: Int!, $after: String) {
    personaJobs(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after) {
      edges {
        cursor
        node {
          ...MatchCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

/** Few at first, to have them soon; then more at a time than anybody scrolls past. */
export const firstPage = 20;
const nextPage = 50;
const pollMs = 2000;
const nothingYet = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: undefined };

export type Matches = ReturnType<typeof useMatches>;

/** What the first page of a list is asked for with; by this the list is found again too. */
export const firstPageOf = (personaId: string, query: MatchQuery) => ({
  personaId,
  filter: toFilter(query),
  sort: query.sort,
  first: firstPage,
});

/** The persona's matches as far as they are loaded, asked for again while the server is still matching. */
export function useMatches(query: MatchQuery) {
  const asked = useQuery(MatchPage, {
    variables: firstPageOf(usePersonaId(), query),
    notifyOnNetworkStatusChange: true,
  });
  const { data, error, loading, networkStatus, refetch, fetchMore } = asked;
  const { edges, pageInfo, totalCount } = data?.personaJobs ?? nothingYet;
  const matches = edges.map(({ node }) => unmask(MatchCardFields, node));

  const isAwaited = useAwaitsMatches(query) && totalCount === 0;
  const stale = matches.filter(({ scoreStale }) => scoreStale).map(({ id }) => id);
  const wait = useMatchingWait(isAwaited || stale.length > 0, `${matches.length} ${stale.join()}`);

  // A poll starts the list over: with more than its first page open it would fold under the reader.
  const isPolling = wait.isWaiting && matches.length <= firstPage;
  usePolling(asked, isPolling ? pollMs : undefined);

  const reload = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  const more = useMore({ ...pageInfo, isBusy: loading, fetchMore });
  const problem = error && !loading ? { error, retry: reload } : more.problem;
  useServerReturn(() => more.problem?.retry());

  return {
    matches,
    totalCount,
    hasMore: pageInfo.hasNextPage,
    pageInfo,
    fetchMore,
    /** What could not be loaded, with the way to try again. */
    problem,
    isFetching: loading && !isPolling,
    isRefetching: networkStatus === NetworkStatus.refetch,
    reload,
    loadMore: more.load,
    wait,
  };
}

interface MoreOptions {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
  readonly isBusy: boolean;
  readonly fetchMore: (options: { variables: { first: number; after: string | null } }) => Promise<unknown>;
}

/**
 * The next page, which is asked for again only on request where it could not be had. A query tells what came a moment
 * after it is no longer loading, and tells nothing while something else is asked: asked twice, a page would never show.
 */
function useMore({ hasNextPage, endCursor, isBusy, fetchMore }: MoreOptions) {
  const [error, setError] = useState<unknown>();
  const asked = useRef<string>(undefined);
  const canLoad = hasNextPage && !isBusy && error === undefined;
  const load = useCallback(() => {
    if (!canLoad || endCursor === null || asked.current === endCursor) return;
    asked.current = endCursor;
    // A list that is there from the start is drawn before anything listens to its query.
    Promise.resolve()
      .then(() => fetchMore({ variables: { first: nextPage, after: endCursor } }))
      .catch(setError)
      .finally(() => setTimeout(() => (asked.current = undefined)));
  }, [canLoad, fetchMore, endCursor]);
  const problem = error === undefined ? undefined : { error, retry: () => setError(undefined) };
  return { load, problem };
}

/** Whether a persona was saved just before this list was opened: an empty list then is one that is still being made. */
function useAwaitsMatches({ view, search }: MatchQuery): boolean {
  const { state } = useLocation();
  return state?.awaitsMatches === true && view === 'new' && search === '';
}
