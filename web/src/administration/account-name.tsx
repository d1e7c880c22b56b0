import { useFragment } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { useViewer } from '../session/viewer.ts';

const AccountAddress = graphql(`
  fragment AccountAddress on AdminUser {
    id
    email
  }
`);

interface AccountNameProps {
  readonly id: string;
  /** Whether it leads to what happened to the account. */
  readonly isLink?: boolean;
}

/**
 * An account by its address, where the list of accounts has shown it, else by the end of its id: the log outlives
 * accounts, and knows no addresses.
 */
export function AccountName({ id, isLink = false }: AccountNameProps) {
  const viewer = useViewer();
  const { data, complete } = useFragment({ fragment: AccountAddress, from: { __typename: 'AdminUser', id } });
  const name = id === viewer.id ? viewer.email : complete ? data.email : `…${id.slice(-8)}`;
  if (!isLink) return name;
  return (
    <Anchor component={Link} to={`/admin/audit?user=${id}`} inherit underline="always">
      {name}
    </Anchor>
  );
}
