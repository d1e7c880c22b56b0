import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { graphql } from '../generated/gql.ts';
import type { MatchCardFragment } from '../generated/graphql.ts';
import { placeMatch, readColumns, type BoardOf, type LoadedColumn } from './match-columns.ts';
import { toFilter } from './match-query.ts';
import type { MatchViewName } from './match-views.ts';
import { quietMs, useMatchChanges } from './use-match-changes.ts';
import { firstPage, MatchPage } from './use-matches.ts';
import type { MatchMoves } from './use-match-moves.ts';

const ColumnTotals = graphql(`
  query ColumnTotals(
    $personaId: ID!
    $new: PersonaJobFilter
    $favourites: PersonaJobFilter
    $applied: PersonaJobFilter
    $dismissed: PersonaJobFilter
  ) {
    new: personaJobs(personaId: $personaId, filter: $new, first: 1) {
      totalCount
    }
    favourites: personaJobs(personaId: $personaId, filter: $favourites, first: 1) {
      totalCount
    }
    applied: personaJobs(personaId: $personaId, filter: $applied, first: 1) {
      totalCount
    }
    dismissed: personaJobs(personaId: $personaId, filter: $dismissed, first: 1) {
      totalCount
    }
  }
`);

/** How many more a column has by now than it was loaded with, or fewer. */
export type Fresh = Readonly<Partial<Record<MatchViewName, number>>>;

/** As many as the server gives at once. */
const largestPage = 100;

/**
 * Follows the matches of a board. Those on it come to stand where they were moved to, wherever that was done; that there
 * are more is only told, so that nothing moves under the reader. A column that has lost what is beyond its cards, or is
 * empty, is read again where it stands.
 */
export function useFreshMatches(board: BoardOf, { isBusy, focus }: MatchMoves) {
  const client = useApolloClient();
  const [fresh, setFresh] = useState<Fresh>({});
  const show = async (view: MatchViewName) => {
    const column = readColumns(client.cache, board).find((each) => each.view === view);
    if (column && (await readAgain(client, column))) setFresh((now) => ({ ...now, [view]: 0 }));
  };
  const count = useDebouncedCallback(async () => {
    const totals = await countColumns(client, board);
    // What is being moved is counted where it was or where it goes; once that is answered, it is told of.
    if (!totals || isBusy()) return;
    const news = readColumns(client.cache, board).map(({ view, page }) => {
      const more = (totals[view]?.totalCount ?? page.totalCount) - page.totalCount;
      const loaded = page.edges.length;
      // Nothing moves under the reader where what was beyond the cards is gone, or where there are none.
      return { view, more, isQuiet: more < 0 ? loaded <= largestPage : more > 0 && loaded === 0 };
    });
    setFresh(Object.fromEntries(news.map(({ view, more }) => [view, more])));
    for (const { view, isQuiet } of news) if (isQuiet) void show(view);
  }, quietMs);

  useMatchChanges((match: MatchCardFragment | undefined) => {
    if (match) {
      // It takes the focus along, as the reader has it.
      if (document.activeElement?.closest(`[data-card="${match.id}"]`)) focus.current = match.id;
      client.cache.batch({ update: (cache) => placeMatch(cache, board, { match }) });
    }
    count();
  });
  return { fresh, show };
}

async function countColumns(client: ApolloClient, { personaId, query }: BoardOf) {
  const filterOf = (view: MatchViewName) => toFilter({ ...query, view });
  const variables = {
    personaId,
    new: filterOf('new'),
    favourites: filterOf('favourites'),
    applied: filterOf('applied'),
    dismissed: filterOf('dismissed'),
  };
  const answer = await client.query({ query: ColumnTotals, variables, fetchPolicy: 'no-cache' }).catch(() => undefined);
  return answer?.data;
}

/** Reads a column as far as it is loaded. @returns whether it could be */
async function readAgain(client: ApolloClient, { variables, page }: LoadedColumn): Promise<boolean> {
  const first = Math.min(largestPage, Math.max(firstPage, page.edges.length));
  const asked = { query: MatchPage, variables: { ...variables, first }, fetchPolicy: 'network-only' } as const;
  return client.query(asked).then(
    () => true,
    () => false,
  );
}
