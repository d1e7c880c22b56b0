import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { Refused } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { words } from '../words/session-proof.ts';
import { NewPasswordInput } from './new-password-input.tsx';
import { PasswordField } from './password-field.tsx';
import { useViewer } from './viewer.ts';

const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      accessTokenExpiresAt
    }
  }
`);

interface ChangePasswordFormProps {
  readonly submitLabel: string;
  readonly onChanged: () => void;
  readonly otherAction?: ReactNode;
}

const fields = ['input.currentPassword', 'input.newPassword'] as const;

/** Changes the password of the signed-in account, or sets its first one. */
export function ChangePasswordForm({ submitLabel, onChanged, otherAction }: ChangePasswordFormProps) {
  const { email, hasPassword } = useViewer();
  const [currentPassword, setCurrentPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [changePassword, { loading, error }] = useMutation(ChangePassword, {
    fetchPolicy: 'no-cache',
    onCompleted: () => {
      setCurrentPassword('');
      setNewPassword('');
      onChanged();
    },
  });
  const form = useInvalidFocus(error);
  const { at, form: refusal } = locateRefusal(error, fields);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const input = { newPassword, ...(hasPassword ? { currentPassword } : {}) };
    void changePassword({ variables: { input } });
  };

  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        <Refused>{refusal}</Refused>
        <AccountName email={email} />
        {hasPassword && (
          <PasswordField
            label={words.changePassword.current}
            autoComplete="current-password"
            value={currentPassword}
            error={at('input.currentPassword')}
            onChange={setCurrentPassword}
          />
        )}
        <NewPasswordInput
          label={words.changePassword.new}
          value={newPassword}
          error={at('input.newPassword')}
          onChange={setNewPassword}
        />
        <Group justify="space-between">
          <Button type="submit" loading={loading}>
            {submitLabel}
          </Button>
          {otherAction}
        </Group>
      </Stack>
    </form>
  );
}

/** Tells password managers whose password a form is about. */
export function AccountName({ email }: { readonly email: string }) {
  return <input type="text" autoComplete="username" value={email} readOnly hidden />;
}
