import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { Failure, Loading } from '../shell/states.tsx';
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
          ← Back to the link
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
      title="Confirm your e-mail address"
      actionLabel="Confirm the address"
      mutation={VerifyEmailMutation}
      isReady={confirm}
      outcomeTitle="Your address is confirmed"
      outcome={({ verifyEmail }) => <Outcome isSignedIn={!isNobody} hasPassword={verifyEmail?.hasPassword ?? true} />}
    >
      {viewer ? (
        <Text>
          You are signed in as <strong>{viewer.email}</strong>. If the mail is about another account of yours, sign in
          to that one first: it would lose its password.
        </Text>
      ) : (
        <SignedOutAdvice onSignIn={() => setIsSigningIn(true)} />
      )}
    </LinkPage>
  );
}

function SignedOutAdvice({ onSignIn }: { readonly onSignIn: () => void }) {
  return (
    <>
      <Text>
        Nobody is signed in here. If you have just opened the account and were told to look into your mailbox, go on.
      </Text>
      <Text>
        If you use the account already, sign in first, then confirm. Otherwise its password is removed and its devices
        are signed out: as far as we can tell, somebody else may have set it.
      </Text>
      <Button variant="default" onClick={onSignIn}>
        Sign in first
      </Button>
    </>
  );
}

interface OutcomeProps {
  readonly isSignedIn: boolean;
  readonly hasPassword: boolean;
}

function Outcome({ isSignedIn, hasPassword }: OutcomeProps) {
  if (isSignedIn) return <Text>Thank you.</Text>;
  if (hasPassword) return <Text>Thank you. You can sign in now.</Text>;
  return (
    <Text>
      Thank you. Your account has no password: if one was set before, it is removed. Sign in another way, or{' '}
      <Anchor component={Link} to="/forgot-password" underline="always">
        set a new one
      </Anchor>
      .
    </Text>
  );
}
