import type { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { formatClock } from '../language/format-clock.ts';
import { words } from '../words/shell.ts';

/** When and from where a link was asked for, in the words of its mail. */
export interface AskedFor {
  readonly at: string;
  readonly from: string | null;
  readonly device: string;
}

/** What went wrong with an operation, in the terms of the API's `extensions`. */
export interface Problem {
  /** `extensions.code`, or `NETWORK` when the server could not be reached. */
  readonly code: string;
  readonly message: string;
  readonly reason?: string | undefined;
  /** Path of the input at fault, such as `input.email`. */
  readonly field?: string | undefined;
  readonly requestId?: string | undefined;
  /** From when on it may work again, where there were too many attempts. */
  readonly retryAt?: Date | undefined;
  /** Where a link was asked for that is used elsewhere. */
  readonly asked?: AskedFor | undefined;
  /** The match of a posting that is there already. */
  readonly personaJobId?: string | undefined;
}

/** What went wrong though no operation was refused, in a sentence for whoever is there. */
export class ClientFault extends Error {}

interface GraphQLFault {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function parseFault({ message, extensions = {} }: GraphQLFault): Problem {
  const retryAfterSeconds = extensions['retryAfter'];
  return {
    code: text(extensions['code']) ?? 'INTERNAL_SERVER_ERROR',
    message,
    reason: text(extensions['reason']),
    field: text(extensions['field']),
    requestId: text(extensions['requestId']),
    retryAt: typeof retryAfterSeconds === 'number' ? new Date(Date.now() + retryAfterSeconds * 1000) : undefined,
    asked: parseAsked(extensions['asked']),
    personaJobId: text(extensions['personaJobId']),
  };
}

function parseAsked(value: unknown): AskedFor | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { at, from, device }: Readonly<Record<string, unknown>> = { at: undefined, from: null, device: null, ...value };
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof device !== 'string') return undefined;
  return { at, from: text(from) ?? null, device };
}

/** Answers with an HTTP failure (too busy, too large) carry the same JSON as every other answer. */
function parseBody(bodyText: string): GraphQLFault | undefined {
  try {
    const body = JSON.parse(bodyText) as { errors?: readonly GraphQLFault[] };
    return body.errors?.[0];
  } catch {
    return undefined;
  }
}

/** A page may read an error whenever it is drawn: the time to wait counts from the first reading. */
const parsed = new WeakMap<Error, Problem>();

/** Reads the first thing that went wrong out of whatever Apollo Client threw. */
export function parseProblem(error: unknown): Problem {
  const known = error instanceof Error ? parsed.get(error) : undefined;
  if (known) return known;
  const fault = CombinedGraphQLErrors.is(error)
    ? error.errors[0]
    : ServerError.is(error)
      ? parseBody(error.bodyText)
      : undefined;
  const problem = fault ? parseFault(fault) : withoutAnswer(error);
  if (error instanceof Error) parsed.set(error, problem);
  return problem;
}

const withoutAnswer = (error: unknown): Problem =>
  error instanceof ClientFault
    ? { code: 'CLIENT', message: error.message }
    : { code: 'NETWORK', message: words.problems.noAnswer };

/** What an answer says of a refusal of this code; undefined where it holds none. */
export const findRefusal = ({ errors }: ApolloLink.Result, code: string): GraphQLFault['extensions'] =>
  errors?.find(({ extensions }) => extensions?.['code'] === code)?.extensions;

/** Whether an answer holds a refusal of this code, and reason if one is given. */
export const isRefusedFor = ({ errors }: ApolloLink.Result, code: string, reason?: string): boolean =>
  errors?.some(
    ({ extensions }) => extensions?.['code'] === code && (reason === undefined || extensions['reason'] === reason),
  ) ?? false;

const sentences: Readonly<Record<string, (problem: Problem) => string>> = {
  NETWORK: () => words.problems.unreachable,
  UNAUTHENTICATED: () => words.problems.signedOut,
  NOT_FOUND: () => words.problems.gone,
  OVERLOADED: () => words.problems.busy,
  RATE_LIMITED: ({ retryAt, message }) => (retryAt ? words.problems.tooMany(formatClock(retryAt)) : message),
  STEP_UP_REQUIRED: () => words.problems.unproven,
  INTERNAL_SERVER_ERROR: ({ requestId }) => words.problems.failed(requestId),
  PERSISTED_QUERY_ID_REQUIRED: () => words.problems.otherVersion,
  VERSION_CONFLICT: () => words.problems.changed,
};

/** The problem in a sentence that tells what to do: ours where we know better, else the server's. */
export function describeProblem(problem: Problem): string {
  const describe = sentences[problem.reason ?? ''] ?? sentences[problem.code];
  return describe?.(problem) ?? problem.message;
}

/** A refusal as a form shows it: at the input that it is about, or above all of them. */
export interface Refusal<Field extends string> {
  readonly at: (field: Field) => string | undefined;
  readonly form: string | undefined;
}

/** Says where a form shows what went wrong. `fields` are the paths of its inputs, such as `input.email`. */
export function locateRefusal<Field extends string>(error: unknown, fields: readonly Field[]): Refusal<Field> {
  const problem = error ? parseProblem(error) : undefined;
  const isAtField = fields.some((field) => field === problem?.field);
  return {
    at: (field) => (field === problem?.field ? problem.message : undefined),
    form: problem && !isAtField ? describeProblem(problem) : undefined,
  };
}
