import { useQuery } from '@apollo/client/react';
import { NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { graphql } from '../generated/gql.ts';
import type { AdminQuarantineQuery } from '../generated/graphql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Done, Empty } from '../shell/states.tsx';
import { useOutcomeFocus } from '../shell/use-outcome-focus.ts';
import { words } from '../words/administration.ts';
import administration from './administration.module.css';
import { Paged } from '../shell/paged.tsx';
import classes from './quarantine.module.css';
import { WaitingPosting } from './waiting-posting.tsx';

const AdminQuarantine = graphql(`
  query AdminQuarantine($rejected: Boolean!, $after: String) {
    adminQuarantine(rejected: $rejected, first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          reviewSince
          rejectedAt
          ...WaitingPostingFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What was handed in or reported, for admins to let go or to hold back. */
export function Quarantine() {
  const [params, setParams] = useSearchParams();
  const rejected = params.get('show') === 'held-back';
  const [outcome, setOutcome] = useState<string>();
  const place = useOutcomeFocus(outcome);
  const { data, error, loading, refetch, fetchMore } = useQuery(AdminQuarantine, {
    variables: { rejected },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  return (
    <Stack>
      <PageTitle>{words.quarantine.title}</PageTitle>
      <NativeSelect
        label={words.quarantine.show}
        className={administration.choice ?? ''}
        value={rejected ? 'held-back' : ''}
        data={[
          { value: '', label: words.quarantine.waiting },
          { value: 'held-back', label: words.quarantine.heldBack },
        ]}
        onChange={({ currentTarget: { value } }) => setParams(value ? { show: value } : {})}
      />
      <div ref={place} tabIndex={-1} className={administration.outcome}>
        <Done>{outcome}</Done>
      </div>
      <Paged
        list={data?.adminQuarantine}
        loadingLabel={words.quarantine.loading}
        onRetry={refetch}
        onMore={(after) => fetchMore({ variables: { after } })}
        {...{ error, loading }}
      >
        {(list) => <Postings edges={list.edges} rejected={rejected} onDecided={setOutcome} />}
      </Paged>
    </Stack>
  );
}

interface PostingsProps extends Pick<NonNullable<AdminQuarantineQuery['adminQuarantine']>, 'edges'> {
  readonly rejected: boolean;
  readonly onDecided: (outcome: string) => void;
}

/** What was decided on this page is gone from it at once. */
function Postings({ edges, rejected, onDecided }: PostingsProps) {
  const shown = edges.filter(({ node }) => (rejected ? node.rejectedAt : node.reviewSince));
  if (shown.length === 0) {
    return rejected ? (
      <Empty title={words.quarantine.noneHeldBack}>
        <Text>{words.quarantine.noneHeldBackText}</Text>
      </Empty>
    ) : (
      <Empty title={words.quarantine.none}>
        <Text>{words.quarantine.noneText}</Text>
      </Empty>
    );
  }
  return (
    <ul className={classes.list} aria-label={words.quarantine.title}>
      {shown.map(({ node }) => (
        <li key={node.id}>
          <WaitingPosting posting={node} onDecided={onDecided} />
        </li>
      ))}
    </ul>
  );
}
