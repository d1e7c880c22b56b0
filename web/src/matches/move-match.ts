import type { ApolloClient } from '@apollo/client';
import { graphql } from '../generated/gql.ts';
import type { MatchCardFragment } from '../generated/graphql.ts';
import { words } from '../words/match-board.ts';
import { placeMatch, type BoardOf } from './match-columns.ts';
import { CreateApplication } from './match-mutations.ts';
import { columnOf, matchViewNames, type MatchViewName, type Standing } from './match-views.ts';

const MoveMatch = graphql(`
  mutation MoveMatch(
    $id: ID!
    $status: PersonaJobStatus!
    $changesStatus: Boolean!
    $favorite: Boolean!
    $changesFavorite: Boolean!
  ) {
    setPersonaJobStatus(id: $id, status: $status) @include(if: $changesStatus) {
      id
      status
      dismissedAt
      version
    }
    setFavorite(id: $id, favorite: $favorite) @include(if: $changesFavorite) {
      id
      isFavorite
      version
    }
  }
`);

/** How a match stands that was moved to a column by hand. What is dismissed stays a favourite, for when it comes back. */
export const standingIn = (column: MatchViewName, { isFavorite }: Standing): Standing =>
  column === 'dismissed'
    ? { status: 'DISMISSED', isFavorite }
    : { status: 'DISCOVERED', isFavorite: column === 'favourites' };

/** Why a match cannot be moved to a column: in short, while it is over it, and in full. */
export interface Refusal {
  readonly short: string;
  readonly full: string;
}

/** Says why a match cannot be moved to a column; nothing where it can. */
export function explainRefusal({ status }: Standing, to: MatchViewName): Refusal | undefined {
  if (status === 'APPLIED') return words.refusals.applied;
  if (status !== 'DISMISSED' || to !== 'applied') return undefined;
  return words.refusals.dismissed;
}

/** The columns that a match can be moved to. */
export const waysFrom = (match: Standing): readonly MatchViewName[] =>
  matchViewNames.filter((view) => view !== columnOf(match) && !explainRefusal(match, view));

interface Move {
  readonly board: BoardOf;
  readonly match: MatchCardFragment;
  readonly to: Standing;
  /** The match that it comes to stand before, where it goes back to. */
  readonly next?: string | undefined;
}

/** Moves a match; the board shows it at once, and as it was if the server refuses. */
export async function moveMatch(client: ApolloClient, { board, match, to, next }: Move): Promise<void> {
  const { id, version } = match;
  const { status, isFavorite } = to;
  await client.mutate({
    mutation: MoveMatch,
    variables: {
      id,
      status,
      changesStatus: status !== match.status,
      favorite: isFavorite,
      changesFavorite: isFavorite !== match.isFavorite,
    },
    optimisticResponse: {
      setPersonaJobStatus: { __typename: 'PersonaJob', id, version, status, dismissedAt: null },
      setFavorite: { __typename: 'PersonaJob', id, version, isFavorite },
    },
    update: (cache) => placeMatch(cache, board, { match: { ...match, ...to }, next }),
  });
}

/** Records an application for a match of a board, in the same way. @returns the application's id */
export async function applyFor(
  client: ApolloClient,
  board: BoardOf,
  match: MatchCardFragment,
): Promise<string | undefined> {
  const { id, version } = match;
  const { data } = await client.mutate({
    mutation: CreateApplication,
    variables: { personaJobId: id },
    optimisticResponse: {
      createApplication: {
        __typename: 'Application',
        id: `of-${id}`,
        personaJob: { __typename: 'PersonaJob', id, status: 'APPLIED', version, application: null },
      },
    },
    update: (cache) => {
      cache.evict({ id: 'ROOT_QUERY', fieldName: 'applications' });
      placeMatch(cache, board, { match: { ...match, status: 'APPLIED' } });
    },
  });
  return data?.createApplication?.id;
}
