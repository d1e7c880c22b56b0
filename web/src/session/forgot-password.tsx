import { useMutation } from '@apollo/client/react';
import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { Link, useLocation } from 'react-router';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Refused } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';

const RequestReset = graphql(`
  mutation RequestReset($email: String!) {
    requestPasswordReset(email: $email)
  }
`);

/** Asks for a mail with a link to a new password. The answer is the same for every address. */
export function ForgotPassword() {
  const typedBefore: unknown = useLocation().state?.email;
  const [email, setEmail] = useState(typeof typedBefore === 'string' ? typedBefore : '');
  const [requestReset, { data, loading, error }] = useMutation(RequestReset, { fetchPolicy: 'no-cache' });
  const form = useInvalidFocus(error);
  const { at, form: refusal } = locateRefusal(error, ['email']);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void requestReset({ variables: { email } });
  };

  if (data) {
    return (
      <Stack>
        <PageTitle order={2} isOutcome>
          Look into your mailbox
        </PageTitle>
        <Text>
          If there is an account with <strong>{email}</strong>, a mail with a link is on its way to it. The link works
          for half an hour.
        </Text>
        <BackToSignIn />
      </Stack>
    );
  }
  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        <PageTitle order={2}>Forgot your password?</PageTitle>
        <Text>We send you a link to set a new one.</Text>
        <Refused>{refusal}</Refused>
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          value={email}
          error={at('email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" loading={loading}>
          Send the link
        </Button>
        <BackToSignIn />
      </Stack>
    </form>
  );
}

function BackToSignIn() {
  return (
    <Anchor component={Link} to="/sign-in" size="sm" underline="always">
      Back to the sign-in form
    </Anchor>
  );
}
