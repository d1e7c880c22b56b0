import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { LinkPage } from './link-page.tsx';
import { useWhoIsHere } from './use-who-is-here.ts';

const ConfirmEmailChangeMutation = graphql(`
  mutation ConfirmEmailChange($token: String!) {
    confirmEmailChange(token: $token) {
      id
      email
    }
  }
`);

const CancelEmailChangeMutation = graphql(`
  mutation CancelEmailChange($token: String!) {
    cancelEmailChange(token: $token)
  }
`);

const RevertEmailChangeMutation = graphql(`
  mutation RevertEmailChange($token: String!) {
    revertEmailChange(token: $token)
  }
`);

const EndSessionsMutation = graphql(`
  mutation EndSessions($token: String!) {
    endSessionsByToken(token: $token)
  }
`);

/** From the mail to the new address. */
export function ConfirmEmailChange() {
  const { confirm } = useWhoIsHere();
  return (
    <LinkPage
      path="/confirm-email-change"
      title="Use this address from now on?"
      actionLabel="Use the new address"
      mutation={ConfirmEmailChangeMutation}
      // With a session that has run out, this device would be signed out like the others.
      isReady={() => confirm().then(() => true)}
      outcomeTitle="Your address is changed"
      outcome={({ confirmEmailChange }) => (
        <Text>
          Sign in with {confirmEmailChange ? <strong>{confirmEmailChange.email}</strong> : 'the new address'} from now
          on.
        </Text>
      )}
    >
      <Text>
        You sign in with the address that this mail was sent to, and mails go there. All other devices are signed out.
      </Text>
    </LinkPage>
  );
}

/** From the mail that tells the old address of a change under way. */
export function CancelEmailChange() {
  return (
    <LinkPage
      path="/cancel-email-change"
      title="Keep your address?"
      actionLabel="Keep my address"
      mutation={CancelEmailChangeMutation}
      outcomeTitle="Your address stays"
      outcome={() => <Text>{changePasswordToo}</Text>}
    >
      <Text>Somebody who was signed in to your account asked for another address. This calls it off.</Text>
    </LinkPage>
  );
}

/** From the mail that tells the old address that it was changed. */
export function RevertEmailChange() {
  return (
    <LinkPage
      path="/revert-email-change"
      title="Take your address back?"
      actionLabel="Take my address back"
      mutation={RevertEmailChangeMutation}
      outcomeTitle="Your address is back"
      outcome={() => <Text>We have mailed you a link to set a new password. Sign in with that one.</Text>}
    >
      <Text>
        Your account gets the address back that this mail was sent to. Its password is removed, as somebody else may
        know it, and every device is signed out.
      </Text>
    </LinkPage>
  );
}

/** From every mail that tells of something another person might have done. */
export function ThisWasNotMe() {
  return (
    <LinkPage
      path="/this-was-not-me"
      title="This was not you?"
      actionLabel="Sign all devices out"
      mutation={EndSessionsMutation}
      outcomeTitle="All devices are signed out"
      outcome={() => <Text>{changePasswordToo}</Text>}
    >
      <Text>Then somebody else may be in your account. This signs every device out, this one too.</Text>
    </LinkPage>
  );
}

const changePasswordToo = (
  <>
    Somebody may know your password:{' '}
    <Anchor component={Link} to="/forgot-password" underline="always">
      set a new one
    </Anchor>
    .
  </>
);
