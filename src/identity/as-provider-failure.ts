import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { OversizedAnswer } from '#platform/read-answer.ts';
import { ProviderFailure } from './provider-failure.ts';

/** Codes of the library for a provider that does not answer, or not as one. */
const unreachable: ReadonlySet<unknown> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

/**
 * Somebody did not agree there (RFC 6749, 4.1.2.1), in LinkedIn's words too.
 * @see https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 */
const denials: ReadonlySet<string> = new Set(['access_denied', 'user_cancelled_login', 'user_cancelled_authorize']);

/** What an error of the library, or of the network, comes to for who signs in. */
export function asProviderFailure(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (error instanceof AuthorizationResponseError) return asSentBack(error);
  if (error instanceof ResponseBodyError) return asRefusal(error);
  if (!(error instanceof ClientError)) return new ProviderFailure('PROVIDER_UNAVAILABLE', 'no answer');
  const isOversized = error.cause instanceof OversizedAnswer;
  const detail = isOversized ? 'an answer is too large' : (error.code ?? error.message);
  return new ProviderFailure(
    isOversized || unreachable.has(detail) ? 'PROVIDER_UNAVAILABLE' : 'UNAUTHENTICATED',
    detail,
  );
}

/** The provider sent the browser back without a code. */
const asSentBack = ({ error }: AuthorizationResponseError): ProviderFailure =>
  new ProviderFailure(denials.has(error) ? 'PROVIDER_DENIED' : 'PROVIDER_UNAVAILABLE', 'sent back without a code');

/** The provider refused the code, or us. */
const asRefusal = ({ status, error }: ResponseBodyError): ProviderFailure =>
  new ProviderFailure(
    status < 500 ? 'UNAUTHENTICATED' : 'PROVIDER_UNAVAILABLE',
    // Its codes are words of a standard (RFC 6749, 5.2); what else it may say is not repeated.
    /^[a-z_]{1,40}$/.test(error) ? error : 'refused',
  );
