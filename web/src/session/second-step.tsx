import { useMutation } from '@apollo/client/react';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { locateRefusal, parseProblem, type Refusal } from '../api/problem.ts';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Refused } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { words } from '../words/session.ts';
import { CodeField } from './code-field.tsx';
import { OtherProofs } from './other-proofs.tsx';
import { describePasskeyRefusal } from './passkeys.ts';
import { challengeOver } from './provider-words.ts';
import { beginSession } from './session-state.ts';
import { useLoginPasskey } from './use-login-passkey.ts';
import { useProof, type CodeMethod } from './use-proof.ts';
import { useSteps } from './use-steps.ts';

export const ChallengeFields = graphql(`
  fragment ChallengeFields on MfaChallenge {
    challenge
    methods
  }
`);

const CompleteSignIn = graphql(`
  mutation CompleteSignIn($input: CompleteMfaInput!) {
    completeMfa(input: $input) {
      user {
        id
      }
    }
  }
`);

interface SecondStepProps {
  /** What the first step has led to, whichever it was. */
  readonly challenge: FragmentType<typeof ChallengeFields>;
  /** The address that signs in, where the first step has told it: its passkeys are asked for then, no others. */
  readonly email?: string;
  readonly onSignedIn?: () => void;
  /** Leads back to the first step, which may say why. */
  readonly onStartOver: (notice?: string) => void;
}

/** The second step of a sign-in: a passkey, a code of the authenticator app, or one of those that stand in for both. */
export function SecondStep(props: SecondStepProps) {
  const { challenge: fragment, email, onSignedIn = beginSession, onStartOver } = props;
  const { challenge, methods } = unmask(ChallengeFields, fragment);
  const { method, code, setCode, others, switchTo } = useProof(methods);
  const step = { challenge, onSignedIn, onStartOver };

  return (
    <Stack>
      <PageTitle order={2}>{words.secondStep.title}</PageTitle>
      {method === undefined && <NoProof />}
      {method === 'PASSKEY' && <PasskeyStep {...step} email={email} />}
      {(method === 'TOTP' || method === 'BACKUP_CODE') && (
        // Another method is another form: what was said of a wrong code is not about the next one.
        <CodeStep key={method} {...step} method={method} code={code} onChange={setCode} />
      )}
      <OtherProofs methods={others} onSwitch={switchTo} />
      <Text size="sm">
        <Anchor component="button" type="button" underline="always" onClick={() => onStartOver()}>
          {words.secondStep.back}
        </Anchor>
      </Text>
    </Stack>
  );
}

interface StepProps {
  readonly challenge: string;
  readonly onSignedIn: () => void;
  readonly onStartOver: (notice?: string) => void;
}

function useCompletion({ onSignedIn, onStartOver }: StepProps) {
  return useMutation(CompleteSignIn, {
    fetchPolicy: 'no-cache',
    onCompleted: onSignedIn,
    onError: (refusal) => {
      if (parseProblem(refusal).reason === 'CHALLENGE_OVER') onStartOver(challengeOver);
    },
  });
}

interface CodeStepProps extends StepProps {
  readonly method: CodeMethod;
  readonly code: string;
  readonly onChange: (code: string) => void;
}

function CodeStep({ method, code, onChange, ...step }: CodeStepProps) {
  const [complete, { loading, error }] = useCompletion(step);
  const form = useInvalidFocus(error);
  const { at, form: refusal } = placeRefusal(error);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void complete({ variables: { input: { challenge: step.challenge, method, code } } });
  };

  return (
    <form ref={form} onSubmit={submit}>
      <Stack>
        <Refused>{refusal}</Refused>
        <CodeField method={method} value={code} error={at('input.code')} onChange={onChange} />
        <Button type="submit" loading={loading}>
          {words.secondStep.submit}
        </Button>
      </Stack>
    </form>
  );
}

/** A wrong code is told at its input, as is what is no code at all. */
function placeRefusal(error: unknown): Refusal<'input.code'> {
  const problem = error ? parseProblem(error) : undefined;
  if (problem?.code !== 'UNAUTHENTICATED') return locateRefusal(error, ['input.code']);
  return { at: () => problem.message, form: undefined };
}

function PasskeyStep({ email, ...step }: StepProps & { readonly email: string | undefined }) {
  const [complete] = useCompletion(step);
  const askPasskey = useLoginPasskey();
  const { run, loading, error } = useSteps(async () => {
    const passkey = await askPasskey(email);
    await complete({ variables: { input: { challenge: step.challenge, method: 'PASSKEY', passkey } } });
  });

  return (
    <Stack>
      <Text>{words.secondStep.passkey}</Text>
      <Refused>{describePasskeyRefusal(error)}</Refused>
      <Button autoFocus loading={loading} onClick={run}>
        {words.secondStep.usePasskey}
      </Button>
    </Stack>
  );
}

function NoProof() {
  return <Text>{words.secondStep.noPasskey}</Text>;
}
