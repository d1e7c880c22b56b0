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
    stringifyResult: answerText,
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
 * An answer as it is sent: data that is written already goes in as it stands. A large one as bytes, whatever Apollo calls
 * it: it hands on what it gets, and a text of that size would be put together only to be taken apart.
 */
function answerText(answer: FormattedExecutionResult): string {
  const { data, ...rest } = answer;
  if (!(data instanceof WrittenData)) return `${JSON.stringify(answer)}\n`;
  const others = JSON.stringify(rest).slice(1, -1);
  const pieces = data.between(`{${others && `${others},`}"data":`, '}\n');
  const [only = ''] = pieces;
  return pieces.length === 1 ? only : (Buffer.concat(pieces.map((piece) => Buffer.from(piece))) as unknown as string);
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
          // What was found before execution is still in Apollo's words.
          if (errors) body.singleResult.errors = errors.map((error) => formatError(error, contextValue));
          logOutcome(contextValue, operationName ?? operation?.operation, body.singleResult);
          setStatus(http, contextValue, isOverloaded(body.singleResult) ? 503 : null);
        },
      };
    },
  };
}

const codesOf = ({ errors }: FormattedExecutionResult): readonly unknown[] | undefined =>
  errors?.map(({ extensions }) => extensions?.['code']);

function logOutcome({ log }: ServedContext, operation: string | undefined, answer: FormattedExecutionResult): void {
  const codes = codesOf(answer);
  log.info({ operation, ...(codes ? { codes } : {}) }, 'operation');
}

const isOverloaded = (answer: FormattedExecutionResult): boolean =>
  !answer.data && (codesOf(answer)?.includes('OVERLOADED') ?? false);

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
