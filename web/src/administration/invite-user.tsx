import { useMutation } from '@apollo/client/react';
import { Button, Paper, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { Done, Refused } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { words } from '../words/administration.ts';
import classes from './administration.module.css';

const InviteUserDocument = graphql(`
  mutation InviteUser($email: String!) {
    inviteUser(email: $email)
  }
`);

/** Mails somebody a link to open an account. */
export function InviteUser() {
  const [email, setEmail] = useState('');
  const [invited, setInvited] = useState<string>();
  const [invite, { loading, error }] = useMutation(InviteUserDocument, {
    onCompleted: () => {
      setInvited(email);
      setEmail('');
    },
  });
  const form = useInvalidFocus(error);
  const { at, form: refusal } = locateRefusal(error, ['email']);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setInvited(undefined);
    void invite({ variables: { email } }).catch(() => undefined);
  };

  return (
    <Paper withBorder component="section" className={classes.panel} aria-label={words.invite.title}>
      <form ref={form} className={classes.form} onSubmit={submit}>
        <TextInput
          label={words.invite.title}
          description={words.invite.hint}
          placeholder={words.invite.example}
          type="email"
          autoComplete="off"
          className={classes.field ?? ''}
          required
          withAsterisk={false}
          value={email}
          error={at('email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={loading}>
          {words.invite.submit}
        </Button>
      </form>
      <Refused>{refusal}</Refused>
      <Done>{invited && words.invite.done(invited)}</Done>
    </Paper>
  );
}
