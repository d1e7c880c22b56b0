import { useMutation } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import { Done, Failure } from '../shell/states.tsx';
import { words } from '../words/session-proof.ts';

const RequestVerification = graphql(`
  mutation RequestVerification($email: String!) {
    requestEmailVerification(email: $email)
  }
`);

/** Sends another mail that confirms an address. */
export function ResendVerification({ email }: { readonly email: string }) {
  const [request, { data, loading, error }] = useMutation(RequestVerification, {
    variables: { email },
    fetchPolicy: 'no-cache',
  });
  return (
    <Stack align="flex-start" gap="xs">
      <Button variant="default" size="xs" loading={loading} onClick={() => void request()}>
        {words.resend.submit}
      </Button>
      <Done>{data && !loading ? words.resend.done : null}</Done>
      {error && <Failure error={error} />}
    </Stack>
  );
}
