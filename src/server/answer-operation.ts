import type { FormattedExecutionResult } from 'graphql';
import type { OperationSource } from '#authorization/judge-document.ts';
import { executeOperation, type Executable } from './execute-operation.ts';
import { formatError } from './format-error.ts';
import type { RequestContext } from './request-context.ts';
import { WrittenData } from './written-data.ts';

export interface ServedContext extends RequestContext {
  readonly acceptsGraphqlResponse: boolean;
  /** Bytes of the request's body, where it says so. */
  readonly bodyBytes: number | undefined;
  /** An object of its own, because Apollo hands out copies of the context. */
  readonly outcome: { refusedStatus: number | null };
}

export interface Answer {
  readonly result: FormattedExecutionResult;
  /** Where it is another than that of any answer. */
  readonly status: number | null;
}

/** Executes one operation; its errors come in our words, and it leaves its line in the log. */
export async function answerOperation(
  product: Executable,
  source: OperationSource,
  context: ServedContext,
): Promise<Answer> {
  const identityField = product.identityField(source);
  const finish = identityField === null ? null : product.metrics.operationStarted(identityField);
  const { errors, ...data } = await executeOperation(product, source, context);
  const result = errors ? { ...data, errors: errors.map((error) => formatError(error, context)) } : data;
  finish?.(outcomeOf(result));
  const { name, operation } = source.operation;
  const status = toldStatus(result, { context, operation: name?.value ?? operation, identityField });
  return { result, status: status ?? (errors && data.data === undefined ? 400 : null) };
}

const outcomeOf = ({ errors }: FormattedExecutionResult): string => String(errors?.[0]?.extensions?.['code'] ?? 'OK');

export interface ToldOperation {
  readonly context: ServedContext;
  /** What the client calls it. */
  readonly operation: string | undefined;
  readonly identityField: string | null;
}

/**
 * Leaves an operation's line in the log: its name and outcome, never its contents. One of identity goes by the name it
 * has in the schema, because a client may put anything into its own.
 * @returns its status: where nothing was answered, clients that know GraphQL's own media type are told by it, and others
 * find a 200 as ever
 */
export function toldStatus(
  result: FormattedExecutionResult,
  { context, operation, identityField }: ToldOperation,
): number | null {
  const { data, errors } = result;
  const codes = errors?.map(({ extensions }) => extensions?.['code']);
  const told =
    identityField === null
      ? { operation, ...(codes ? { codes } : {}) }
      : { operation: identityField, bytes: context.bodyBytes, outcome: outcomeOf(result) };
  context.log.info(told, 'operation');
  const isOverloaded = !data && codes?.includes('OVERLOADED');
  const status = context.outcome.refusedStatus ?? (isOverloaded ? 503 : null);
  return status !== null && !context.acceptsGraphqlResponse ? 200 : status;
}

/**
 * An answer as it is sent: data that is written already goes in as it stands. A large one as bytes: a text of that size
 * would be put together only to be taken apart.
 */
export function answerBody(answer: FormattedExecutionResult): string | Buffer {
  const { data, ...rest } = answer;
  // Errors first, where nobody overlooks them (GraphQL specification, Response Format).
  if (!(data instanceof WrittenData)) return `${JSON.stringify({ ...rest, data })}\n`;
  const others = JSON.stringify(rest).slice(1, -1);
  const pieces = data.between(`{${others && `${others},`}"data":`, '}\n');
  const [only = ''] = pieces;
  return pieces.length === 1 ? only : Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
}
