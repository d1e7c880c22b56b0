import { graphql } from '../generated/gql.ts';
import { words } from '../words/session.ts';
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
      title={words.forgot.title}
      intro={words.forgot.intro}
      submitLabel={words.forgot.submit}
      advice={words.forgot.advice}
    />
  );
}
