import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { unmask } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { SourceRunFieldsFragment } from '../generated/graphql.ts';
import { forgetMatches } from '../matches/match-cache.ts';

export const SourceRunFields = graphql(`
  fragment SourceRunFields on SourceRun {
    id
    source {
      id
      label
    }
    state
    found
    newMatches
    notInspected
    failure
    askedAt
    finishedAt
  }
`);

export const SourceRuns = graphql(`
  query SourceRuns($personaId: ID!, $after: String) {
    sourceRuns(personaId: $personaId, first: 25, after: $after) {
      edges {
        cursor
        node {
          ...SourceRunFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

// Another number than that of the pages: the cache keeps it apart, so that pages loaded meanwhile stay.
const SourceRunsUnderWay = graphql(`
  query SourceRunsUnderWay($personaId: ID!) {
    sourceRuns(personaId: $personaId, first: 50) {
      edges {
        cursor
        node {
          ...SourceRunFields
        }
      }
    }
  }
`);

const betweenLooksMs = 5_000;

export type SourceRunList = ReturnType<typeof useSourceRuns>;

/** When sources were asked for a persona, the newest first, looked at again as long as one of them is being asked. */
export function useSourceRuns(personaId: string) {
  const client = useApolloClient();
  const { data, error, loading, refetch, fetchMore } = useQuery(SourceRuns, {
    variables: { personaId },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const list = data?.sourceRuns;
  const known: readonly SourceRunFieldsFragment[] | undefined = list?.edges.map(({ node }) =>
    unmask(SourceRunFields, node),
  );
  const isWaiting = known?.some(({ state }) => state === 'WAITING') ?? false;
  useQuery(SourceRunsUnderWay, {
    variables: { personaId },
    skip: !isWaiting,
    pollInterval: betweenLooksMs,
    fetchPolicy: 'network-only',
  });
  // What was found by the time it is over belongs into lists that were loaded before.
  useEffect(() => (isWaiting ? () => forgetMatches(client.cache) : undefined), [client, isWaiting]);

  const { hasNextPage = false, endCursor } = list?.pageInfo ?? {};
  return {
    known,
    error,
    loading,
    hasMore: hasNextPage,
    // What fails is told by the query's own error.
    loadMore: () => void fetchMore({ variables: { after: endCursor } }).catch(() => undefined),
    refetch,
  };
}
