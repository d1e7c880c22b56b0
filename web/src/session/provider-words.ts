import type { ProviderReturn } from './provider-return.ts';

interface Place {
  /** The provider's name. */
  readonly at: string;
  /** The same, to begin a sentence with. */
  readonly At: string;
  readonly isSignedIn: boolean;
}

export const challengeOver = 'That took too long, or too many tries. Sign in once more.';

/** By the codes that the server sends browsers back with, and by that of a second step. */
const sentences: Readonly<Record<string, (place: Place) => string>> = {
  ATTEMPT_OVER: ({ at }) => `The way back from ${at} came too late, twice, or from another browser. Try again.`,
  CHALLENGE_OVER: () => challengeOver,
  PROVIDER_DENIED: ({ at, isSignedIn }) =>
    `You did not agree at ${at}, so ${isSignedIn ? 'nothing was changed' : 'nobody was signed in'}.`,
  PROVIDER_UNAVAILABLE: ({ At, isSignedIn }) =>
    `${At} does not answer as it should. Try again in a moment${isSignedIn ? '' : ', or sign in another way'}.`,
  UNAUTHENTICATED: ({ at, At, isSignedIn }) =>
    isSignedIn
      ? `That did not prove who you are. Try again, with the account at ${at} that signs you in here.`
      : `${At} did not prove who you are, or your account is switched off. Try again, or sign in another way.`,
  EMAIL_NEEDED: ({ at, At }) =>
    `${At} did not tell your e-mail address, which a new account needs. Allow it there, or open an account without ${at}.`,
  EMAIL_NOT_VERIFIED: ({ at }) =>
    `Your e-mail address is not confirmed yet. Confirm it at ${at}, or by the link in our mail if you have one, and try again.`,
  ACCOUNT_LINKING_BLOCKED: ({ at, isSignedIn }) =>
    isSignedIn
      ? `Your account at ${at} signs in to another account here. Unlink it there first, or take another one at ${at}.`
      : `There is an account with your e-mail address here already, and ${at} does not say that the address is yours. Sign in another way; then link ${at} in the account settings.`,
  REGISTRATION_CLOSED: ({ at }) =>
    `Accounts are opened by invitation here. If you have one, sign in another way; then link ${at} in the account settings.`,
  COOKIES_REFUSED: () => 'Nobody can sign in at this address, as it is not safe: open Tenure by https.',
  RATE_LIMITED: ({ isSignedIn }) =>
    `Too many attempts. Try again later${isSignedIn ? '' : ', or sign in another way'}.`,
  OVERLOADED: () => 'The server is busy. Try again in a moment.',
};

/** Why somebody came back from a provider without what they went for, and what to do; undefined where all went well. */
export function describeProviderReturn(
  { error, errand }: ProviderReturn,
  { isSignedIn }: Pick<Place, 'isSignedIn'>,
): string | undefined {
  if (error === undefined) return undefined;
  const { label } = errand ?? {};
  const place = { at: label ?? 'the provider', At: label ?? 'The provider', isSignedIn };
  return sentences[error]?.(place) ?? 'The server failed. Try again.';
}
