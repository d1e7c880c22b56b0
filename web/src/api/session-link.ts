import { ApolloLink } from '@apollo/client';
import { from, of, switchMap } from 'rxjs';
import { isRefusedFor } from './problem.ts';

interface SessionKeeper {
  /** Renews the session: true when it goes on, false when it has ended; rejects when neither is known. */
  readonly renew: () => Promise<boolean>;
  readonly onSignedOut: () => void;
}

/** Operations that are refused for reasons of their own: a wrong password, or code, is no expired session. */
const signInOperations: ReadonlySet<string | undefined> = new Set([
  'SignIn',
  'CompleteSignIn',
  'SignUp',
  'SignOut',
  'RenewSession',
]);

/**
 * Keeps a session alive: operations refused for want of a sign-in wait for one renewal, however many they are, and run
 * once more. Only the server's own word ends the session; a network fault in the renewal is the operation's fault.
 */
export function createSessionLink({ renew, onSignedOut }: SessionKeeper): ApolloLink {
  let renewals = 0;
  let renewal: Promise<boolean> | undefined;

  const renewOnce = () => {
    renewal ??= renew()
      .then((goesOn) => {
        if (goesOn) renewals += 1;
        return goesOn;
      })
      .finally(() => {
        renewal = undefined;
      });
    return renewal;
  };

  return new ApolloLink((operation, forward) => {
    if (signInOperations.has(operation.operationName)) return forward(operation);
    const renewalsBefore = renewals;
    return forward(operation).pipe(
      switchMap((result) => {
        if (!isRefusedFor(result, 'UNAUTHENTICATED')) return of(result);
        // A slow answer may come after the renewal that another operation asked for: it needs no second one.
        const renewed = renewals === renewalsBefore ? renewOnce() : Promise.resolve(true);
        return from(renewed).pipe(
          switchMap((goesOn) => {
            if (goesOn) return forward(operation);
            onSignedOut();
            return of(result);
          }),
        );
      }),
    );
  });
}
