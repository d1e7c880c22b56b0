import { ApolloLink, makeVar } from '@apollo/client';
import { from, switchMap } from 'rxjs';

/** How often this page has been connected for live changes: what changed between two connections was told to nobody. */
export const liveConnections = makeVar(0);

/** Carries subscriptions. What they need is loaded with the first of them, so that no page waits for it. */
export const liveLink = new ApolloLink((operation, forward) =>
  from(import('./socket-link.ts')).pipe(switchMap(({ socketLink }) => socketLink.request(operation, forward))),
);
