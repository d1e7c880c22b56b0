import { useMutation } from '@apollo/client/react';
import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import { describeProblem, parseProblem } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { PageTitle } from '../shell/page-title.tsx';
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

function describeRefusal(error: unknown): string {
  const problem = parseProblem(error);
  if (problem.code === 'UNAUTHENTICATED') return 'E-mail or password is not right.';
  return describeProblem(problem);
}

/** Sign-in with e-mail and password. */
export function SignIn() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [signIn, { loading, error }] = useMutation(SignInMutation, {
    fetchPolicy: 'no-cache',
    onCompleted: () => {
      announceSessionChange();
      isSignedOut(false);
    },
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void signIn({ variables: { input: { email, password } } });
  };

  return (
    <form onSubmit={submit}>
      <Stack>
        <PageTitle order={2}>Sign in</PageTitle>
        {error && (
          <Alert color="red" role="alert">
            {describeRefusal(error)}
          </Alert>
        )}
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
        <Text size="sm">
          New here?{' '}
          <Anchor component={Link} to="/sign-up" underline="always">
            Open an account
          </Anchor>
        </Text>
      </Stack>
    </form>
  );
}
