import { words } from '../words/session-providers.ts';
import type { ProviderReturn } from './provider-return.ts';

export const challengeOver = words.challengeOver;

/** What is to be known of where somebody comes back from. */
type Place = Parameters<typeof words.denied>[0];

/** By the codes that the server sends browsers back with, and by that of a second step. */
const sentences: Readonly<Record<string, (place: Place) => string>> = {
  ATTEMPT_OVER: words.attemptOver,
  CHALLENGE_OVER: () => challengeOver,
  PROVIDER_DENIED: words.denied,
  PROVIDER_UNAVAILABLE: words.unavailable,
  UNAUTHENTICATED: words.unproven,
  EMAIL_NEEDED: words.emailNeeded,
  EMAIL_NOT_VERIFIED: words.emailUnconfirmed,
  ACCOUNT_LINKING_BLOCKED: words.linkedElsewhere,
  REGISTRATION_CLOSED: words.byInvitation,
  COOKIES_REFUSED: () => words.unsafe,
  RATE_LIMITED: words.tooMany,
  OVERLOADED: () => words.busy,
};

/** Why somebody came back from a provider without what they went for, and what to do; undefined where all went well. */
export function describeProviderReturn(
  { error, errand }: ProviderReturn,
  { isSignedIn }: Pick<Place, 'isSignedIn'>,
): string | undefined {
  if (error === undefined) return undefined;
  const { label } = errand ?? {};
  const place = { at: label ?? words.unknown.at, At: label ?? words.unknown.At, isSignedIn };
  return sentences[error]?.(place) ?? words.failed;
}
