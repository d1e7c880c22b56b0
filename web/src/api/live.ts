import { ApolloLink, makeVar } from '@apollo/client';
import { defer, retry, switchMap, timer } from 'rxjs';
import { loadScript } from './load-script.ts';

/** How often this page has been connected for live changes: what changed between two connections was told to nobody. */
export const liveConnections = makeVar(0);

const againMs = 5_000;

const loadSocketLink = defer(() => loadScript(() => import('./socket-link.ts'))).pipe(
  retry({ delay: () => timer(againMs) }),
);

/** Carries subscriptions. What they need is loaded with the first of them, so that no page waits for it. */
export const liveLink = new ApolloLink((operation, forward) =>
  loadSocketLink.pipe(switchMap(({ socketLink }) => socketLink.request(operation, forward))),
);
