import { useMutation } from '@apollo/client/react';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { useSessionEnd } from '../session/use-session-end.ts';
import { useViewer } from '../session/viewer.ts';
import { Refused } from '../shell/states.tsx';
import { words } from '../words/account.ts';
import classes from './account.module.css';
import { Section } from './section.tsx';

const DeleteAccountMutation = graphql(`
  mutation DeleteAccount($confirmEmail: String!) {
    deleteAccount(confirmEmail: $confirmEmail)
  }
`);

/** Deletes the account, for whoever types its address. */
export function DeleteAccount() {
  const { email } = useViewer();
  const endSession = useSessionEnd();
  const [typed, setTyped] = useState('');
  const [isMismatch, setIsMismatch] = useState(false);
  const [deleteAccount, { loading, error }] = useMutation(DeleteAccountMutation, {
    fetchPolicy: 'no-cache',
    onCompleted: () => endSession(words.delete.done),
  });
  const { at, form: refusal } = locateRefusal(error, ['confirmEmail']);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // Said before the password is asked for.
    const isOurs = typed.trim().toLowerCase() === email;
    setIsMismatch(!isOurs);
    if (isOurs) void deleteAccount({ variables: { confirmEmail: typed } });
  };

  return (
    <Section title={words.delete.title}>
      <Text size="sm">{words.delete.text}</Text>
      <form className={classes.form} onSubmit={submit}>
        <Stack>
          <Refused>{refusal}</Refused>
          <TextInput
            label={words.delete.address}
            description={email}
            type="email"
            autoComplete="off"
            required
            value={typed}
            error={isMismatch ? words.delete.mismatch : at('confirmEmail')}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" color="red" loading={loading}>
              {words.delete.submit}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
