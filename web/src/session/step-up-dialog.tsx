import { useApolloClient, useMutation, useReactiveVar } from '@apollo/client/react';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import { locateRefusal } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import type { MfaMethod } from '../generated/graphql.ts';
import { Dialog, takeFocusOfDialog } from '../shell/dialog.tsx';
import { Refused } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { words } from '../words/session-proof.ts';
import { AccountName } from './change-password-form.tsx';
import { CodeField } from './code-field.tsx';
import { OtherProofs } from './other-proofs.tsx';
import { describePasskeyRefusal, proveByPasskey } from './passkeys.ts';
import { PasswordField } from './password-field.tsx';
import { ProviderQuestion } from './provider-question.tsx';
import { stepUpQuestion } from './step-up.ts';
import { useProof, type CodeMethod } from './use-proof.ts';
import { useSteps } from './use-steps.ts';
import { useViewer } from './viewer.ts';

const StepUp = graphql(`
  mutation StepUp($input: StepUpInput!) {
    stepUp(input: $input) {
      accessTokenExpiresAt
    }
  }
`);

const PasskeyStepUpOptions = graphql(`
  mutation PasskeyStepUpOptions {
    passkeyStepUpOptions
  }
`);

/** Asks for a proof of who it is wherever an operation waits for it. */
export function StepUpDialog() {
  const question = useReactiveVar(stepUpQuestion);
  const cancel = () => question?.answer(false);

  // Whoever leaves the account's pages answers nothing any more.
  useEffect(() => () => stepUpQuestion()?.answer(false), []);

  return (
    <Dialog isOpen={question !== undefined} title={words.stepUp.title} onClose={cancel}>
      {question && <Question methods={question.methods} onProven={() => question.answer(true)} onCancel={cancel} />}
    </Dialog>
  );
}

interface QuestionProps {
  readonly onProven: () => void;
  readonly onCancel: () => void;
}

/** Asks for the first of the account's methods that this browser can ask for. */
function Question({ methods, ...rest }: QuestionProps & { readonly methods: readonly string[] }) {
  const { hasPassword } = useViewer();
  const factors = factorsOf(methods);
  if (factors.length > 0) return <FactorQuestion methods={factors} {...rest} />;
  const isByProvider = methods.includes('OAUTH');
  if (isByProvider)
    return <ProviderQuestion onCancel={rest.onCancel} fallback={<NoPassword onCancel={rest.onCancel} />} />;
  return hasPassword ? <PasswordQuestion {...rest} /> : <NoPassword onCancel={rest.onCancel} />;
}

/** The server names no codes that stand in for the others; it takes them as well, as signing in does. */
function factorsOf(methods: readonly string[]): readonly MfaMethod[] {
  const factors = (['PASSKEY', 'TOTP'] as const).filter((method) => methods.includes(method));
  return factors.length > 0 ? [...factors, 'BACKUP_CODE'] : [];
}

function FactorQuestion({ methods, ...rest }: QuestionProps & { readonly methods: readonly MfaMethod[] }) {
  const { method = 'BACKUP_CODE', code, setCode, others, switchTo } = useProof(methods);
  const otherProofs = <OtherProofs methods={others} onSwitch={switchTo} />;
  if (method === 'PASSKEY') return <PasskeyQuestion {...rest}>{otherProofs}</PasskeyQuestion>;
  return (
    // Another method is another form: what was said of a wrong code is not about the next one.
    <CodeQuestion key={method} {...rest} method={method} code={code} onChange={setCode}>
      {otherProofs}
    </CodeQuestion>
  );
}

function PasskeyQuestion({ onProven, onCancel, children }: QuestionProps & { readonly children: ReactNode }) {
  const client = useApolloClient();
  const { run, loading, error } = useSteps(async () => {
    const asked = client.mutate({ mutation: PasskeyStepUpOptions, fetchPolicy: 'no-cache' });
    const passkey = await proveByPasskey(asked.then(({ data }) => data?.passkeyStepUpOptions));
    await client.mutate({ mutation: StepUp, variables: { input: { passkey } }, fetchPolicy: 'no-cache' });
    onProven();
  });

  return (
    <Stack>
      <Text>{words.stepUp.passkey}</Text>
      <Refused>{describePasskeyRefusal(error)}</Refused>
      {children}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {words.stepUp.cancel}
        </Button>
        <Button ref={takeFocusOfDialog} autoFocus loading={loading} onClick={run}>
          {words.stepUp.usePasskey}
        </Button>
      </Group>
    </Stack>
  );
}

interface CodeQuestionProps extends QuestionProps {
  readonly method: CodeMethod;
  readonly code: string;
  readonly children: ReactNode;
  readonly onChange: (code: string) => void;
}

function CodeQuestion({ method, code, children, onChange, onProven, onCancel }: CodeQuestionProps) {
  const [stepUp, { loading, error }] = useMutation(StepUp, { fetchPolicy: 'no-cache', onCompleted: onProven });
  const form = useInvalidFocus(error);
  const { at, form: refusal } = locateRefusal(error, ['input.code']);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void stepUp({ variables: { input: { code } } });
  };

  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        <Text>{words.stepUp.code}</Text>
        <Refused>{refusal}</Refused>
        <CodeField method={method} value={code} error={at('input.code')} onChange={onChange} />
        {children}
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
        <Text>{words.stepUp.password}</Text>
        <Refused>{refusal}</Refused>
        <AccountName email={email} />
        <PasswordField
          label={words.stepUp.passwordLabel}
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
        {words.stepUp.cancel}
      </Button>
      <Button type="submit" loading={loading}>
        {words.stepUp.goOn}
      </Button>
    </Group>
  );
}

function NoPassword({ onCancel }: Pick<QuestionProps, 'onCancel'>) {
  const { email } = useViewer();
  return (
    <Stack>
      <Text>
        {words.stepUp.noPassword(
          <Anchor component={Link} to="/forgot-password" state={{ email }} underline="always">
            {words.stepUp.mailLink}
          </Anchor>,
        )}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {words.stepUp.close}
        </Button>
      </Group>
    </Stack>
  );
}
