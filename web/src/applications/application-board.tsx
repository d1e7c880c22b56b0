import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Board } from '../board/board.tsx';
import classes from '../board/board.module.css';
import { unmask } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { ApplicationCardFragment } from '../generated/graphql.ts';
import { usePersonaId } from '../personas/personas.ts';
import { Failure, Loading } from '../shell/states.tsx';
import { words } from '../words/applications.ts';
import { ApplicationColumn } from './application-column.tsx';
import { firstPage } from './application-page.ts';
import { isFinal, statuses } from './application-status.ts';
import { NoApplications } from './no-applications.tsx';
import type { Moves } from './use-moves.ts';

const BoardPage = graphql(`
  fragment BoardPage on ApplicationConnection {
    edges {
      cursor
      node {
        id
        ...ApplicationCard
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
`);

const Columns = graphql(`
  query ApplicationBoard($personaId: ID!, $first: Int!) {
    applied: applications(
      personaId: $personaId
      filter: { statuses: [APPLIED], archived: false }
      sort: STATUS_UPDATED_DESC
      first: $first
    ) {
      ...BoardPage
    }
    interviewing: applications(
      personaId: $personaId
      filter: { statuses: [INTERVIEWING], archived: false }
      sort: STATUS_UPDATED_DESC
      first: $first
    ) {
      ...BoardPage
    }
    offer: applications(
      personaId: $personaId
      filter: { statuses: [OFFER], archived: false }
      sort: STATUS_UPDATED_DESC
      first: $first
    ) {
      ...BoardPage
    }
    accepted: applications(
      personaId: $personaId
      filter: { statuses: [ACCEPTED], archived: false }
      sort: STATUS_UPDATED_DESC
      first: $first
    ) {
      ...BoardPage
    }
    rejected: applications(
      personaId: $personaId
      filter: { statuses: [REJECTED], archived: false }
      sort: STATUS_UPDATED_DESC
      first: $first
    ) {
      ...BoardPage
    }
    withdrawn: applications(
      personaId: $personaId
      filter: { statuses: [WITHDRAWN], archived: false }
      sort: STATUS_UPDATED_DESC
      first: $first
    ) {
      ...BoardPage
    }
  }
`);

/** The persona's applications in columns, by where they stand. */
export function ApplicationBoard({ moves }: { readonly moves: Moves }) {
  const { data, error, loading, refetch } = useQuery(Columns, {
    variables: { personaId: usePersonaId(), first: firstPage },
    notifyOnNetworkStatusChange: true,
  });
  const [dragged, setDragged] = useState<ApplicationCardFragment>();
  const lists = data && Object.values(data).flatMap((list) => (typeof list === 'object' ? [list] : []));

  if (!lists) {
    return error && !loading ? (
      <Failure error={error} onRetry={() => void refetch().catch(() => undefined)} />
    ) : (
      <Loading label={words.loading} />
    );
  }
  if (lists.every((list) => unmask(BoardPage, list)?.totalCount === 0)) return <NoApplications />;
  // Columns ask in the words of the query above: all they need at first is in the cache.
  const draw = (isEnd: boolean) =>
    statuses
      .filter((status) => isFinal(status) === isEnd)
      .map((status) => (
        <ApplicationColumn key={status} status={status} moves={moves} dragged={dragged} onDrag={setDragged} />
      ));
  return (
    <Board>
      {draw(false)}
      <div className={classes.ends}>{draw(true)}</div>
    </Board>
  );
}
