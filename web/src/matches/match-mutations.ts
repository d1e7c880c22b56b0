import type { ApolloClient } from '@apollo/client';
import { graphql } from '../generated/gql.ts';
import type { BulkDismissMutation, PersonaJobStatus } from '../generated/graphql.ts';
import { changeStanding, forgetListsWithout } from './match-cache.ts';

const SetFavorite = graphql(`
  mutation SetFavorite($id: ID!, $favorite: Boolean!) {
    setFavorite(id: $id, favorite: $favorite) {
      id
      isFavorite
      version
    }
  }
`);

const SetMatchStatus = graphql(`
  mutation SetMatchStatus($id: ID!, $status: PersonaJobStatus!) {
    setPersonaJobStatus(id: $id, status: $status) {
      id
      status
      dismissedAt
      version
    }
  }
`);

const BulkDismiss = graphql(`
  mutation BulkDismiss($ids: [ID!]!, $dismissed: Boolean!) {
    bulkDismiss(ids: $ids, dismissed: $dismissed) {
      succeeded
      failed {
        id
        code
      }
    }
  }
`);

const BulkFavorite = graphql(`
  mutation BulkFavorite($ids: [ID!]!, $favorite: Boolean!) {
    bulkFavorite(ids: $ids, favorite: $favorite) {
      succeeded
      failed {
        id
        code
      }
    }
  }
`);

/** Records an application for a match. */
export const CreateApplication = graphql(`
  mutation CreateApplication($personaJobId: ID!) {
    createApplication(input: { personaJobId: $personaJobId }) {
      id
      personaJob {
        id
        status
        version
        application {
          id
        }
      }
    }
  }
`);

/** A match as far as what is done to it goes. */
export interface MatchStanding {
  readonly id: string;
  readonly version: number;
  readonly isFavorite: boolean;
  readonly status: PersonaJobStatus;
  readonly posting: { readonly title: string };
}

type Outcome = Omit<NonNullable<BulkDismissMutation['bulkDismiss']>, '__typename'>;

const allDone = (matches: readonly MatchStanding[]): Outcome => ({
  succeeded: matches.map(({ id }) => id),
  failed: [],
});

/** Dismisses matches or brings them back; the page shows it at once, and as it was if the server refuses. */
export async function dismiss(
  client: ApolloClient,
  matches: readonly MatchStanding[],
  dismissed: boolean,
): Promise<Outcome> {
  const status = dismissed ? 'DISMISSED' : 'DISCOVERED';
  const [only] = matches;
  if (only && matches.length === 1) {
    const { id, version } = only;
    await client.mutate({
      mutation: SetMatchStatus,
      variables: { id, status },
      optimisticResponse: { setPersonaJobStatus: { __typename: 'PersonaJob', id, version, status, dismissedAt: null } },
      update: (cache) => forgetListsWithout(cache, id),
    });
    return allDone(matches);
  }
  const ids = matches.map(({ id }) => id);
  const { data } = await client.mutate({
    mutation: BulkDismiss,
    variables: { ids, dismissed },
    optimisticResponse: { bulkDismiss: { __typename: 'BulkResult', succeeded: ids, failed: [] } },
    update: (cache, { data: done }) => changeStanding(cache, done?.bulkDismiss?.succeeded ?? [], { status }),
  });
  return data?.bulkDismiss ?? allDone([]);
}

/** Marks matches as favourites or not, in the same way. */
export async function favor(
  client: ApolloClient,
  matches: readonly MatchStanding[],
  favorite: boolean,
): Promise<Outcome> {
  const [only] = matches;
  if (only && matches.length === 1) {
    const { id, version } = only;
    await client.mutate({
      mutation: SetFavorite,
      variables: { id, favorite },
      optimisticResponse: { setFavorite: { __typename: 'PersonaJob', id, version, isFavorite: favorite } },
      update: (cache) => forgetListsWithout(cache, id),
    });
    return allDone(matches);
  }
  const ids = matches.map(({ id }) => id);
  const { data } = await client.mutate({
    mutation: BulkFavorite,
    variables: { ids, favorite },
    optimisticResponse: { bulkFavorite: { __typename: 'BulkResult', succeeded: ids, failed: [] } },
    update: (cache, { data: done }) =>
      changeStanding(cache, done?.bulkFavorite?.succeeded ?? [], { isFavorite: favorite }),
  });
  return data?.bulkFavorite ?? allDone([]);
}

/** Records that somebody applied. @returns the application's id */
export async function recordApplication(client: ApolloClient, matchId: string): Promise<string | undefined> {
  const { data } = await client.mutate({
    mutation: CreateApplication,
    variables: { personaJobId: matchId },
    update: (cache) => {
      cache.evict({ id: 'ROOT_QUERY', fieldName: 'applications' });
      forgetListsWithout(cache, matchId);
    },
  });
  return data?.createApplication?.id;
}
