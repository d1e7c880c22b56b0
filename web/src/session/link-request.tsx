import type { TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { Link, useLocation } from 'react-router';
import { locateRefusal } from '../api/problem.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Refused } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { words } from '../words/session.ts';
import { EmailInput } from './email-input.tsx';

interface LinkRequestProps<Answer> {
  readonly mutation: TypedDocumentNode<Answer, { email: string }>;
  readonly title: string;
  /** What the link is for. */
  readonly intro: string;
  readonly submitLabel: string;
  /** What to know of a link that is on its way. */
  readonly advice: string;
}

/** Asks for a mail with a link. The answer is the same for every address. */
export function LinkRequest<Answer>({ mutation, title, intro, submitLabel, advice }: LinkRequestProps<Answer>) {
  const typedBefore: unknown = useLocation().state?.email;
  const [email, setEmail] = useState(typeof typedBefore === 'string' ? typedBefore : '');
  const [request, { data, loading, error }] = useMutation(mutation, { fetchPolicy: 'no-cache' });
  const form = useInvalidFocus(error);
  const { at, form: refusal } = locateRefusal(error, ['email']);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void request({ variables: { email } });
  };

  if (data) return <LookIntoMailbox email={email} advice={advice} />;
  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        <PageTitle order={2}>{title}</PageTitle>
        <Text>{intro}</Text>
        <Refused>{refusal}</Refused>
        <EmailInput value={email} error={at('email')} onChange={setEmail} />
        <Button type="submit" loading={loading}>
          {submitLabel}
        </Button>
        {backToSignIn}
      </Stack>
    </form>
  );
}

interface LookIntoMailboxProps {
  readonly email: string;
  readonly advice: string;
}

function LookIntoMailbox({ email, advice }: LookIntoMailboxProps) {
  return (
    <Stack>
      <PageTitle order={2} isOutcome>
        {words.mailbox.title}
      </PageTitle>
      <Text>{words.mailbox.sent(<strong>{email}</strong>, advice)}</Text>
      {backToSignIn}
    </Stack>
  );
}

const backToSignIn = (
  <Anchor component={Link} to="/sign-in" size="sm" underline="always">
    {words.mailbox.back}
  </Anchor>
);
