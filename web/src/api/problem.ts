import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** What went wrong with an operation, in the terms of the API's `extensions`. */
export interface Problem {
  /** `extensions.code`, or `NETWORK` when the server could not be reached. */
  readonly code: string;
  readonly message: string;
  readonly reason?: string | undefined;
  /** Path of the input at fault, such as `input.email`. */
  readonly field?: string | undefined;
  readonly requestId?: string | undefined;
}

interface GraphQLFault {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function parseFault({ message, extensions = {} }: GraphQLFault): Problem {
  return {
    code: text(extensions['code']) ?? 'INTERNAL_SERVER_ERROR',
    message,
    reason: text(extensions['reason']),
    field: text(extensions['field']),
    requestId: text(extensions['requestId']),
  };
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

/** Reads the first thing that went wrong out of whatever Apollo Client threw. */
export function parseProblem(error: unknown): Problem {
  const fault = CombinedGraphQLErrors.is(error)
    ? error.errors[0]
    : ServerError.is(error)
      ? parseBody(error.bodyText)
      : undefined;
  return fault ? parseFault(fault) : { code: 'NETWORK', message: 'The server cannot be reached.' };
}

const sentences: Readonly<Record<string, (problem: Problem) => string>> = {
  NETWORK: () => 'The server cannot be reached. Check your connection and try again.',
  UNAUTHENTICATED: () => 'You are signed out. Sign in and try again.',
  NOT_FOUND: () => 'It is not there any more.',
  OVERLOADED: () => 'The server is busy. Try again in a moment.',
  INTERNAL_SERVER_ERROR: ({ requestId }) =>
    `The server failed${requestId === undefined ? '' : ` (request ${requestId})`}. Try again.`,
  VERSION_CONFLICT: () => 'It was changed elsewhere in the meantime. Load the page again to see how it stands.',
};

/** The problem in a sentence that tells what to do: ours where we know better, else the server's. */
export function describeProblem(problem: Problem): string {
  const describe = sentences[problem.reason ?? ''] ?? sentences[problem.code];
  return describe?.(problem) ?? problem.message;
}
