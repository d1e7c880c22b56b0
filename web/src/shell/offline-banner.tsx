import type { ApolloClient } from '@apollo/client';
import { useApolloClient, useReactiveVar } from '@apollo/client/react';
import { useEffect } from 'react';
import { isReachable, lookForServer, useServerReturn } from '../api/reachability.ts';
import { words } from '../words/shell.ts';
import classes from './shell.module.css';

/** Says at the edge of the page that the server does not answer, until it does; what failed is then asked for again. */
export function OfflineBanner() {
  const client = useApolloClient();
  const isHere = useReactiveVar(isReachable);
  useServerReturn(() => askAgain(client));
  useEffect(() => {
    window.addEventListener('offline', lookForServer);
    return () => window.removeEventListener('offline', lookForServer);
  }, []);

  return (
    <div role="status" className={classes.offline}>
      {!isHere && <p className={classes.offlineText}>{words.offline(navigator.onLine)}</p>}
    </div>
  );
}

/** Asks for what a page shows and could not have. */
function askAgain(client: ApolloClient): void {
  for (const query of client.getObservableQueries())
    if (query.getCurrentResult().error) void query.refetch().catch(() => undefined);
}
