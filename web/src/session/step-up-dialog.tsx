import { useMutation, useReactiveVar } from '@apollo/client/react';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { Dialog } from '../shell/dialog.tsx';
import { Refused } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { AccountName } from './change-password-form.tsx';
import { PasswordField } from './password-field.tsx';
import { stepUpQuestion } from './step-up.ts';
import { useViewer } from './viewer.ts';

const StepUp = graphql(`
  mutation StepUp($input: StepUpInput!) {
    stepUp(input: $input) {
      accessTokenExpiresAt
    }
  }
`);

/** Asks for the password wherever an operation waits for it. */
export function StepUpDialog() {
  const question = useReactiveVar(stepUpQuestion);
  const { hasPassword } = useViewer();
  const cancel = () => question?.answer(false);

  // Whoever leaves the account's pages answers nothing any more.
  useEffect(() => () => stepUpQuestion()?.answer(false), []);

  return (
    <Dialog isOpen={question !== undefined} title="Is it still you?" onClose={cancel}>
      {question &&
        (hasPassword ? (
          <PasswordQuestion onProven={() => question.answer(true)} onCancel={cancel} />
        ) : (
          <NoPassword onCancel={cancel} />
        ))}
    </Dialog>
  );
}

interface PasswordQuestionProps {
  readonly onProven: () => void;
  readonly onCancel: () => void;
}

function PasswordQuestion({ onProven, onCancel }: PasswordQuestionProps) {
  const { email } = useViewer();
  const [password, setPassword] = useState('');
  const [stepUp, { loading, error }] = useMutation(StepUp, { fetchPolicy: 'no-cache', onCompleted: onProven });
  const form = useInvalidFocus(error);
  const { at, form: refusal } = locateRefusal(error, ['input.password']);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void stepUp({ variables: { input: { password } } });
  };

  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        <Text>You signed in a while ago. This step needs your password once more.</Text>
        <Refused>{refusal}</Refused>
        <AccountName email={email} />
        <PasswordField
          label="Password"
          autoComplete="current-password"
          autoFocus
          value={password}
          error={at('input.password')}
          onChange={setPassword}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={loading}>
            Go on
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function NoPassword({ onCancel }: { readonly onCancel: () => void }) {
  const { email } = useViewer();
  return (
    <Stack>
      <Text>
        You signed in a while ago, and your account has no password to ask for. To go on,{' '}
        <Anchor component={Link} to="/forgot-password" state={{ email }} underline="always">
          have a link mailed to set a password
        </Anchor>
        .
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Close
        </Button>
      </Group>
    </Stack>
  );
}
