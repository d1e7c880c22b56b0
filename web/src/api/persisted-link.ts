import { ApolloLink } from '@apollo/client';
import type { DocumentNode } from 'graphql';
import { of, switchMap } from 'rxjs';
import { isRefusedFor } from './problem.ts';

/** A generated document: it has the hash of its text with it. */
interface HashedDocument extends DocumentNode {
  readonly __meta__?: { readonly hash: string };
}

/**
 * Asks for documents by their hashes, which the server knows of the client that it serves. A page of another build is
 * told that it does not, and sends the document itself, where that is allowed. While the client is being developed, what
 * it asks changes faster than the server could know.
 */
export const persistedLink = new ApolloLink((operation, forward) => {
  const { __meta__: meta } = operation.query as HashedDocument;
  const sha256Hash = import.meta.env.PROD ? meta?.hash : undefined;
  if (sha256Hash === undefined) return forward(operation);
  operation.extensions = { persistedQuery: { version: 1, sha256Hash } };
  operation.setContext({ http: { includeQuery: false } });
  return forward(operation).pipe(
    switchMap((result) => {
      if (!isRefusedFor(result, 'PERSISTED_QUERY_NOT_FOUND')) return of(result);
      operation.extensions = {};
      operation.setContext({ http: { includeQuery: true } });
      return forward(operation);
    }),
  );
});
