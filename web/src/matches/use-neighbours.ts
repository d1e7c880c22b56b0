import { useQuery } from '@apollo/client/react';
import { useLocation } from 'react-router';
import { unmask } from '../generated/fragment-masking.ts';
import { usePersonaId } from '../personas/personas.ts';
import { nameList } from './list-place.ts';
import { MatchCardFields } from './match-card.tsx';
import { holds, parseMatchQuery } from './match-query.ts';
import { firstPageOf, MatchPage } from './use-matches.ts';

/** The way from one match to those beside it in the list that it was opened from, and back to that list. */
export interface Neighbours {
  /** The list's address after the question mark, as it is. */
  readonly search: string;
  /** The list's name, by which its place is kept. */
  readonly list: string;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** Finds the matches beside one in the list as far as it is loaded; there are none where no list was. */
export function useNeighbours(matchId: string): Neighbours {
  const { state } = useLocation();
  const personaId = usePersonaId();
  const search: string = state?.list ?? '';
  const query = parseMatchQuery(new URLSearchParams(search));
  const { data } = useQuery(MatchPage, {
    variables: firstPageOf(personaId, query),
    fetchPolicy: 'cache-only',
  });
  const matches = (data?.personaJobs?.edges ?? []).map(({ node }) => unmask(MatchCardFields, node));
  const isHeld = (match: (typeof matches)[number]) => holds(query, match);
  const at = matches.findIndex(({ id }) => id === matchId);
  return {
    search,
    list: nameList(personaId, query),
    previous: at < 0 ? undefined : matches.slice(0, at).findLast(isHeld)?.id,
    next: at < 0 ? undefined : matches.slice(at + 1).find(isHeld)?.id,
  };
}
