import { useMutation, useReactiveVar } from '@apollo/client/react';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { Link, useLocation } from 'react-router';
import { describeProblem, parseProblem } from '../api/problem.ts';
import { graphql } from '../generated/gql.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Done, Refused } from '../shell/states.tsx';
import { words } from '../words/session.ts';
import { EmailInput } from './email-input.tsx';
import { PasskeySignIn } from './passkey-sign-in.tsx';
import { PasswordField } from './password-field.tsx';
import { providerChallenge, useProviderReturn } from './provider-return.ts';
import { ProviderSecondStep } from './provider-second-step.tsx';
import { ProviderSignIn } from './provider-sign-in.tsx';
import { describeProviderReturn } from './provider-words.ts';
import { ResendVerification } from './resend-verification.tsx';
import { SecondStep } from './second-step.tsx';
import { beginSession } from './session-state.ts';

const SignInMutation = graphql(`
  mutation SignIn($input: LoginInput!) {
    login(input: $input) {
      ... on AuthSession {
        user {
          id
        }
      }
      ... on MfaChallenge {
        ...ChallengeFields
      }
    }
  }
`);

function describeRefusal(error: unknown) {
  if (!error) return undefined;
  const problem = parseProblem(error);
  if (problem.code === 'UNAUTHENTICATED') return words.signIn.wrong;
  if (problem.reason === 'EMAIL_NOT_VERIFIED') {
    return words.signIn.unconfirmed;
  }
  return describeProblem(problem);
}

/** Why somebody has to start, or to start over. */
function useStartNotice() {
  // A page that was loaded anew by a provider's way back says nothing to screen readers by itself.
  const returned = useProviderReturn();
  const failure = returned && describeProviderReturn(returned, { isSignedIn: false });
  const [startNotice, setStartNotice] = useState(failure);
  return { startNotice, setStartNotice, isBackFromProvider: failure !== undefined };
}

/** Sign-in with e-mail and password, and a second step where the account has one; or by a passkey, link or provider. */
export function SignIn() {
  // Why somebody was led here, from the page that did.
  const notice: unknown = useLocation().state?.notice;
  const { startNotice, setStartNotice, isBackFromProvider } = useStartNotice();
  const byProvider = useReactiveVar(providerChallenge);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [signIn, { data, loading, error, reset }] = useMutation(SignInMutation, {
    fetchPolicy: 'no-cache',
    onCompleted: ({ login }) => {
      if (login && 'user' in login) beginSession();
      // Nobody who comes to this screen in the middle of a sign-in finds it in the form.
      setPassword('');
    },
  });
  const isUnconfirmed = error && parseProblem(error).reason === 'EMAIL_NOT_VERIFIED';

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setStartNotice(undefined);
    void signIn({ variables: { input: { email, password } } });
  };
  const startOver = (reason?: string) => {
    setStartNotice(reason);
    reset();
  };

  if (byProvider) return <ProviderSecondStep {...byProvider} />;
  if (data?.login && !('user' in data.login)) {
    return <SecondStep challenge={data.login} email={email} onStartOver={startOver} />;
  }
  return (
    <Stack>
      <form onSubmit={submit}>
        <Stack>
          <PageTitle order={2} isOutcome={isBackFromProvider}>
            {words.signIn.title}
          </PageTitle>
          <Done>{typeof notice === 'string' ? notice : null}</Done>
          <Refused>{startNotice ?? describeRefusal(error)}</Refused>
          {isUnconfirmed && <ResendVerification email={email} />}
          <EmailInput value={email} onChange={setEmail} />
          <PasswordField
            label={words.signIn.password}
            autoComplete="current-password"
            value={password}
            error={undefined}
            onChange={setPassword}
          />
          <Button type="submit" loading={loading}>
            {words.signIn.submit}
          </Button>
        </Stack>
      </form>
      <PasskeySignIn />
      <ProviderSignIn />
      <Button component={Link} to="/mail-a-link" state={{ email }} variant="default">
        {words.signIn.byLink}
      </Button>
      <Text size="sm">
        <Anchor component={Link} to="/forgot-password" state={{ email }} underline="always">
          {words.signIn.forgot}
        </Anchor>
      </Text>
      <Text size="sm">
        {words.signIn.isNew(
          <Anchor component={Link} to="/sign-up" underline="always">
            {words.signIn.openAccount}
          </Anchor>,
        )}
      </Text>
    </Stack>
  );
}
