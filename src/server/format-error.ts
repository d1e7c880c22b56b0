import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { isPassing, sqlStateOf } from '#database/is-passing.ts';
import { ContentRejected, DomainError } from '#platform/errors.ts';
import { withoutGivenValues } from '#platform/redact-text.ts';
import { argumentPath } from './argument-path.ts';
import type { RequestContext } from './request-context.ts';

type Asking = Pick<RequestContext, 'requestId' | 'log' | 'signal'>;

/**
 * The one place where an error becomes an answer: outcomes meant for the client keep their words and code, errors of
 * parsing, validation and limits stay as they are, everything else is logged once and shown as a request id alone.
 */
export function formatError(error: GraphQLError, request: Asking): GraphQLFormattedError {
  const { path, locations } = error;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  const original = error.originalError ?? error;
  if (original instanceof ContentRejected)
    request.log.warn({ path, field: original.details['field'], found: original.found }, 'content rejected');
  if (original instanceof DomainError)
    return { message: original.message, ...place, extensions: { code: original.code, ...original.details } };
  const { code } = error.extensions;
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR')
    return { message: toldMessage(error), ...place, extensions: { code, ...fieldOf(error) } };
  if (isPassing(original)) {
    request.log.warn({ err: original, path }, 'database unavailable');
    return { message: unavailable, ...place, extensions: { code: 'OVERLOADED' } };
  }
  request.log[isOfGivingUp(original, request) ? 'debug' : 'error']({ err: original, path }, 'operation failed');
  return {
    message: `Something went wrong on our side (request ${request.requestId}).`,
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: request.requestId },
  };
}

/** What an operation ends with when nobody waits for it any more: our own word for it, or the database's, 57014. */
const isOfGivingUp = (error: Error, { signal }: Asking): boolean =>
  signal?.aborted === true && (error === signal.reason || sqlStateOf(error) === '57014');

const unavailable = 'The database does not answer at the moment. Try again soon.';

/**
 * graphql-js repeats what it cannot take, and whoever keeps a client's errors keeps a password that was no text: told are
 * the place and what is expected there. A fault of a value comes as what is around it and, last, its own words.
 */
function toldMessage({ message, originalError }: GraphQLError): string {
  const fault = originalError?.message ?? '';
  if (fault === '' || !message.endsWith(`; ${fault}`)) return withoutGivenValues(message);
  const before = message.slice(0, -fault.length - 2);
  const place = / at "\w+[\w.[\]]*"$/.exec(before)?.[0] ?? '';
  return `${withoutGivenValues(before).replace(/\.$/, '')}${place}; ${withoutGivenValues(fault)}`;
}

/** graphql-js names the place inside a variable in words only: `Variable "$i" … at "i.email"; …`. */
function fieldOf(error: GraphQLError): { field?: string } {
  const { message } = error;
  const variable = /^Variable "\$(\w+)"/.exec(message)?.[1];
  if (error.extensions['code'] !== 'BAD_USER_INPUT' || variable === undefined) return {};
  const inner = / at "\w+([\w.[\]]*)";/.exec(message)?.[1] ?? '';
  const named = /; Field "(\w+)" (?:of required type|is not defined)/.exec(message)?.[1];
  const field = `${argumentPath(variable, error) ?? variable}${inner}${named ? `.${named}` : ''}`;
  return { field: field.replaceAll(/\[(\d+)\]/g, '.$1') };
}
