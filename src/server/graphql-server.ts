import type { Server } from 'node:http';
import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { GraphQLError, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { answerBody, answerOperation, toldStatus, type ServedContext } from './answer-operation.ts';
import { findDocument, statusOfRefusal, type AcceptedDocuments } from './client-documents.ts';
import { limitRules, mostTokens } from './document-limits.ts';
import type { Executable } from './execute-operation.ts';
import { formatError } from './format-error.ts';

export interface GraphqlServerOptions {
  readonly accepted: AcceptedDocuments;
  readonly documents: KnownDocuments;
  readonly httpServer: Server;
  readonly log: Logger;
}

/** Apollo Server in front of our own executor: it parses, validates, limits and formats; we decide and execute. */
export function createGraphqlServer(
  product: Executable,
  { httpServer, log, ...documents }: GraphqlServerOptions,
): ApolloServer<ServedContext> {
  return new ApolloServer<ServedContext>({
    schema: product.schema,
    csrfPrevention: true,
    introspection: true,
    // They would be anybody's, stored when they are first sent; those of our own client are found before (`findDocument`).
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: mostTokens },
    // Bytes, whatever Apollo calls them: it hands on what it gets.
    stringifyResult: (result) => answerBody(result) as string,
    // There is one memory of documents, and it is ours.
    documentStore: null,
    validationRules: limitRules,
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (text) => log.warn(text),
      error: (text) => log.error(text),
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: 10_000 }),
      execution(product, documents),
    ],
  });
}

/** Executes in our way what Apollo would execute in its own, and remembers the documents that it lets through. */
function execution(
  product: Executable,
  { accepted, documents }: Pick<GraphqlServerOptions, 'accepted' | 'documents'>,
): ApolloServerPlugin<ServedContext> {
  return {
    async requestDidStart({ contextValue: context, request }) {
      const found = findDocument(accepted, request);
      const refusal = typeof found === 'string' ? null : found;
      // Apollo reads them only now. Where it finds no document it answers so at once, and below is said why.
      request.query = typeof found === 'string' ? found : undefined;
      request.extensions = undefined;
      return {
        async didResolveOperation({ operation, operationName, source, document }) {
          // Undefined where the document has no operation of that name, whatever the type says.
          if (!(operation as unknown)) throw unknownOperation(operationName);
          documents.set(source, document);
        },
        async responseForOperation({ document, operation, request }) {
          const source = { document, operation, variables: request.variables ?? {} };
          const { result, status } = await answerOperation(product, source, context);
          const http = { status: status ?? undefined, headers: new HeaderMap() };
          return { http, body: { kind: 'single', singleResult: result } };
        },
        async willSendResponse({ response: { body, http }, errors, operationName }) {
          // Those of execution are told already.
          if (body.kind !== 'single' || !errors) return;
          if (refusal) http.status = statusOfRefusal(refusal);
          body.singleResult.errors = (refusal ? [refusal] : errors).map((error) => formatError(error, context));
          const told = { context, operation: operationName ?? undefined, identityField: null };
          http.status = toldStatus(body.singleResult, told) ?? http.status;
        },
      };
    },
  };
}

/** Which operation of a document is meant, nobody knows. */
export const unknownOperation = (name: string | null | undefined): GraphQLError =>
  new GraphQLError(
    name ? `There is no operation ${name} in the document.` : 'Say by operationName which operation is meant.',
    { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } },
  );

/** Documents that have passed all checks, by their text: what they are is the same for every request and everybody. */
export type KnownDocuments = Pick<LRUCache<string, DocumentNode>, 'get' | 'set'>;

/** @returns a memory of about 30 MB: with what is compiled of it, a document takes 150 bytes for each of its characters */
export const knownDocuments = (): KnownDocuments =>
  new LRUCache({ maxSize: 200_000, sizeCalculation: (_document, text) => text.length + 1 });
