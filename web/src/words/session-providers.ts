/** Where somebody was, and from where. */
interface Place {
  /** The provider's name. */
  readonly at: string;
  /** The same, to begin a sentence with. */
  readonly At: string;
  readonly isSignedIn: boolean;
}

/** Signing in by a provider, and why somebody came back from one without what they went for. */
export const words = {
  signIn: 'Sign in',
  with: (action: string, provider: string) => `${action} with ${provider}`,
  challengeOver: 'That took too long, or too many tries. Sign in once more.',
  unknown: { at: 'the provider', At: 'The provider' },
  failed: 'The server failed. Try again.',
  attemptOver: ({ at }: Place) => `The way back from ${at} came too late, twice, or from another browser. Try again.`,
  denied: ({ at, isSignedIn }: Place) =>
    `You did not agree at ${at}, so ${isSignedIn ? 'nothing was changed' : 'nobody was signed in'}.`,
  unavailable: ({ At, isSignedIn }: Place) =>
    `${At} does not answer as it should. Try again in a moment${isSignedIn ? '' : ', or sign in another way'}.`,
  unproven: ({ at, At, isSignedIn }: Place) =>
    isSignedIn
      ? `That did not prove who you are. Try again, with the account at ${at} that signs you in here.`
      : `${At} did not prove who you are, or your account is switched off. Try again, or sign in another way.`,
  emailNeeded: ({ at, At }: Place) =>
    `${At} did not tell your e-mail address, which a new account needs. Allow it there, or open an account without ${at}.`,
  emailUnconfirmed: ({ at }: Place) =>
    `Your e-mail address is not confirmed yet. Confirm it at ${at}, or by the link in our mail if you have one, and try again.`,
  linkedElsewhere: ({ at, isSignedIn }: Place) =>
    isSignedIn
      ? `Your account at ${at} signs in to another account here. Unlink it there first, or take another one at ${at}.`
      : `There is an account with your e-mail address here already, and ${at} does not say that the address is yours. Sign in another way; then link ${at} in the account settings.`,
  byInvitation: ({ at }: Place) =>
    `Accounts are opened by invitation here. If you have one, sign in another way; then link ${at} in the account settings.`,
  unsafe: 'Nobody can sign in at this address, as it is not safe: open Tenure by https.',
  tooMany: ({ isSignedIn }: Place) =>
    `Too many attempts. Try again later${isSignedIn ? '' : ', or sign in another way'}.`,
  busy: 'The server is busy. Try again in a moment.',
};
