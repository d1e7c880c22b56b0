import type { ApolloCache } from '@apollo/client';
import { forgetMatches } from '../matches/match-cache.ts';

const kept = new Set(['__typename', 'id', 'fullName', 'currentRole']);

/** Forgets all that is known of a persona but how it is called: pages that show it ask again. */
export function forgetPersona(cache: ApolloCache, personaId: string): void {
  forgetMatches(cache);
  cache.modify({
    id: `Persona:${personaId}`,
    fields: (value, { fieldName, DELETE }) => (kept.has(fieldName) ? value : DELETE),
  });
}

/** Forgets how far the set-up of a persona has come: a list of it has changed. */
export function forgetCompleteness(cache: ApolloCache, personaId: string): void {
  cache.modify({ id: `Persona:${personaId}`, fields: { completeness: (_value, { DELETE }) => DELETE } });
}
