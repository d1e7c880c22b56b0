import { useApolloClient } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { describeProblem, parseProblem } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { Refused } from '../shell/states.tsx';
import { words } from '../words/session.ts';
import { knowsPasskeys } from './passkeys.ts';
import { beginSession } from './session-state.ts';
import { useLoginPasskey } from './use-login-passkey.ts';
import { useSteps } from './use-steps.ts';

const SignInByPasskey = graphql(`
  mutation SignInByPasskey($response: JSON!) {
    loginWithPasskey(response: $response) {
      user {
        id
      }
    }
  }
`);

/** Signs in by whichever passkey the browser has; there for browsers that know of them. */
export function PasskeySignIn() {
  const client = useApolloClient();
  const askPasskey = useLoginPasskey();
  const { run, loading, error } = useSteps(async () => {
    const response = await askPasskey();
    await client.mutate({ mutation: SignInByPasskey, variables: { response }, fetchPolicy: 'no-cache' });
    beginSession();
  });

  if (!knowsPasskeys()) return null;
  return (
    <Stack>
      <Button variant="default" loading={loading} onClick={run}>
        {words.signIn.byPasskey}
      </Button>
      <Refused>{describeRefusal(error)}</Refused>
    </Stack>
  );
}

function describeRefusal(error: unknown): string | undefined {
  const problem = error ? parseProblem(error) : undefined;
  // The server's own words: nobody has been signed in here, so nobody is signed out.
  return problem && (problem.code === 'UNAUTHENTICATED' ? problem.message : describeProblem(problem));
}
