import {
  execute,
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { MikroORM } from '@mikro-orm/postgresql';
import {
  loginsOf,
  refusedTo,
  selectedCoordinates,
  type OperationSource,
  type Refused,
  type Selected,
} from '#authorization/judge-document.ts';
import type { IssuedTokens, OperationContext } from '#authorization/operation-context.ts';
import type { Login, Policy } from '#authorization/policy.ts';
import { anonymous, type Viewer } from '#authorization/viewer.ts';
import { Rows } from '#database/rows.ts';
import type { TokenClaims } from '#identity/access-token.ts';
import { Forbidden } from '#platform/errors.ts';
import { newOwnedId } from '#platform/ids.ts';
import type { RequestContext } from './request-context.ts';

/** What executing needs of the product. */
export interface Executable {
  /** The guarded schema. */
  readonly schema: GraphQLSchema;
  readonly policy: Policy;
  readonly orms: Readonly<Record<Extract<Login, 'APP' | 'IDENTITY'>, MikroORM>>;
  /** After the answer is made: notes that the viewer's session was in use. */
  readonly onSeen: (viewer: Viewer, request: RequestContext) => void;
  readonly viewerFor: (claims: TokenClaims, rows: Rows, now: Date) => Promise<Viewer>;
}

/**
 * Runs one operation: settles the viewer, decides what the document alone decides, executes within one transaction, and
 * commits it as a whole or not at all.
 */
export async function executeOperation(
  product: Executable,
  source: OperationSource,
  request: RequestContext,
): Promise<ExecutionResult> {
  const { errors, coerced } = getVariableValues(
    product.schema,
    source.operation.variableDefinitions ?? [],
    source.variables,
  );
  if (errors) return { errors };
  const selected = selectedCoordinates(product.schema, product.policy, { ...source, variables: coerced });
  const logins = loginsOf(selected);
  if (logins.size > 1) return standsAlone();
  const isQuery = source.operation.operation === OperationTypeNode.QUERY;
  if (!isQuery && request.isForged)
    return refuse(request, [
      {
        path: [],
        error: new Forbidden(
          'Mutations with cookies must come from an origin of CORS_ORIGINS, with the header apollo-require-preflight.',
        ),
      },
    ]);
  const claims = typeof request.token === 'object' ? request.token : null;
  const orm = product.orms[logins.has('IDENTITY') ? 'IDENTITY' : 'APP'];
  const rows = new Rows(orm, { ownerId: claims?.sub ?? null, readOnly: isQuery });
  try {
    const viewer = claims
      ? await product.viewerFor(claims, rows, request.now)
      : { ...anonymous, tokenExpired: request.token === 'expired' };
    const refused = refusedTo(selected, viewer);
    if (refused.length > 0 && (!isQuery || areAllRootsRefused(selected, refused))) {
      await rows.finish('rollback');
      return refuse(request, isQuery ? refused.filter(({ path }) => path.length === 1) : refused);
    }
    const pending: PendingState = { viewer, tokens: undefined };
    const result = await run(product, source, operationContext(request, rows, pending));
    const hasFailed = !isQuery && (result.errors?.length ?? 0) > 0;
    await rows.finish(hasFailed ? 'rollback' : 'commit');
    if (!hasFailed && pending.tokens !== undefined) request.setTokens(pending.tokens);
    product.onSeen(viewer, request);
    return hasFailed ? asFailedMutation(result) : result;
  } catch (error) {
    await rows.finish('rollback').catch((failure: unknown) => request.log.error({ err: failure }, 'rollback failed'));
    return { data: null, errors: [asGraphQLError(error)] };
  }
}

interface PendingState {
  readonly viewer: Viewer;
  /** Tokens to hand to the browser once the transaction has committed; null takes them away, undefined leaves them. */
  tokens: IssuedTokens | null | undefined;
}

function operationContext(request: RequestContext, rows: Rows, pending: PendingState): OperationContext {
  let { viewer } = pending;
  return {
    requestId: request.requestId,
    now: request.now,
    newId: () => newOwnedId(request.now),
    rows,
    get viewer() {
      return viewer;
    },
    signIn: (next) => {
      viewer = next;
    },
    alarm: (message, details) => request.log.error({ alarm: true, ...details }, message),
    client: {
      ...request.client,
      setTokens: (tokens) => {
        if (tokens && request.cookiesRefused !== null) throw new Forbidden(request.cookiesRefused);
        pending.tokens = tokens;
      },
    },
  };
}

const run = async (
  product: Executable,
  { document, operation, variables }: OperationSource,
  contextValue: OperationContext,
): Promise<ExecutionResult> =>
  execute({
    schema: product.schema,
    document,
    contextValue,
    variableValues: variables,
    ...(operation.name ? { operationName: operation.name.value } : {}),
  });

const areAllRootsRefused = (selected: readonly Selected[], refused: readonly Refused[]): boolean => {
  const refusedRoots = new Set(refused.filter(({ path }) => path.length === 1).map(({ path }) => path[0]));
  return selected.every(({ path }) => path.length > 1 || refusedRoots.has(path[0]));
};

/** Nothing was executed: no `data` entry, one error each, and a status for clients that understand one. */
function refuse(request: RequestContext, refused: readonly Refused[]): ExecutionResult {
  request.refusedWith(refused.some(({ error }) => error.code === 'UNAUTHENTICATED') ? 401 : 403);
  return {
    errors: refused.map(
      ({ path, error }) =>
        new GraphQLError(error.message, { ...(path.length > 0 ? { path: [...path] } : {}), originalError: error }),
    ),
  };
}

const standsAlone = (): ExecutionResult => ({
  errors: [
    new GraphQLError('Mutations of identity stand alone in their document; send the others by themselves.', {
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    }),
  ],
});

/** One failed root field undoes the others, so nothing of them may be shown; only the first failure is the cause. */
function asFailedMutation({ errors = [] }: ExecutionResult): ExecutionResult {
  const first = errors[0]?.path?.[0];
  return { data: null, errors: errors.filter((error) => error.path?.[0] === first) };
}

const asGraphQLError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError('Internal error', { originalError: error instanceof Error ? error : new Error(String(error)) });
