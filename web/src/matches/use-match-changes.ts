import { useReactiveVar, useSubscription } from '@apollo/client/react';
import { useEffect, useEffectEvent } from 'react';
import { liveConnections } from '../api/live.ts';
import { unmask } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { MatchCardFragment } from '../generated/graphql.ts';
import { usePersonaId } from '../personas/personas.ts';
import { MatchCardFields } from './match-card.tsx';

const MatchesChanged = graphql(`
  subscription MatchesChanged($personaId: ID!) {
    personaJobsChanged(personaId: $personaId) {
      ...MatchCard
    }
  }
`);

/** Changes come in bursts: they are counted once it is quiet for so long. */
export const quietMs = 700;

/**
 * Follows the persona's matches while they are looked at.
 * @param onChange is told of a match that changed, which is in the cache by then, or of nothing where many may have
 */
export function useMatchChanges(onChange: (match: MatchCardFragment | undefined) => void): void {
  const personaId = usePersonaId();
  const connections = useReactiveVar(liveConnections);
  useSubscription(MatchesChanged, {
    variables: { personaId },
    ignoreResults: true,
    onData: ({ data: { data } }) => onChange(unmask(MatchCardFields, data?.personaJobsChanged) ?? undefined),
    onError: () => undefined,
  });
  const reconnect = useEffectEvent(() => onChange(undefined));
  useEffect(() => {
    if (connections > 0) reconnect();
  }, [connections]);
}
