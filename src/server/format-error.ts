import type { GraphQLFormattedError } from 'graphql';
import { unwrapResolverError } from '@apollo/server/errors';
import type { Logger } from 'pino';
import { DomainError } from '#platform/errors.ts';

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
  const original = unwrapResolverError(error);
  if (original instanceof DomainError)
    return { message: original.message, ...place, extensions: { code: original.code, ...original.details } };
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR')
    return { message: formatted.message, ...place, extensions: { code, ...fieldOf(formatted.message, code) } };
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

// SQLSTATE: connection exceptions but for protocol violations (08P01), a server that starts or stops, too many
// connections, and transactions that lost against another one.
const passingStates = /^(08(?!P01)|57P0|53300|40001|40P01)/;
const lostConnection = /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout exceeded when trying to connect/;

/** Whether an error of the database is one that the same request does not meet a moment later. */
const isPassing = (error: unknown): boolean =>
  error instanceof Error &&
  (passingStates.test(String('code' in error ? error.code : '')) || lostConnection.test(error.message));

/** graphql-js names the place inside a variable in words only: `… at "input.email"; …`. */
function fieldOf(message: string, code: string): { field?: string } {
  if (code !== 'BAD_USER_INPUT') return {};
  const variable = /^Variable "\$(\w+)"/.exec(message)?.[1];
  const inner = / at "([\w.[\]]+)";/.exec(message)?.[1];
  const named = /; Field "(\w+)" (?:of required type|is not defined)/.exec(message)?.[1];
  const field = [inner ?? variable, named].filter(Boolean).join('.');
  return field === '' ? {} : { field: field.replaceAll(/\[(\d+)\]/g, '.$1') };
}
