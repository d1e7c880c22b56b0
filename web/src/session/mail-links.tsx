import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { graphql } from '../generated/gql.ts';
import { words } from '../words/session.ts';
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
      title={words.confirmChange.title}
      actionLabel={words.confirmChange.submit}
      mutation={ConfirmEmailChangeMutation}
      // With a session that has run out, this device would be signed out like the others.
      isReady={() => confirm().then(() => true)}
      outcomeTitle={words.confirmChange.done}
      outcome={({ confirmEmailChange }) => (
        <Text>
          {words.confirmChange.doneText(
            confirmEmailChange ? <strong>{confirmEmailChange.email}</strong> : words.confirmChange.newAddress,
          )}
        </Text>
      )}
    >
      <Text>{words.confirmChange.text}</Text>
    </LinkPage>
  );
}

/** From the mail that tells the old address of a change under way. */
export function CancelEmailChange() {
  return (
    <LinkPage
      path="/cancel-email-change"
      title={words.cancelChange.title}
      actionLabel={words.cancelChange.submit}
      mutation={CancelEmailChangeMutation}
      outcomeTitle={words.cancelChange.done}
      outcome={() => <Text>{changePasswordToo}</Text>}
    >
      <Text>{words.cancelChange.text}</Text>
    </LinkPage>
  );
}

/** From the mail that tells the old address that it was changed. */
export function RevertEmailChange() {
  return (
    <LinkPage
      path="/revert-email-change"
      title={words.revertChange.title}
      actionLabel={words.revertChange.submit}
      mutation={RevertEmailChangeMutation}
      outcomeTitle={words.revertChange.done}
      outcome={() => <Text>{words.revertChange.doneText}</Text>}
    >
      <Text>{words.revertChange.text}</Text>
    </LinkPage>
  );
}

/** From every mail that tells of something another person might have done. */
export function ThisWasNotMe() {
  return (
    <LinkPage
      path="/this-was-not-me"
      title={words.notMe.title}
      actionLabel={words.notMe.submit}
      mutation={EndSessionsMutation}
      outcomeTitle={words.notMe.done}
      outcome={() => <Text>{changePasswordToo}</Text>}
    >
      <Text>{words.notMe.text}</Text>
    </LinkPage>
  );
}

const changePasswordToo = words.notMe.passwordToo(
  <Anchor component={Link} to="/forgot-password" underline="always">
    {words.newPasswordLink}
  </Anchor>,
);
