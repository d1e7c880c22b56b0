import type { GraphQLFormattedError } from 'graphql';
import { unwrapResolverError } from '@apollo/server/errors';
import { DriverException, ConnectionException } from '@mikro-orm/core';
import type { Logger } from 'pino';
import { DomainError, Overloaded } from '#platform/errors.ts';

/**
 * The one place where an error becomes an answer: outcomes meant for the client keep their words and code, errors of
 * parsing, validation and limits stay as they are, everything else is logged once and shown as a request id alone.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  request: { requestId: string; log: Logger },
): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const domain = original instanceof DomainError ? original : isUnreachable(original) ? new Overloaded() : null;
  const { path, locations } = formatted;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  if (domain) return { message: domain.message, ...place, extensions: { code: domain.code, ...domain.details } };
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR')
    return { message: formatted.message, ...place, extensions: { code, ...fieldOf(formatted.message, code) } };
  request.log.error({ err: original, path }, 'operation failed');
  return {
    message: `Something went wrong on our side (request ${request.requestId}).`,
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: request.requestId },
  };
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof ConnectionException ||
  (error instanceof DriverException && /^(57P0|08|53300)/.test(String(error.code))) ||
  (error instanceof Error &&
    /ECONNREFUSED|ECONNRESET|Connection terminated|timeout exceeded when trying to connect/.test(error.message));

/** graphql-js names the place inside a variable in words only: `… at "input.email"; …`. */
function fieldOf(message: string, code: string): { field?: string } {
  if (code !== 'BAD_USER_INPUT') return {};
  const variable = /^Variable "\$(\w+)"/.exec(message)?.[1];
  const inner = / at "([\w.[\]]+)"/.exec(message)?.[1];
  const missing = /Field "(\w+)" of required type/.exec(message)?.[1];
  const field = [inner ?? variable, missing].filter(Boolean).join('.');
  return field === '' ? {} : { field };
}
