import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client';
import { BaseHttpLink } from '@apollo/client/link/http';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { tap } from 'rxjs';
import { graphql } from '../generated/gql.ts';
import { isSignedOut } from '../session/session-state.ts';
import { askForStepUp } from '../session/step-up.ts';
import { Me } from '../session/viewer.ts';
import { liveLink } from './live.ts';
import { persistedLink } from './persisted-link.ts';
import { isRefusedFor, parseProblem } from './problem.ts';
import { reachabilityLink } from './reachability.ts';
import { createSessionLink } from './session-link.ts';
import { createStepUpLink } from './step-up-link.ts';

const RenewSession = graphql(`
  mutation RenewSession {
    refreshSession {
      accessTokenExpiresAt
    }
  }
`);

/** The Apollo client of this page: tokens live in cookies that scripts cannot read, lists in the normalised cache. */
export function createClient(): ApolloClient {
  // The one that does not tell with each operation which library sends it: the server has no use for that.
  const http = new BaseHttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    headers: {
      'x-tenure-client': 'web',
      'apollo-require-preflight': 'true',
      // Under this type a refusal is status 200: being signed out is no fault to print on the console.
      accept: 'application/json',
    },
  });

  const carrier = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    liveLink,
    ApolloLink.from([reachabilityLink, http]),
  );

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
  // The account itself says what its pages may show: asked once more, it leads to the page that changes the password.
  const standing = new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap((result) => {
        if (isRefusedFor(result, 'FORBIDDEN', 'PASSWORD_CHANGE_REQUIRED'))
          void client.refetchQueries({ include: [Me] });
      }),
    ),
  );

  const client: ApolloClient = new ApolloClient({
    link: ApolloLink.from([standing, createStepUpLink(askForStepUp), session, persistedLink, carrier]),
    cache: new InMemoryCache({
      typePolicies: {
        // It never changes once taken: pages that ask for different parts of it complete each other.
        PostingSnapshot: { merge: true },
        // Lists ask for less of it than the page of an application.
        OfferDetails: { merge: true },
        Query: {
          fields: {
            // What was just handed in is known already: its page begins with that.
            jobIngest: {
              read: (known, { args, toReference }) =>
                known === undefined ? toReference({ __typename: 'JobIngest', id: String(args?.['id']) }) : known,
            },
            personas: { merge: false },
            personaJobs: relayStylePagination(['personaId', 'filter', 'sort']),
            myAuditEvents: relayStylePagination(),
            sourceRuns: relayStylePagination(['personaId', 'first']),
            sourceKeys: { merge: false },
            adminUsers: relayStylePagination(['search']),
            adminAuditEvents: relayStylePagination(['userId']),
            adminQuarantine: relayStylePagination(['rejected']),
            mySessions: { merge: false },
            mySignInMethods: { merge: false },
            applications: relayStylePagination(['personaId', 'filter', 'sort']),
          },
        },
      },
    }),
  });
  return client;
}
