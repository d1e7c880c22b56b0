import { useMutation } from '@apollo/client/react';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { ResendVerification } from '../session/resend-verification.tsx';
import { useViewer } from '../session/viewer.ts';
import { Done, Refused } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { words } from '../words/account.ts';
import classes from './account.module.css';
import { Section } from './section.tsx';

const RequestEmailChange = graphql(`
  mutation RequestEmailChange($newEmail: String!) {
    requestEmailChange(newEmail: $newEmail)
  }
`);

/** The address: whether it is confirmed, and its change. */
export function EmailAddress() {
  const { email, emailVerified } = useViewer();
  return (
    <Section title={words.email.title}>
      <Text>
        <strong>{email}</strong>{' '}
        <span className={emailVerified ? classes.good : classes.fair}>
          {emailVerified ? words.email.confirmed : words.email.unconfirmed}
        </span>
      </Text>
      {!emailVerified && (
        <>
          <Text size="sm">{words.email.unconfirmedText}</Text>
          <ResendVerification email={email} />
        </>
      )}
      <EmailChange />
    </Section>
  );
}

function EmailChange() {
  const { email } = useViewer();
  const [newEmail, setNewEmail] = useState('');
  const [askedFor, setAskedFor] = useState<string>();
  const [requestChange, { loading, error }] = useMutation(RequestEmailChange, {
    fetchPolicy: 'no-cache',
    onCompleted: () => {
      setAskedFor(newEmail);
      setNewEmail('');
    },
  });
  const form = useInvalidFocus(error);
  const { at, form: refusal } = locateRefusal(error, ['newEmail']);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAskedFor(undefined);
    void requestChange({ variables: { newEmail } });
  };

  return (
    <form ref={form} className={classes.form} onSubmit={submit}>
      <Stack align="stretch">
        <Refused>{refusal}</Refused>
        <TextInput
          label={words.email.new}
          type="email"
          autoComplete="email"
          required
          value={newEmail}
          error={at('newEmail')}
          onChange={(event) => setNewEmail(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="default" loading={loading}>
            {words.email.submit}
          </Button>
        </div>
        <Done>{askedFor && words.email.sent(askedFor, email)}</Done>
      </Stack>
    </form>
  );
}
