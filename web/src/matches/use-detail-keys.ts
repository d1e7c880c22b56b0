import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { usePersonaId } from '../personas/personas.ts';
import { movePlace } from './list-place.ts';
import { prefetchMatches } from './match-document.ts';
import type { MatchStanding } from './match-mutations.ts';
import type { MatchActions } from './use-match-actions.ts';
import { useKeys } from './use-keys.ts';
import type { Neighbours } from './use-neighbours.ts';

interface DetailKeysOptions {
  readonly match: MatchStanding & { readonly posting: { readonly applyUrl: string | null } };
  readonly actions: MatchActions;
  readonly steps: Neighbours;
}

/** The keys of the list on the page of one match, with what its buttons do. What is dismissed gives way to the next one. */
export function useDetailKeys({ match, actions, steps: { search, list, previous, next } }: DetailKeysOptions) {
  const navigate = useNavigate();
  const client = useApolloClient();
  const jobs = `/personas/${usePersonaId()}/jobs`;
  const goTo = (id: string) => () =>
    void navigate(`${jobs}/${id}`, { replace: true, state: { list: search, stepped: true } });
  const favor = () => actions.favor([match], !match.isFavorite);
  const dismiss = () => {
    const isDismissed = match.status !== 'DISMISSED';
    actions.dismiss([match], isDismissed);
    if (isDismissed && next) goTo(next)();
  };

  useEffect(() => {
    window.scrollTo(0, 0);
  }, [match.id]);
  useEffect(() => {
    movePlace(list, match.id);
    prefetchMatches(
      client,
      [next, previous].filter((id) => id !== undefined),
    );
  }, [client, list, match.id, next, previous]);
  useKeys({
    j: next === undefined ? undefined : goTo(next),
    k: previous === undefined ? undefined : goTo(previous),
    u: () => void navigate({ pathname: jobs, search }, { state: { returns: true } }),
    e: match.status === 'APPLIED' ? undefined : dismiss,
    s: favor,
    a: () => actions.apply(match, match.posting.applyUrl),
    z: actions.undo,
  });
  return { favor, dismiss };
}
