import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { isPassing } from '#database/is-passing.ts';
import { DomainError } from '#platform/errors.ts';
import { argumentPath } from './argument-path.ts';

/**
 * The one place where an error becomes an answer: outcomes meant for the client keep their words and code, errors of
 * parsing, validation and limits stay as they are, everything else is logged once and shown as a request id alone.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  request: { requestId: string; log: Logger },
): GraphQLFormattedError {
  const { path, locations } = formatted;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  // Apollo's own way to the cause stops at errors without a path, such as those of a commit.
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (original instanceof DomainError)
    return { message: original.message, ...place, extensions: { code: original.code, ...original.details } };
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR')
    return { message: formatted.message, ...place, extensions: { code, ...fieldOf(formatted.message, code, error) } };
  if (isPassing(original)) {
    request.log.warn({ err: original, path }, 'database unavailable');
    return { message: unavailable, ...place, extensions: { code: 'OVERLOADED' } };
  }
  request.log.error({ err: original, path }, 'operation failed');
  return {
    message: `Something went wrong on our side (request ${request.requestId}).`,
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: request.requestId },
  };
}

const unavailable = 'The database does not answer at the moment. Try again soon.';

/** graphql-js names the place inside a variable in words only: `Variable "$i" … at "i.email"; …`. */
function fieldOf(message: string, code: string, error: unknown): { field?: string } {
  const variable = /^Variable "\$(\w+)"/.exec(message)?.[1];
  if (code !== 'BAD_USER_INPUT' || variable === undefined || !(error instanceof GraphQLError)) return {};
  const inner = / at "\w+([\w.[\]]*)";/.exec(message)?.[1] ?? '';
  const named = /; Field "(\w+)" (?:of required type|is not defined)/.exec(message)?.[1];
  const field = `${argumentPath(variable, error) ?? variable}${inner}${named ? `.${named}` : ''}`;
  return { field: field.replaceAll(/\[(\d+)\]/g, '.$1') };
}
