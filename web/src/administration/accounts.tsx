import { useQuery } from '@apollo/client/react';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useSearchParams } from 'react-router';
import { graphql } from '../generated/gql.ts';
import type { AdminUsersQuery } from '../generated/graphql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Empty } from '../shell/states.tsx';
import { words } from '../words/administration.ts';
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
      <PageTitle>{words.accounts.title}</PageTitle>
      {mayAct && <InviteUser />}
      <SearchForm key={search} search={search} />
      <Paged
        list={data?.adminUsers}
        loadingLabel={words.accounts.loading}
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
        label={words.accounts.search}
        className={classes.field ?? ''}
        maxLength={255}
        defaultValue={search}
      />
      <Button type="submit" variant="default">
        {words.accounts.submit}
      </Button>
    </form>
  );
}

type AccountListProps = AccountsProps &
  Pick<NonNullable<AdminUsersQuery['adminUsers']>, 'edges' | 'totalCount'> & { readonly search: string };

function AccountList({ edges, totalCount, search, mayAct }: AccountListProps) {
  if (edges.length === 0) {
    return (
      <Empty title={words.accounts.none}>
        <Text>{words.accounts.noneText(search)}</Text>
      </Empty>
    );
  }
  return (
    <CountedList label={words.accounts.title} shown={edges.length} totalCount={totalCount}>
      {edges.map(({ node }) => (
        <AccountRow key={node.id} account={node} mayAct={mayAct} />
      ))}
    </CountedList>
  );
}
