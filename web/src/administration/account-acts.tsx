import { useMutation } from '@apollo/client/react';
import { Anchor, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '../generated/gql.ts';
import type { AdminUserFieldsFragment, Role } from '../generated/graphql.ts';
import { ConfirmedButton } from '../shell/confirmed-button.tsx';
import { Done, Failure } from '../shell/states.tsx';
import classes from './administration.module.css';
import { roleWords } from './role-words.ts';

const SetUserRole = graphql(`
  mutation SetUserRole($userId: ID!, $role: Role!) {
    setUserRole(userId: $userId, role: $role) {
      id
      roles
    }
  }
`);

const SetUserDisabled = graphql(`
  mutation SetUserDisabled($id: ID!, $disabled: Boolean!) {
    setUserDisabled(id: $id, disabled: $disabled) {
      id
      disabledAt
    }
  }
`);

const AdminRevokeSessions = graphql(`
  mutation AdminRevokeSessions($userId: ID!) {
    adminRevokeSessions(userId: $userId)
  }
`);

interface AccountActsProps {
  readonly account: AdminUserFieldsFragment;
}

/** What an admin can do to somebody else's account. */
export function AccountActs({ account }: AccountActsProps) {
  return (
    <>
      <RoleForm account={account} />
      <Group gap="xs">
        <SignOut account={account} />
        <Shutting account={account} />
        <Anchor component={Link} to={`/admin/audit?user=${account.id}`} size="sm" underline="always">
          What happened to it
        </Anchor>
      </Group>
      <Text size="sm" c="dimmed">
        Second factors that are lost are taken away on the server itself: npm run admin -- remove-factors{' '}
        {account.email}
      </Text>
    </>
  );
}

const roles = Object.keys(roleWords) as Role[];

function RoleForm({ account: { id, email, roles: held } }: AccountActsProps) {
  const [role, setRole] = useState(held[0] ?? 'USER');
  const [give, { data, loading, error, reset }] = useMutation(SetUserRole, { variables: { userId: id, role } });
  const start = () => void give().catch(() => undefined);
  return (
    <>
      <div className={classes.form}>
        <NativeSelect
          label="Role"
          aria-label={`Role of ${email}`}
          description="Support sees accounts and changes none; admins run the installation."
          value={role}
          data={roles.map((each) => ({ value: each, label: roleWords[each] }))}
          onChange={({ currentTarget: { value } }) => {
            setRole(roles.find((each) => each === value) ?? role);
            reset();
          }}
        />
        <Button variant="default" loading={loading} onClick={start}>
          Change the role
        </Button>
      </div>
      <Done>{data && `${email} has the role ${roleWords[role]} from the next request on.`}</Done>
      {error && <Failure error={error} />}
    </>
  );
}

function SignOut({ account: { id, email } }: AccountActsProps) {
  const [revoke, { data, loading, error, reset }] = useMutation(AdminRevokeSessions, { variables: { userId: id } });
  return (
    <>
      <ConfirmedButton
        label="Sign out everywhere"
        fullLabel={`Sign out everywhere: ${email}`}
        size="xs"
        question={`Sign ${email} out everywhere?`}
        run={revoke}
        {...{ loading, error, reset }}
      >
        Every device has to sign in again.
      </ConfirmedButton>
      <Done>{data && 'Signed out everywhere.'}</Done>
    </>
  );
}

function Shutting({ account: { id, email, disabledAt } }: AccountActsProps) {
  const [shut, { data, loading, error, reset }] = useMutation(SetUserDisabled, {
    variables: { id, disabled: !disabledAt },
  });
  const words = disabledAt
    ? { label: 'Let in again', question: `Let ${email} in again?`, meaning: 'It signs in as before; nothing is lost.' }
    : {
        label: 'Shut out',
        question: `Shut ${email} out?`,
        meaning:
          'It is signed out everywhere at once, and cannot sign in until you let it in again. What it has stays.',
      };
  return (
    <>
      <ConfirmedButton
        label={words.label}
        question={words.question}
        fullLabel={`${words.label}: ${email}`}
        size="xs"
        run={shut}
        {...{ loading, error, reset }}
      >
        {words.meaning}
      </ConfirmedButton>
      <Done>{data && (disabledAt ? 'Shut out.' : 'Let in again.')}</Done>
    </>
  );
}
