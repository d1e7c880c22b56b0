import { ApolloLink } from '@apollo/client';
import { from, of, switchMap } from 'rxjs';
import { findRefusal } from './problem.ts';

/**
 * Operations that need a recent sign-in wait until the account has proven once more who it is, however many they are,
 * and run once more. Without that proof their refusal stands.
 * @param prove asks for it, by one of the methods that the server has named; false when it was not given
 */
export function createStepUpLink(prove: (methods: readonly string[]) => Promise<boolean>): ApolloLink {
  let proof: Promise<boolean> | undefined;

  const proveOnce = (methods: readonly string[]) => {
    proof ??= prove(methods).finally(() => {
      proof = undefined;
    });
    return proof;
  };

  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      switchMap((result) => {
        const refusal = findRefusal(result, 'STEP_UP_REQUIRED');
        if (!refusal) return of(result);
        return from(proveOnce(parseMethods(refusal['methods']))).pipe(
          switchMap((isProven) => (isProven ? forward(operation) : of(result))),
        );
      }),
    ),
  );
}

const parseMethods = (methods: unknown): readonly string[] =>
  Array.isArray(methods) ? methods.filter((method) => typeof method === 'string') : [];
