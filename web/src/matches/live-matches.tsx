import { Button } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { graphql } from '../generated/gql.ts';
import { usePersonaId } from '../personas/personas.ts';
import { words } from '../words/matches.ts';
import { focusList } from './focus-list.ts';
import { toFilter, type MatchQuery } from './match-query.ts';
import classes from './triage.module.css';
import { quietMs, useMatchChanges } from './use-match-changes.ts';
import type { Matches } from './use-matches.ts';

const MatchTotal = graphql(`
  query MatchTotal($personaId: ID!, $filter: PersonaJobFilter) {
    personaJobs(personaId: $personaId, filter: $filter, first: 1) {
      totalCount
    }
  }
`);

interface LiveMatchesProps {
  readonly query: MatchQuery;
  /** How many the list knows of. */
  readonly total: number;
  readonly list: Matches;
}

/** Says that there are more matches by now, and shows them from the top when asked to. */
export function LiveMatches(props: LiveMatchesProps) {
  const count = useFreshCount(props);
  const show = () => {
    window.scrollTo(0, 0);
    focusList();
    props.list.reload();
  };
  return (
    <div role="status" className={classes.fresh}>
      {count > 0 && (
        <Button size="compact-md" onClick={show}>
          {words.list.fresh(count)}
        </Button>
      )}
    </div>
  );
}

/**
 * Follows the matches while they are looked at. Those in the list change where they stand; that there are more than it
 * was loaded with is only told, so that nothing moves under the reader.
 * @returns how many more there are
 */
function useFreshCount({ query, total, list: { wait, totalCount, reload } }: LiveMatchesProps): number {
  const client = useApolloClient();
  const personaId = usePersonaId();
  const [counted, setCounted] = useState<number>();

  const count = useDebouncedCallback(async () => {
    const variables = { personaId, filter: toFilter(query) };
    const answer = await client.query({ query: MatchTotal, variables, fetchPolicy: 'no-cache' }).catch(() => undefined);
    setCounted(answer?.data?.personaJobs?.totalCount);
  }, quietMs);
  useMatchChanges(() => count());

  const fresh = counted === undefined || wait.isWaiting || totalCount === undefined ? 0 : Math.max(0, counted - total);
  const isFirst = fresh > 0 && total === 0;
  useEffect(() => {
    if (isFirst) reload();
  }, [isFirst, reload]);
  // A list that was loaded again may know them by now, and more.
  useEffect(() => setCounted(undefined), [totalCount]);
  return isFirst ? 0 : fresh;
}
