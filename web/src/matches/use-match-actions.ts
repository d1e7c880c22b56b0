import { useMutation } from '@apollo/client/react';
import { graphql } from '../generated/gql.ts';
import type { PersonaJobStatus } from '../generated/graphql.ts';
import { forgetListsWithout } from './match-cache.ts';

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

interface Match {
  readonly id: string;
  readonly version: number;
  readonly isFavorite: boolean;
  readonly status: PersonaJobStatus;
}

/** What can be done with a match. The page shows the outcome at once and takes it back if the server refuses. */
export function useMatchActions() {
  const [setFavorite, favouring] = useMutation(SetFavorite);
  const [setStatus, moving] = useMutation(SetMatchStatus);

  return {
    error: favouring.error ?? moving.error,
    toggleFavorite: ({ id, version, isFavorite }: Match) =>
      void setFavorite({
        variables: { id, favorite: !isFavorite },
        optimisticResponse: { setFavorite: { __typename: 'PersonaJob', id, version, isFavorite: !isFavorite } },
        update: (cache) => forgetListsWithout(cache, id),
      }),
    /** Dismisses a match, or brings a dismissed one back. */
    toggleDismissed: ({ id, version, status: before }: Match) => {
      const status = before === 'DISMISSED' ? 'DISCOVERED' : 'DISMISSED';
      void setStatus({
        variables: { id, status },
        optimisticResponse: {
          setPersonaJobStatus: { __typename: 'PersonaJob', id, version, status, dismissedAt: null },
        },
        update: (cache) => forgetListsWithout(cache, id),
      });
    },
  };
}
