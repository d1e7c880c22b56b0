import type { ApolloClient } from '@apollo/client';
import { useApolloClient, useReactiveVar } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { useEffect } from 'react';
import { isIncomplete } from '../api/load-script.ts';
import { isReachable, lookForServer, useServerReturn } from '../api/reachability.ts';
import { words } from '../words/shell.ts';
import classes from './shell.module.css';

/**
 * Says at the edge of the page that the server does not answer, until it does; what failed is then asked for again. Where
 * the page goes on without a part that it could not load, it offers to be loaded anew.
 */
export function OfflineBanner() {
  const client = useApolloClient();
  const isHere = useReactiveVar(isReachable);
  const lacksParts = useReactiveVar(isIncomplete);
  useServerReturn(() => askAgain(client));
  useEffect(() => {
    window.addEventListener('offline', lookForServer);
    return () => window.removeEventListener('offline', lookForServer);
  }, []);

  return (
    <div role="status" className={classes.offline}>
      {!isHere && <p className={classes.offlineText}>{words.offline(navigator.onLine)}</p>}
      {isHere && lacksParts && (
        <p className={classes.offlineText}>
          {words.incomplete}{' '}
          <Anchor component="button" inherit underline="always" onClick={() => window.location.reload()}>
            {words.notShown.loadAgain}
          </Anchor>
        </p>
      )}
    </div>
  );
}

/** Asks for what a page shows and could not have. */
function askAgain(client: ApolloClient): void {
  for (const query of client.getObservableQueries())
    if (query.getCurrentResult().error) void query.refetch().catch(() => undefined);
}
