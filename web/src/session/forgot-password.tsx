import { graphql } from '../generated/gql.ts';
import { LinkRequest } from './link-request.tsx';

const RequestReset = graphql(`
  mutation RequestReset($email: String!) {
    requestPasswordReset(email: $email)
  }
`);

/** Asks for a mail with a link to a new password. */
export function ForgotPassword() {
  return (
    <LinkRequest
      mutation={RequestReset}
      title="Forgot your password?"
      intro="We send you a link to set a new one."
      submitLabel="Send the link"
      advice="The link works for half an hour."
    />
  );
}
