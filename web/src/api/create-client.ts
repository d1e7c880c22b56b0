import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { graphql } from '../generated/gql.ts';
import { isSignedOut } from '../session/session-state.ts';
import { parseProblem } from './problem.ts';
import { createSessionLink } from './session-link.ts';

const RenewSession = graphql(`
  mutation RenewSession {
    refreshSession {
      accessTokenExpiresAt
    }
  }
`);

/** The Apollo client of this page: tokens live in cookies that scripts cannot read, lists in the normalised cache. */
export function createClient(): ApolloClient {
  const http = new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    headers: {
      'x-tenure-client': 'web',
      'apollo-require-preflight': 'true',
      // Under this type a refusal is status 200: being signed out is no fault to print on the console.
      accept: 'application/json',
    },
  });

  const renew = async () => {
    try {
      await client.mutate({ mutation: RenewSession, fetchPolicy: 'no-cache' });
      return true;
    } catch (error) {
      if (parseProblem(error).code === 'UNAUTHENTICATED') return false;
      throw error;
    }
  };
  const session = createSessionLink({ renew, onSignedOut: () => isSignedOut(true) });

  const client: ApolloClient = new ApolloClient({
    link: ApolloLink.from([session, http]),
    cache: new InMemoryCache({
      typePolicies: {
        // It never changes once taken: pages that ask for different parts of it complete each other.
        PostingSnapshot: { merge: true },
        Query: {
          fields: {
            personas: { merge: false },
            personaJobs: relayStylePagination(['personaId', 'filter', 'sort']),
            applications: relayStylePagination(['personaId', 'filter', 'sort']),
          },
        },
      },
    }),
  });
  return client;
}
