import { ApolloLink, Observable } from '@apollo/client';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { liveConnections } from './live.ts';
import { lookForServer } from './reachability.ts';

const longestWaitMs = 30_000;

const socket = createClient({
  url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
  // A connection is of whoever was signed in when it was made: with the last subscription it goes.
  lazyCloseTimeout: 0,
  retryAttempts: Infinity,
  shouldRetry: () => true,
  retryWait: (retries) =>
    new Promise((resolve) =>
      setTimeout(resolve, Math.min(longestWaitMs, 1_000 * 2 ** retries) * (0.5 + Math.random())),
    ),
  on: {
    connected: () => void liveConnections(liveConnections() + 1),
    // It broke off: whoever only looks at a page hears of it too.
    closed: (event) => {
      if (event instanceof CloseEvent && !event.wasClean) void lookForServer();
    },
  },
});

/** Carries subscriptions by WebSocket. A refusal is handed on as an answer, like those of other operations. */
export const socketLink = new ApolloLink(
  (operation) =>
    new Observable((observer) =>
      socket.subscribe<Record<string, unknown>>(
        {
          // The protocol wants a text even where the hash says what is asked.
          query: 'persistedQuery' in operation.extensions ? '' : print(operation.query),
          operationName: operation.operationName ?? null,
          variables: operation.variables,
          extensions: operation.extensions,
        },
        {
          next: (answer) => observer.next(answer as ApolloLink.Result),
          error: (error) => {
            if (!Array.isArray(error)) return observer.error(error);
            observer.next({ errors: error });
            return observer.complete();
          },
          complete: () => observer.complete(),
        },
      ),
    ),
);
