import { ApolloLink } from '@apollo/client';
import { from, of, switchMap } from 'rxjs';
import { isRefusedFor } from './problem.ts';

/**
 * Operations that need a recent sign-in wait until the account has proven once more who it is, however many they are,
 * and run once more. Without that proof their refusal stands.
 * @param prove asks for it; false when it was not given
 */
export function createStepUpLink(prove: () => Promise<boolean>): ApolloLink {
  let proof: Promise<boolean> | undefined;

  const proveOnce = () => {
    proof ??= prove().finally(() => {
      proof = undefined;
    });
    return proof;
  };

  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      switchMap((result) => {
        if (!isRefusedFor(result, 'STEP_UP_REQUIRED')) return of(result);
        return from(proveOnce()).pipe(switchMap((isProven) => (isProven ? forward(operation) : of(result))));
      }),
    ),
  );
}
