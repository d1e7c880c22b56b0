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
import { CodeField, OtherCode } from './code-field.tsx';
import { PasswordField } from './password-field.tsx';
import { stepUpQuestion } from './step-up.ts';
import { useCode } from './use-code.ts';
import { useViewer } from './viewer.ts';

const StepUp = graphql(`
  mutation StepUp($input: StepUpInput!) {
    stepUp(input: $input) {
      accessTokenExpiresAt
    }
  }
`);

/** Asks for a proof of who it is wherever an operation waits for it. */
export function StepUpDialog() {
  const question = useReactiveVar(stepUpQuestion);
  const cancel = () => question?.answer(false);

  // Whoever leaves the account's pages answers nothing any more.
  useEffect(() => () => stepUpQuestion()?.answer(false), []);

  return (
    <Dialog isOpen={question !== undefined} title="Is it still you?" onClose={cancel}>
      {question && <Question methods={question.methods} onProven={() => question.answer(true)} onCancel={cancel} />}
    </Dialog>
  );
}

interface QuestionProps {
  readonly onProven: () => void;
  readonly onCancel: () => void;
}

/** Asks for the first of the account's methods that this client can ask for. */
function Question({ methods, ...rest }: QuestionProps & { readonly methods: readonly string[] }) {
  const { hasPassword } = useViewer();
  if (methods.includes('TOTP')) return <CodeQuestion {...rest} />;
  return hasPassword ? <PasswordQuestion {...rest} /> : <NoPassword onCancel={rest.onCancel} />;
}

// The server names the app alone; it takes the codes that stand in for it as well, as signing in does.
const codeMethods = ['TOTP', 'BACKUP_CODE'] as const;

function CodeQuestion({ onProven, onCancel }: QuestionProps) {
  const { method, code, setCode, switchMethod } = useCode(codeMethods);
  const [stepUp, { loading, error, reset }] = useMutation(StepUp, {
    fetchPolicy: 'no-cache',
    onCompleted: onProven,
  });
  const form = useInvalidFocus(error);
  const { at, form: refusal } = locateRefusal(error, ['input.code']);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void stepUp({ variables: { input: { code } } });
  };
  const useOther = () => {
    reset();
    switchMethod?.();
  };

  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        <Text>You signed in a while ago. This step needs a code once more.</Text>
        <Refused>{refusal}</Refused>
        <CodeField method={method} value={code} error={at('input.code')} onChange={setCode} />
        <OtherCode method={method} onSwitch={useOther} />
        <Answers loading={loading} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

function PasswordQuestion({ onProven, onCancel }: QuestionProps) {
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
        <Answers loading={loading} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

interface AnswersProps {
  readonly loading: boolean;
  readonly onCancel: () => void;
}

function Answers({ loading, onCancel }: AnswersProps) {
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        Cancel
      </Button>
      <Button type="submit" loading={loading}>
        Go on
      </Button>
    </Group>
  );
}

function NoPassword({ onCancel }: Pick<QuestionProps, 'onCancel'>) {
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
