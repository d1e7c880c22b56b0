import { useMutation } from '@apollo/client/react';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { locateRefusal, parseProblem, type Refusal } from '../api/problem.ts';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Refused } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { CodeField, OtherCode } from './code-field.tsx';
import { beginSession } from './session-state.ts';
import { useCode } from './use-code.ts';

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
  /** Leads back to the first step, which may say why. */
  readonly onStartOver: (notice?: string) => void;
}

/** The second step of a sign-in: a code of the authenticator app, or one of those that stand in for it. */
export function SecondStep({ challenge: fragment, onStartOver }: SecondStepProps) {
  const { challenge, methods } = unmask(ChallengeFields, fragment);
  const { method, code, setCode, switchMethod } = useCode(methods);
  const [complete, { loading, error, reset }] = useMutation(CompleteSignIn, {
    fetchPolicy: 'no-cache',
    onCompleted: beginSession,
    onError: (refusal) => {
      if (parseProblem(refusal).reason === 'CHALLENGE_OVER')
        onStartOver('That took too long, or too many tries. Sign in once more.');
    },
  });
  const form = useInvalidFocus(error);
  const { at, form: refusal } = placeRefusal(error);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void complete({ variables: { input: { challenge, method, code } } });
  };

  return (
    <Stack>
      <form ref={form} onSubmit={submit}>
        <Stack>
          <PageTitle order={2}>One more step</PageTitle>
          <Refused>{refusal}</Refused>
          <CodeField method={method} value={code} error={at('input.code')} onChange={setCode} />
          <Button type="submit" loading={loading}>
            Sign in
          </Button>
        </Stack>
      </form>
      <OtherCode
        method={method}
        onSwitch={
          switchMethod &&
          (() => {
            reset();
            switchMethod();
          })
        }
      />
      <Text size="sm">
        <Anchor component="button" type="button" underline="always" onClick={() => onStartOver()}>
          Back to the first step
        </Anchor>
      </Text>
    </Stack>
  );
}

/** A wrong code is told at its input, as is what is no code at all. */
function placeRefusal(error: unknown): Refusal<'input.code'> {
  const problem = error ? parseProblem(error) : undefined;
  if (problem?.code !== 'UNAUTHENTICATED') return locateRefusal(error, ['input.code']);
  return { at: () => problem.message, form: undefined };
}
