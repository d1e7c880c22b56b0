import { useMutation } from '@apollo/client/react';
import { graphql } from '../generated/gql.ts';
import { useSessionEnd } from './use-session-end.ts';

const SignOut = graphql(`
  mutation SignOut {
    logout
  }
`);

/** Signs this session out. */
export function useSignOut() {
  const endSession = useSessionEnd();
  const [signOut, { error }] = useMutation(SignOut, { fetchPolicy: 'no-cache', onCompleted: () => endSession() });
  return { signOut: () => void signOut(), error };
}
