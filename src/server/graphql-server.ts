import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
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
    gateway: {
      load: async () => ({
        executor: ({ document, operation, request, context }) =>
          executeOperation(
            product,
            { document, operation, variables: request.variables ?? {} },
            context as ServedContext,
          ),
      }),
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: product.schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: async () => undefined,
    },
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [
      maxDepthRule({ n: limits.depth, ignoreIntrospection: true }),
      maxAliasesRule({ n: limits.aliases }),
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

/** Errors in our words, the status of refused operations, and one log line for each operation: its name and outcome, never its contents. */
function answers(): ApolloServerPlugin<ServedContext> {
  return {
    async requestDidStart({ contextValue }) {
      return {
        async willSendResponse({ response, errors, operationName, operation }) {
          const { body, http } = response;
          if (body.kind === 'single' && body.singleResult.errors)
            body.singleResult.errors = body.singleResult.errors.map((each, index) =>
              formatError(each, errors?.[index], contextValue),
            );
          // Apollo takes an answer without data for a malformed request; a refused one has its own status.
          const { refusedStatus } = contextValue.outcome;
          if (refusedStatus !== null) http.status = contextValue.acceptsGraphqlResponse ? refusedStatus : 200;
          const codes = body.kind === 'single' && body.singleResult.errors?.map((error) => error.extensions?.['code']);
          contextValue.log.info(
            { operation: operationName ?? operation?.operation, ...(codes ? { codes } : {}) },
            'operation',
          );
        },
      };
    },
  };
}
