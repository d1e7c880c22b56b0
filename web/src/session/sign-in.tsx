import { useMutation } from '@apollo/client/react';
import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { Link, useLocation } from 'react-router';
import { describeProblem, parseProblem } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Done, Refused } from '../shell/states.tsx';
import { ResendVerification } from './resend-verification.tsx';
import { announceSessionChange, isSignedOut } from './session-state.ts';

const SignInMutation = graphql(`
  mutation SignIn($input: LoginInput!) {
    login(input: $input) {
      ... on AuthSession {
        user {
          id
        }
      }
    }
  }
`);

function describeRefusal(error: unknown) {
  if (!error) return undefined;
  const problem = parseProblem(error);
  if (problem.code === 'UNAUTHENTICATED') return 'E-mail or password is not right.';
  if (problem.reason === 'EMAIL_NOT_VERIFIED') {
    return 'Confirm your e-mail address first: open the link in the mail that we have sent you.';
  }
  return describeProblem(problem);
}

/** Sign-in with e-mail and password. */
export function SignIn() {
  // Why somebody was led here, from the page that did.
  const notice: unknown = useLocation().state?.notice;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [signIn, { loading, error }] = useMutation(SignInMutation, {
    fetchPolicy: 'no-cache',
    onCompleted: () => {
      announceSessionChange();
      isSignedOut(false);
    },
  });
  const isUnconfirmed = error && parseProblem(error).reason === 'EMAIL_NOT_VERIFIED';

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void signIn({ variables: { input: { email, password } } });
  };

  return (
    <Stack>
      <form onSubmit={submit}>
        <Stack>
          <PageTitle order={2}>Sign in</PageTitle>
          <Done>{typeof notice === 'string' ? notice : null}</Done>
          <Refused>{describeRefusal(error)}</Refused>
          {isUnconfirmed && <ResendVerification email={email} />}
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={loading}>
            Sign in
          </Button>
        </Stack>
      </form>
      <Text size="sm">
        <Anchor component={Link} to="/forgot-password" state={{ email }} underline="always">
          Forgot your password?
        </Anchor>
      </Text>
      <Text size="sm">
        New here?{' '}
        <Anchor component={Link} to="/sign-up" underline="always">
          Open an account
        </Anchor>
      </Text>
    </Stack>
  );
}
