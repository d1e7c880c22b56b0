import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type ValidationContext } from 'graphql';
import type { Logger } from 'pino';
import { executeOperation, type Executable } from './execute-operation.ts';
import { formatError } from './format-error.ts';
import type { RequestContext } from './request-context.ts';

/** The most an operation may be: tokens, levels of selections, aliases. Real screens stay far below. */
const limits = { tokens: 5_000, depth: 16, aliases: 60 } as const;

export interface ServedContext extends RequestContext {
  readonly acceptsGraphqlResponse: boolean;
  /** An object of its own, because Apollo hands out copies of the context. */
  readonly outcome: { refusedStatus: number | null };
}

/** Apollo Server in front of our own executor: it parses, validates, limits and formats; we decide and execute. */
export function createGraphqlServer(product: Executable, httpServer: Server, log: Logger): ApolloServer<ServedContext> {
  return new ApolloServer<ServedContext>({
    gateway: gatewayTo(product),
    csrfPrevention: true,
    introspection: true,
    // One tenant's documents would answer another's hashes.
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [
      maxDepthRule({ n: limits.depth, flattenFragments: true, ignoreIntrospection: true, ...reported }),
      maxAliasesRule({ n: limits.aliases, ...reported }),
    ],
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
      answers(),
    ],
  });
}

// Thrown, a limit's error would end as an internal one; reported, it is one more fault of the document, not of its syntax.
const reported = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) =>
      context?.reportError(new GraphQLError(message.replace('Syntax Error: ', ''))),
  ],
};

/** The way in which Apollo leaves execution to others. */
const gatewayTo = (product: Executable): ApolloServerOptionsWithGateway<ServedContext>['gateway'] => ({
  load: async () => ({
    executor: async ({ document, operation, operationName, request, context }) => {
      // Undefined where the document has no operation of that name, whatever the type says.
      if (!(operation as unknown)) return { errors: [new GraphQLError(unknownOperation(operationName))] };
      const source = { document, operation, variables: request.variables ?? {} };
      return executeOperation(product, source, context as ServedContext);
    },
  }),
  onSchemaLoadOrUpdate: (callback) => {
    callback({ apiSchema: product.schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  stop: async () => undefined,
});

const unknownOperation = (name: string | null | undefined): string =>
  name ? `There is no operation ${name} in the document.` : 'Say by operationName which operation is meant.';

/** Errors in our words, our own statuses, and one log line for each operation: its name and outcome, never its contents. */
function answers(): ApolloServerPlugin<ServedContext> {
  return {
    async requestDidStart({ contextValue }) {
      return {
        async willSendResponse({ response: { body, http }, errors, operationName, operation }) {
          if (body.kind !== 'single') return;
          const { singleResult } = body;
          singleResult.errors &&= singleResult.errors.map((each, index) =>
            formatError(each, errors?.[index], contextValue),
          );
          const codes = singleResult.errors?.map(({ extensions }) => extensions?.['code']);
          const name = operationName ?? operation?.operation;
          contextValue.log.info({ operation: name, ...(codes ? { codes } : {}) }, 'operation');
          const isOverloaded = !singleResult.data && codes?.includes('OVERLOADED');
          setStatus(http, contextValue, isOverloaded ? 503 : null);
        },
      };
    },
  };
}

/**
 * Where nothing was answered, clients that know GraphQL's own media type are told by the status, and others find a 200
 * as ever. Apollo by itself takes an answer without data for a malformed request.
 */
function setStatus(http: { status?: number }, context: ServedContext, status: number | null): void {
  const own = context.outcome.refusedStatus ?? status;
  if (own !== null) http.status = context.acceptsGraphqlResponse ? own : 200;
}
