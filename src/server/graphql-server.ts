import type { Server } from 'node:http';
import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { GraphQLError, type FormattedExecutionResult, type ValidationContext } from 'graphql';
import type { Logger } from 'pino';
import { WrittenData } from './answer-writer.ts';
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
    schema: product.schema,
    csrfPrevention: true,
    introspection: true,
    // One tenant's documents would answer another's hashes.
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    stringifyResult: answerBytes,
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
      execution(product),
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

/**
 * An answer as it is sent: data that is written already goes in as it stands. As bytes, whatever Apollo calls it: it
 * hands on what it gets, and a text of this size would be gone through once more.
 */
function answerBytes(answer: FormattedExecutionResult): string {
  const { data, ...rest } = answer;
  const others = JSON.stringify(rest).slice(1, -1);
  const pieces =
    data instanceof WrittenData
      ? [`{${others && `${others},`}"data":`, ...data.pieces, '}\n']
      : [`${JSON.stringify(answer)}\n`];
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece))) as unknown as string;
}

/**
 * Executes in our way what Apollo would execute in its own. Errors come in our words, with our own statuses, and each
 * operation leaves one log line: its name and outcome, never its contents.
 */
function execution(product: Executable): ApolloServerPlugin<ServedContext> {
  return {
    async requestDidStart({ contextValue }) {
      return {
        async didResolveOperation({ operation, operationName }) {
          // Undefined where the document has no operation of that name, whatever the type says.
          if (!(operation as unknown)) throw unknownOperation(operationName);
        },
        async responseForOperation({ document, operation, request }) {
          const source = { document, operation, variables: request.variables ?? {} };
          const { errors, ...result } = await executeOperation(product, source, contextValue);
          const told = errors?.map((error) => formatError(error, contextValue));
          return {
            http: { status: errors && result.data === undefined ? 400 : undefined, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { ...result, ...(told ? { errors: told } : {}) } },
          };
        },
        async willSendResponse({ response: { body, http }, errors, operationName, operation }) {
          if (body.kind !== 'single') return;
          const { singleResult } = body;
          // What was found before execution is still in Apollo's words.
          singleResult.errors = errors?.map((error) => formatError(error, contextValue)) ?? singleResult.errors;
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

const unknownOperation = (name: string | null | undefined): GraphQLError =>
  new GraphQLError(
    name ? `There is no operation ${name} in the document.` : 'Say by operationName which operation is meant.',
    { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } },
  );

/**
 * Where nothing was answered, clients that know GraphQL's own media type are told by the status, and others find a 200
 * as ever. Apollo by itself takes an answer without data for a malformed request.
 */
function setStatus(http: { status?: number }, context: ServedContext, status: number | null): void {
  const own = context.outcome.refusedStatus ?? status;
  if (own !== null) http.status = context.acceptsGraphqlResponse ? own : 200;
}
