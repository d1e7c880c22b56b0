import { useMutation } from '@apollo/client/react';
import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { Link, useLocation } from 'react-router';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Refused } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';

const RequestLink = graphql(`
  mutation RequestMagicLink($email: String!) {
    requestMagicLink(email: $email)
  }
`);

/** Asks for a mail with a link to sign in. The answer is the same for every address. */
export function MailALink() {
  const typedBefore: unknown = useLocation().state?.email;
  const [email, setEmail] = useState(typeof typedBefore === 'string' ? typedBefore : '');
  const [requestLink, { data, loading, error }] = useMutation(RequestLink, { fetchPolicy: 'no-cache' });
  const form = useInvalidFocus(error);
  const { at, form: refusal } = locateRefusal(error, ['email']);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void requestLink({ variables: { email } });
  };

  if (data) return <LookIntoMailbox email={email} />;
  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        <PageTitle order={2}>Sign in by a link</PageTitle>
        <Text>We mail you a link that signs you in, without a password.</Text>
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
          Mail me the link
        </Button>
        <BackToSignIn />
      </Stack>
    </form>
  );
}

function LookIntoMailbox({ email }: { readonly email: string }) {
  return (
    <Stack>
      <PageTitle order={2} isOutcome>
        Look into your mailbox
      </PageTitle>
      <Text>
        If there is an account with <strong>{email}</strong>, a mail with a link is on its way to it. Open it in this
        browser. It works once, for ten minutes.
      </Text>
      <BackToSignIn />
    </Stack>
  );
}

function BackToSignIn() {
  return (
    <Anchor component={Link} to="/sign-in" size="sm" underline="always">
      Back to the sign-in form
    </Anchor>
  );
}
