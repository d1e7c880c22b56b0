import { useMutation } from '@apollo/client/react';
import { Button, Stack, Text } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Refused } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { words } from '../words/session.ts';
import { AskAgain, IncompleteLink } from './link-page.tsx';
import { forgetLinkToken, useLinkToken } from './link-token.ts';
import { NewPasswordInput } from './new-password-input.tsx';
import { useSessionEnd } from './use-session-end.ts';

const ResetPasswordMutation = graphql(`
  mutation ResetPassword($token: String!, $newPassword: String!) {
    resetPassword(token: $token, newPassword: $newPassword)
  }
`);

/** Sets a new password by the link of a mail, then leads to the sign-in form. */
export function ResetPassword() {
  const token = useLinkToken('/reset-password');
  const endSession = useSessionEnd();
  const [newPassword, setNewPassword] = useState('');
  const [resetPassword, { loading, error }] = useMutation(ResetPasswordMutation, {
    fetchPolicy: 'no-cache',
    onCompleted: () => {
      forgetLinkToken();
      endSession(words.reset.done);
    },
  });
  const form = useInvalidFocus(error);
  const { at, form: refusal } = locateRefusal(error, ['newPassword', 'token']);

  if (!token) return <IncompleteLink title={words.reset.title}>{askAgain}</IncompleteLink>;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void resetPassword({ variables: { token, newPassword } });
  };
  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        <PageTitle order={2}>{words.reset.title}</PageTitle>
        <Text>{words.reset.hint}</Text>
        <Refused>{at('token') ?? refusal}</Refused>
        {at('token') && askAgain}
        <NewPasswordInput
          label={words.reset.password}
          value={newPassword}
          error={at('newPassword')}
          onChange={setNewPassword}
        />
        <Button type="submit" loading={loading}>
          {words.reset.submit}
        </Button>
      </Stack>
    </form>
  );
}

const askAgain = <AskAgain at="/forgot-password" />;
