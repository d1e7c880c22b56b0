import type { ApolloClient } from '@apollo/client';
import { matchPath } from 'react-router';
import { formatNumber } from './language/format-number.ts';
import { parseMatchQuery } from './matches/match-query.ts';
import { firstPageOf, MatchPage } from './matches/use-matches.ts';
import { Personas } from './personas/personas.ts';
import { Me } from './session/viewer.ts';

/** A page that says that it is loading is better than none. */
const longestWaitMs = 500;

/**
 * Asks at once for all that the list of matches is about to ask for, where the address is one, so that it is drawn once and
 * not three times. Resolves when the answers are there, or after half a second. The page asks again for what failed.
 */
export async function askAhead(client: ApolloClient, { pathname, search }: Location): Promise<void> {
  const personaId = matchPath('/personas/:personaId/jobs', pathname)?.params.personaId;
  const query = parseMatchQuery(new URLSearchParams(search));
  if (personaId === undefined || query.layout !== 'list') return;
  const answers = Promise.allSettled([
    client.query({ query: Me }),
    client.query({ query: Personas }),
    client.query({ query: MatchPage, variables: firstPageOf(personaId, query) }),
  ]);
  // Before it first formats anything, a browser reads what it knows of the language: better while the server answers.
  formatNumber(0);
  await Promise.race([answers, new Promise((resolve) => setTimeout(resolve, longestWaitMs))]);
}
