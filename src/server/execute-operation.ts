import {
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type ExecutionResult,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import type { MikroORM } from '@mikro-orm/postgresql';
import { refusedTo, type OperationSource, type Refused, type Selected } from '#authorization/judge-document.ts';
import type { Login } from '#authorization/policy.ts';
import { chargeRateLimits, isLimited } from '#authorization/rate-limits.ts';
import { anonymous, ownerOf, type Anonymous, type Viewer } from '#authorization/viewer.ts';
import type { RateCounters } from '#database/rate-counters.ts';
import { Rows } from '#database/rows.ts';
import type { ReadPath } from '#database/planned-reads.ts';
import type { TokenClaims } from '#identity/access-token.ts';
import type { PresentedNarrowToken } from '#identity/narrow-token.ts';
import { auditOverrun } from '#identity/audit-overrun.ts';
import type { NarrowViewer } from '#identity/recognise-narrow-viewer.ts';
import { presumeViewer } from '#identity/recognise-viewer.ts';
import { fragmentsOf } from '#platform/collect-fields.ts';
import { RateLimited, StepUpRequired } from '#platform/errors.ts';
import type { Metrics } from '#platform/metrics.ts';
import type { CompiledOperation, operationCompiler, Selection } from './compile-operation.ts';
import type { identityFieldFinder } from './identity-field.ts';
import { outrightRefusal } from './outright-refusal.ts';
import type { RequestContext } from './request-context.ts';
import { outermost, refuse } from './refuse-operation.ts';
import { keep, nothingPending, RequestOperation, type Outcome, type PendingState } from './request-operation.ts';

/** What executing needs of the product. */
export interface Executable {
  /** The guarded schema. */
  readonly schema: GraphQLSchema;
  readonly compile: ReturnType<typeof operationCompiler>;
  readonly identityField: ReturnType<typeof identityFieldFinder>;
  readonly metrics: Metrics;
  readonly orms: Readonly<Record<Exclude<Login, 'SYSTEM'>, MikroORM>>;
  /** Counts what is limited. */
  readonly counters: RateCounters;
  /** Where queries read. */
  readonly path: ReadPath;
  /** After the answer is made: notes that the viewer's session was in use. */
  readonly onSeen: (viewer: Viewer, request: RequestContext) => void;
  /** Who holds a narrow token: known before anything is read as anybody. */
  readonly narrowViewerFor: (token: PresentedNarrowToken, now: Date) => Promise<Anonymous | NarrowViewer>;
  readonly viewerFor: (claims: TokenClaims, rows: Rows, now: Date) => Promise<Viewer>;
}

/** As many faults of variables as are told at once; a body has room for a hundred thousand. */
const mostVariableErrors = 20;

/** An operation; one that subscribes says what of it is to be executed now, its opening or one of its events. */
export interface AskedOperation extends OperationSource {
  readonly execute?: CompiledOperation['execute'];
}

/**
 * Runs one operation: settles the viewer, decides what the document alone decides, executes within one transaction, and
 * commits it as a whole or not at all.
 */
export async function executeOperation(
  product: Executable,
  asked: AskedOperation,
  request: RequestContext,
): Promise<ExecutionResult> {
  const { schema } = product;
  const { operation: kind, variableDefinitions = [] } = asked.operation;
  if (!schema.getRootType(kind)) return invalid(`There are no ${kind}s in this schema.`);
  if (isSubscribedByHttp(asked)) return invalid(subscribedByHttp);
  const limit = { maxErrors: mostVariableErrors };
  const { errors, coerced } = getVariableValues(schema, variableDefinitions, asked.variables, limit);
  if (errors) return { errors: errors.map(asBadInput) };
  const compiled = product.compile(asked.document, asked.operation);
  const selection = compiled.selected(coerced);
  const { coordinates, login, isPlanned } = selection;
  const misfit = misfitOf(kind, selection);
  if (misfit !== null) return invalid(misfit);
  const outright = outrightRefusal(asked, request, product.identityField);
  if (outright) return refuse(request, [outright]);
  // Coerced here once; where graphql-js coerces them again, nothing changes.
  const source = { ...asked, variables: coerced };
  return inTransaction(
    product,
    { source, execute: asked.execute ?? compiled.execute, selected: coordinates, login, isPlanned },
    request,
  );
}

/** Why an operation is none that could be executed, whoever asks it. */
function misfitOf(kind: OperationTypeNode, { login, rootFields }: Selection): string | null {
  if (kind === OperationTypeNode.SUBSCRIPTION && rootFields === 0)
    return 'Nothing is left of this subscription: @skip or @include leave its field out.';
  // Several would each hold a connection of identity's small pool while they wait for another.
  if (login !== 'APP' && rootFields > 1)
    return login === 'IDENTITY'
      ? 'A mutation of identity stands alone in its document; send the others by themselves.'
      : 'What staff ask for stands alone in its document; send the others by themselves.';
  return null;
}

function rowsFor(
  { orms, path }: Executable,
  { signal }: RequestContext,
  { source, login, isPlanned, ownerId }: Asking,
): Rows {
  const orm = orms[login === 'SYSTEM' ? 'APP' : login];
  const kind = source.operation.operation;
  const readOnly = kind !== OperationTypeNode.MUTATION;
  // What is told of has just changed: a copy may not know of it yet.
  const own = kind === OperationTypeNode.SUBSCRIPTION ? { ...path, pool: path.primary } : path;
  return new Rows(orm, { ownerId, readOnly, path: isPlanned ? own : undefined, signal });
}

interface Asking extends Asked {
  readonly ownerId: string | null;
}

interface Asked {
  readonly source: OperationSource;
  readonly execute: CompiledOperation['execute'];
  readonly selected: readonly Selected[];
  readonly login: Login;
  readonly isPlanned: boolean;
}

interface Prepared extends Asked {
  readonly rows: Rows;
  /** Whoever holds the narrow token that came; null where none did. */
  readonly narrow: Viewer | null;
}

async function inTransaction(product: Executable, asked: Asked, request: RequestContext): Promise<ExecutionResult> {
  let rows: Rows | null = null;
  try {
    const narrow = await settleNarrow(product, request);
    rows = rowsFor(product, request, { ...asked, ownerId: narrow ? ownerOf(narrow) : claimedOwner(request) });
    return await decideAndExecute(product, { ...asked, rows, narrow }, request);
  } catch (error) {
    return { data: null, errors: [asGraphQLError(error)] };
  } finally {
    await rows?.finish('rollback');
  }
}

async function decideAndExecute(
  product: Executable,
  prepared: Prepared,
  request: RequestContext,
): Promise<ExecutionResult> {
  const { source, selected, rows, narrow } = prepared;
  const kind = source.operation.operation;
  const isQuery = kind === OperationTypeNode.QUERY;
  const early = prepared.isPlanned ? await readAhead(product, prepared, request) : null;
  if (early) return early;
  const viewer = narrow ?? (await settleInSession(product, prepared, request));
  const refused = outermost(refusedTo(selected, { viewer, now: request.now, trace: request.trace }));
  if (refused.length > 0 && !(isQuery && asksForMore(source, selected, refused))) return refuse(request, refused);
  const acting = actingAs(prepared, viewer);
  const overrun = await overrunOf(product, prepared, { viewer: acting, request });
  if (overrun) return refuse(request, [overrun]);
  const pending: PendingState = { viewer: acting, ...nothingPending };
  const result = await prepared.execute(new RequestOperation(request, rows, pending), source.variables);
  // What only reads has nothing to keep, and a failed field may have left its transaction unable to commit.
  const isMutation = kind === OperationTypeNode.MUTATION;
  const answer = isMutation ? await settleMutation(result, { rows, request, pending }) : result;
  product.onSeen(viewer, request);
  return answer;
}

/** What identity lets everybody do, a narrow token's holder does as nobody: it proves nothing there. */
const actingAs = ({ narrow, login }: Prepared, viewer: Viewer): Viewer =>
  narrow && login !== 'APP' ? anonymous : viewer;

/**
 * Answers while the viewer's session is still being read, both in one flight, as whom the token names. The answer for
 * a session that turns out to be over is dropped and what it changed taken back: nothing of it leaves or stays.
 * @returns null where the answer depends on what the session says, or the session says otherwise
 */
async function readAhead(
  product: Executable,
  { source, execute, selected, rows }: Prepared,
  request: RequestContext,
): Promise<ExecutionResult | null> {
  const claims = claimsOf(request);
  const presumed = claims && presumeViewer(claims);
  const judged = presumed && { viewer: presumed, now: request.now };
  if (!judged || refusedTo(selected, judged).length > 0 || selected.some(isLimited)) return null;
  const pending: PendingState = { viewer: presumed, ...nothingPending };
  const [viewer, result] = await Promise.all([
    settleViewer(product, rows, request),
    execute(new RequestOperation(request, rows, pending), source.variables),
  ]);
  if (viewer.kind === 'Anonymous' || !presumed.roles.isSubsetOf(viewer.roles)) {
    await rows.finish('rollback');
    return null;
  }
  const isMutation = source.operation.operation === OperationTypeNode.MUTATION;
  const answer = isMutation ? await settleMutation(result, { rows, request, pending }) : result;
  product.onSeen(viewer, request);
  return answer;
}

/** What is over its limit, if anything; counted before anything is looked up. @throws Overloaded where nobody can count */
async function overrunOf(
  { counters }: Executable,
  { selected, source, rows, login }: Prepared,
  { viewer, request }: { readonly viewer: Viewer; readonly request: RequestContext },
): Promise<Refused | null> {
  const subject = { viewer, addressKey: request.client.addressKey };
  const waitSeconds = await chargeRateLimits(selected, source.variables, { counters, subject });
  const limited = selected.find(isLimited);
  if (waitSeconds === null || !limited) return null;
  const asking = { ...request, viewer, rows };
  if (login === 'IDENTITY') await auditOverrun(asking, counters, { ...subject, field: limited.field.name });
  return { path: limited.path, error: new RateLimited(waitSeconds) };
}

/** Commits a mutation that has succeeded, and only then hands tokens to the browser. */
async function settleMutation(result: ExecutionResult, { rows, request, pending }: Outcome): Promise<ExecutionResult> {
  // Limits that count failures alone, and a step-up that an argument asks for, are judged by the use case; they read like
  // those that the document decides.
  for (const { path = [], originalError: error } of result.errors ?? [])
    if (error instanceof RateLimited || error instanceof StepUpRequired)
      return refuse(request, [{ path: path.map(String), error }]);
  if (result.errors) return asFailedMutation(result);
  await keep({ rows, request, pending });
  return result;
}

const claimsOf = ({ token }: RequestContext): TokenClaims | null =>
  typeof token === 'object' && 'sub' in token ? token : null;

const settleInSession = (product: Executable, { rows, login }: Prepared, request: RequestContext): Promise<Viewer> =>
  login === 'APP' ? settleViewer(product, rows, request) : settleApart(product, request);

const settleNarrow = async (product: Executable, { token, now }: RequestContext): Promise<Viewer | null> =>
  typeof token === 'object' && 'tokenHash' in token ? product.narrowViewerFor(token, now) : null;

export const claimedOwner = (request: RequestContext): string | null => claimsOf(request)?.sub ?? null;

async function settleViewer(product: Executable, rows: Rows, request: RequestContext): Promise<Viewer> {
  const claims = claimsOf(request);
  if (claims) return product.viewerFor(claims, rows, request.now);
  return { ...anonymous, tokenExpired: request.token === 'expired' };
}

/** Use cases of identity run transactions of their own, so the connection that told who asks goes back first. */
export async function settleApart(product: Executable, request: RequestContext): Promise<Viewer> {
  const rows = new Rows(product.orms.IDENTITY, { ownerId: claimedOwner(request), readOnly: true });
  try {
    return await settleViewer(product, rows, request);
  } finally {
    await rows.finish('rollback');
  }
}

const isSubscribedByHttp = ({ operation: { operation }, execute }: AskedOperation): boolean =>
  operation === OperationTypeNode.SUBSCRIPTION && !execute;

const subscribedByHttp =
  'Subscriptions are carried by WebSocket, with the subprotocol graphql-transport-ws; send this there.';

/** Whether an operation asks for a root field that is not refused; what it asks of the schema itself is open to all. */
function asksForMore(source: OperationSource, selected: readonly Selected[], refused: readonly Refused[]): boolean {
  const refusedRoots = new Set(refused.filter(({ path }) => path.length === 1).map(({ path }) => path[0]));
  return selected.some(({ path }) => path.length === 1 && !refusedRoots.has(path[0])) || asksForSchema(source);
}

function asksForSchema({ document, operation }: OperationSource): boolean {
  const unread = { ...fragmentsOf(document.definitions) };
  const asks = (node: SelectionNode): boolean => {
    if (node.kind === Kind.FIELD) return node.name.value.startsWith('__');
    if (node.kind === Kind.INLINE_FRAGMENT) return node.selectionSet.selections.some(asks);
    const spread = unread[node.name.value];
    delete unread[node.name.value];
    return spread?.selectionSet.selections.some(asks) ?? false;
  };
  return operation.selectionSet.selections.some(asks);
}

const asBadInput = (error: GraphQLError): GraphQLError =>
  Object.assign(error, { extensions: { code: 'BAD_USER_INPUT' } });

const invalid = (message: string): ExecutionResult => ({
  errors: [new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })],
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
