import { Button, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { AdminUserFieldsFragment } from '../generated/graphql.ts';
import { formatDay } from '../language/format-date.ts';
import { useViewer } from '../session/viewer.ts';
import { words } from '../words/administration.ts';
import { AccountActs } from './account-acts.tsx';
import classes from './administration.module.css';
import { roleWords } from './role-words.ts';

export const AdminUserFields = graphql(`
  fragment AdminUserFields on AdminUser {
    id
    email
    emailVerified
    name
    roles
    disabledAt
    createdAt
  }
`);

interface AccountRowProps {
  readonly account: FragmentType<typeof AdminUserFields>;
  readonly mayAct: boolean;
}

/** An account, and on request what can be done to it. */
export function AccountRow({ account, mayAct }: AccountRowProps) {
  const user = unmask(AdminUserFields, account);
  const { id: ownId } = useViewer();
  const [isOpen, setIsOpen] = useState(false);
  const actsId = useId();
  return (
    <li className={classes.row}>
      <div className={classes.said}>
        <Text fw={500}>{user.email}</Text>
        <Text size="sm" c="dimmed">
          {describeAccount(user)}
        </Text>
        {user.disabledAt && (
          <Text size="sm" className={classes.fair ?? ''}>
            {words.account.shutOut(formatDay(user.disabledAt))}
          </Text>
        )}
      </div>
      {mayAct && user.id !== ownId && (
        <Button
          variant="default"
          size="xs"
          aria-expanded={isOpen}
          aria-controls={actsId}
          onClick={() => setIsOpen(!isOpen)}
        >
          {words.account.manage}
          <span className="visually-hidden"> {user.email}</span>
        </Button>
      )}
      {user.id === ownId && (
        <Text size="sm" c="dimmed">
          {words.account.isYou}
        </Text>
      )}
      <div id={actsId} className={classes.acts} hidden={!isOpen}>
        {isOpen && <AccountActs account={user} />}
      </div>
    </li>
  );
}

function describeAccount({ name, roles, emailVerified, createdAt }: AdminUserFieldsFragment): string {
  const staff = roles.filter((role) => role !== 'USER').map((role) => roleWords[role]);
  const facts = [
    name,
    ...staff,
    !emailVerified && words.account.unconfirmed,
    words.account.opened(formatDay(createdAt)),
  ];
  return facts.filter(Boolean).join(' · ');
}
