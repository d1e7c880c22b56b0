import { graphql } from '../generated/gql.ts';
import { words } from '../words/session.ts';
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
      title={words.mailALink.title}
      intro={words.mailALink.intro}
      submitLabel={words.mailALink.submit}
      advice={words.mailALink.advice}
    />
  );
}
