import { useQuery } from '@apollo/client/react';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useSearchParams } from 'react-router';
import { graphql } from '../generated/gql.ts';
import type { AdminUsersQuery } from '../generated/graphql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Empty } from '../shell/states.tsx';
import { AccountRow } from './account-row.tsx';
import classes from './administration.module.css';
import { Paged } from '../shell/paged.tsx';
import { CountedList } from './counted-list.tsx';
import { InviteUser } from './invite-user.tsx';

const AdminUsers = graphql(`
  query AdminUsers($search: String!, $after: String) {
    adminUsers(search: $search, first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          ...AdminUserFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

interface AccountsProps {
  /** Whether the viewer may do more than look. */
  readonly mayAct: boolean;
}

/** The accounts of the installation, newest first. What is looked for stands in the address. */
export function Accounts({ mayAct }: AccountsProps) {
  const [params] = useSearchParams();
  const search = params.get('search') ?? '';
  const { data, error, loading, refetch, fetchMore } = useQuery(AdminUsers, {
    variables: { search },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  return (
    <Stack>
      <PageTitle>Accounts</PageTitle>
      {mayAct && <InviteUser />}
      <SearchForm key={search} search={search} />
      <Paged
        list={data?.adminUsers}
        loadingLabel="Loading accounts"
        onRetry={refetch}
        onMore={(after) => fetchMore({ variables: { after } })}
        {...{ error, loading }}
      >
        {(list) => <AccountList {...list} search={search} mayAct={mayAct} />}
      </Paged>
    </Stack>
  );
}

/** Looks only once it is told to: each look is written down. */
function SearchForm({ search }: { readonly search: string }) {
  const [, setParams] = useSearchParams();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('search');
    setParams(typeof text === 'string' && text.trim() ? { search: text.trim() } : {});
  };
  return (
    <form role="search" className={classes.form} onSubmit={submit}>
      <TextInput
        type="search"
        name="search"
        label="Part of an address or name"
        className={classes.field ?? ''}
        maxLength={255}
        defaultValue={search}
      />
      <Button type="submit" variant="default">
        Search
      </Button>
    </form>
  );
}

type AccountListProps = AccountsProps &
  Pick<NonNullable<AdminUsersQuery['adminUsers']>, 'edges' | 'totalCount'> & { readonly search: string };

function AccountList({ edges, totalCount, search, mayAct }: AccountListProps) {
  if (edges.length === 0) {
    return (
      <Empty title="No such account">
        <Text>No address and no name has “{search}” in it. Look for a shorter part.</Text>
      </Empty>
    );
  }
  return (
    <CountedList label="Accounts" shown={edges.length} totalCount={totalCount}>
      {edges.map(({ node }) => (
        <AccountRow key={node.id} account={node} mayAct={mayAct} />
      ))}
    </CountedList>
  );
}
