import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { Failure, Loading } from '../shell/states.tsx';
import { words } from '../words/session.ts';
import { LinkPage } from './link-page.tsx';
import { SignIn } from './sign-in.tsx';
import { useWhoIsHere } from './use-who-is-here.ts';

const VerifyEmailMutation = graphql(`
  mutation VerifyEmail($token: String!) {
    verifyEmail(token: $token) {
      id
      email
      hasPassword
    }
  }
`);

/**
 * Confirms an address. Done signed out, it removes a password that was in use before: whoever set it may be somebody else
 * than who reads the mail. So the owner of both is asked to sign in first.
 */
export function VerifyEmail() {
  const { viewer, isNobody, error, retry, confirm } = useWhoIsHere();
  const [isSigningIn, setIsSigningIn] = useState(false);

  if (isSigningIn && isNobody) {
    return (
      <Stack align="flex-start">
        <Button variant="subtle" size="compact-sm" onClick={() => setIsSigningIn(false)}>
          {words.verify.back}
        </Button>
        <SignIn />
      </Stack>
    );
  }
  if (error) return <Failure error={error} onRetry={retry} />;
  if (!viewer && !isNobody) return <Loading />;
  return (
    <LinkPage
      path="/verify-email"
      title={words.verify.title}
      actionLabel={words.verify.submit}
      mutation={VerifyEmailMutation}
      isReady={confirm}
      outcomeTitle={words.verify.done}
      outcome={({ verifyEmail }) => <Outcome isSignedIn={!isNobody} hasPassword={verifyEmail?.hasPassword ?? true} />}
    >
      {viewer ? (
        <Text>{words.verify.somebodyHere(<strong>{viewer.email}</strong>)}</Text>
      ) : (
        <SignedOutAdvice onSignIn={() => setIsSigningIn(true)} />
      )}
    </LinkPage>
  );
}

function SignedOutAdvice({ onSignIn }: { readonly onSignIn: () => void }) {
  return (
    <>
      <Text>{words.verify.nobodyHere}</Text>
      <Text>{words.verify.advice}</Text>
      <Button variant="default" onClick={onSignIn}>
        {words.verify.signIn}
      </Button>
    </>
  );
}

interface OutcomeProps {
  readonly isSignedIn: boolean;
  readonly hasPassword: boolean;
}

function Outcome({ isSignedIn, hasPassword }: OutcomeProps) {
  if (isSignedIn) return <Text>{words.verify.thanks}</Text>;
  if (hasPassword) return <Text>{words.verify.thanksSignIn}</Text>;
  return (
    <Text>
      {words.verify.thanksNoPassword(
        <Anchor component={Link} to="/forgot-password" underline="always">
          {words.newPasswordLink}
        </Anchor>,
      )}
    </Text>
  );
}
