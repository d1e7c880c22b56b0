import { useMutation } from '@apollo/client/react';
import { Anchor, Button, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '../generated/gql.ts';
import type { AdminUserFieldsFragment, Role } from '../generated/graphql.ts';
import { ConfirmedButton } from '../shell/confirmed-button.tsx';
import { Done, Failure } from '../shell/states.tsx';
import { words } from '../words/administration.ts';
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
          {words.acts.activity}
        </Anchor>
      </Group>
      <Text size="sm" c="dimmed">
        {words.acts.factors(account.email)}
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
          label={words.acts.role}
          aria-label={words.acts.roleOf(email)}
          description={words.acts.roleHint}
          value={role}
          data={roles.map((each) => ({ value: each, label: roleWords[each] }))}
          onChange={({ currentTarget: { value } }) => {
            setRole(roles.find((each) => each === value) ?? role);
            reset();
          }}
        />
        <Button variant="default" loading={loading} onClick={start}>
          {words.acts.changeRole}
        </Button>
      </div>
      <Done>{data && words.acts.hasRole(email, roleWords[role])}</Done>
      {error && <Failure error={error} />}
    </>
  );
}

function SignOut({ account: { id, email } }: AccountActsProps) {
  const [revoke, { data, loading, error, reset }] = useMutation(AdminRevokeSessions, { variables: { userId: id } });
  return (
    <>
      <ConfirmedButton
        label={words.acts.signOut}
        fullLabel={`${words.acts.signOut}: ${email}`}
        size="xs"
        question={words.acts.signOutQuestion(email)}
        run={revoke}
        {...{ loading, error, reset }}
      >
        {words.acts.signOutText}
      </ConfirmedButton>
      <Done>{data && words.acts.signOutDone}</Done>
    </>
  );
}

function Shutting({ account: { id, email, disabledAt } }: AccountActsProps) {
  const [shut, { data, loading, error, reset }] = useMutation(SetUserDisabled, {
    variables: { id, disabled: !disabledAt },
  });
  const act = disabledAt
    ? { label: words.acts.letIn, question: words.acts.letInQuestion(email), meaning: words.acts.letInText }
    : {
        label: words.acts.shutOut,
        question: words.acts.shutOutQuestion(email),
        meaning: words.acts.shutOutText,
      };
  return (
    <>
      <ConfirmedButton
        label={act.label}
        question={act.question}
        fullLabel={`${act.label}: ${email}`}
        size="xs"
        run={shut}
        {...{ loading, error, reset }}
      >
        {act.meaning}
      </ConfirmedButton>
      <Done>{data && (disabledAt ? words.acts.shutOutDone : words.acts.letInDone)}</Done>
    </>
  );
}
