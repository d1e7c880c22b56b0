import { useApolloClient } from '@apollo/client/react';
import { graphql } from '../generated/gql.ts';
import { proveByPasskey } from './passkeys.ts';

const PasskeyLoginOptions = graphql(`
  mutation PasskeyLoginOptions($email: String) {
    passkeyLoginOptions(email: $email)
  }
`);

/**
 * Has a passkey prove who signs in: one of the address, or whichever the browser has.
 * @returns a function whose answer is for `loginWithPasskey` or `completeMfa`; it rejects where there is none
 */
export function useLoginPasskey() {
  const client = useApolloClient();
  return (email?: string) => {
    const asked = client.mutate({ mutation: PasskeyLoginOptions, variables: { email }, fetchPolicy: 'no-cache' });
    return proveByPasskey(asked.then(({ data }) => data?.passkeyLoginOptions));
  };
}
