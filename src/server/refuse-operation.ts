import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Refused } from '#authorization/judge-document.ts';
import { InsufficientScope, RateLimited, StepUpRequired } from '#platform/errors.ts';
import type { RequestContext } from './request-context.ts';

/** Without what lies below something refused: it is refused for the same reason. */
export const outermost = (refused: readonly Refused[]): readonly Refused[] => {
  const paths = new Set(refused.map(({ path }) => path.join('.')));
  return refused.filter(
    ({ path }) => !path.some((_, length) => length > 0 && paths.has(path.slice(0, length).join('.'))),
  );
};

/**
 * What explains a status: when to come again (RFC 9110, 10.2.3), how recent a sign-in has to be (RFC 9470, 3), or which
 * scopes an access token must have (RFC 6750, 3).
 */
function headersOf(status: number, refused: readonly Refused[]): Readonly<Record<string, string>> {
  const waits = refused.flatMap(({ error }) => (error instanceof RateLimited ? [error.retryAfterSeconds] : []));
  const ages = refused.flatMap(({ error }) => (error instanceof StepUpRequired ? [error.maxAge] : []));
  if (status === 429) return { 'retry-after': String(Math.max(...waits)) };
  if (ages.length > 0)
    return { 'www-authenticate': `Bearer error="insufficient_user_authentication", max_age="${Math.min(...ages)}"` };
  const lacking = refused.flatMap(({ error }) => (error instanceof InsufficientScope ? [error.scopes] : []));
  if (lacking.length === 0) return {};
  // Of what would do the first, of each that was refused; where nothing would, no scope helps.
  const scopes = [...new Set(lacking.flatMap(([first = []]) => first))];
  const isHopeless = lacking.some((lists) => lists.length === 0);
  return {
    'www-authenticate': `Bearer error="insufficient_scope"${isHopeless ? '' : `, scope="${scopes.join(' ')}"`}`,
  };
}

/** Nothing is executed: no `data` entry, one error each, and a status for clients that understand one. */
export function refuse(request: RequestContext, refused: readonly Refused[]): ExecutionResult {
  const codes = new Set(refused.map(({ error }) => error.code));
  const limited = codes.has('RATE_LIMITED') ? 429 : 403;
  const status = codes.has('UNAUTHENTICATED') || codes.has('STEP_UP_REQUIRED') ? 401 : limited;
  request.refusedWith(status, headersOf(status, refused));
  return {
    errors: refused.map(
      ({ path, error }) =>
        new GraphQLError(error.message, { ...(path.length > 0 ? { path: [...path] } : {}), originalError: error }),
    ),
  };
}
