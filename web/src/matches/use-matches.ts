import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { unmask } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import { usePersonaId } from '../personas/personas.ts';
import { MatchCardFields } from './match-card.tsx';
import { toFilter, type MatchQuery } from './match-views.ts';
import { useMatchingWait } from './use-matching-wait.ts';

const MatchPage = graphql(`
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

const pageSize = 20;
const pollMs = 2000;

export type Matches = ReturnType<typeof useMatches>;

/** The persona's matches as far as they are loaded, asked for again while the server is still matching. */
export function useMatches(query: MatchQuery) {
  const { data, error, loading, refetch, fetchMore, startPolling, stopPolling } = useQuery(MatchPage, {
    variables: { personaId: usePersonaId(), filter: toFilter(query), sort: query.sort, first: pageSize },
    notifyOnNetworkStatusChange: true,
  });
  const { edges = [], pageInfo, totalCount } = data?.personaJobs ?? {};
  const matches = edges.map(({ node }) => unmask(MatchCardFields, node));

  const isAwaited = useAwaitsMatches(query) && totalCount === 0;
  const progress = matches.map(({ id, scoreStale }) => `${id}${scoreStale ? '?' : ''}`).join();
  const wait = useMatchingWait(isAwaited || matches.some(({ scoreStale }) => scoreStale), progress);

  // A poll starts the list over: with more than its first page open it would fold under the reader.
  const isPolling = wait.isWaiting && matches.length <= pageSize;
  useEffect(() => {
    if (isPolling) startPolling(pollMs);
    return stopPolling;
  }, [isPolling, startPolling, stopPolling]);

  return {
    matches,
    totalCount,
    hasMore: pageInfo?.hasNextPage ?? false,
    error,
    isFetching: loading && !isPolling,
    reload: () => void refetch().catch(() => undefined),
    loadMore: () => void fetchMore({ variables: { after: pageInfo?.endCursor } }).catch(() => undefined),
    wait,
  };
}

/** Whether a persona was saved just before this list was opened: an empty list then is one that is still being made. */
function useAwaitsMatches({ view, search }: MatchQuery): boolean {
  const { state } = useLocation();
  return state?.awaitsMatches === true && view === 'new' && search === '';
}
