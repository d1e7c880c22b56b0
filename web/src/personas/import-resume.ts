import type { ApolloCache } from '@apollo/client';
import { graphql } from '../generated/gql.ts';
import { forgetMatches } from '../matches/match-cache.ts';

export const ImportResume = graphql(`
  mutation ImportResume($personaId: ID!, $document: JSON!) {
    importJsonResume(personaId: $personaId, document: $document) {
      ...PersonaLabel
    }
  }
`);

const kept = new Set(['__typename', 'id', 'fullName', 'currentRole']);

/** Forgets all that is known of a persona but how it is called: pages that show it ask again. */
export function forgetPersona(cache: ApolloCache, personaId: string): void {
  forgetMatches(cache);
  cache.modify({
    id: `Persona:${personaId}`,
    fields: (value, { fieldName, DELETE }) => (kept.has(fieldName) ? value : DELETE),
  });
}
