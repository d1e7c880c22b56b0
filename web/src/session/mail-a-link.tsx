import { graphql } from '../generated/gql.ts';
import { LinkRequest } from './link-request.tsx';

const RequestMagicLink = graphql(`
  mutation RequestMagicLink($email: String!) {
    requestMagicLink(email: $email)
  }
`);

/** Asks for a mail with a link to sign in. */
export function MailALink() {
  return (
    <LinkRequest
      mutation={RequestMagicLink}
      title="Sign in by a link"
      intro="We mail you a link that signs you in, without a password."
      submitLabel="Mail me the link"
      advice="Open it in this browser. It works once, for ten minutes."
    />
  );
}
