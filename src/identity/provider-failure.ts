/** Why somebody comes back from a provider not signed in: what the client's page is told. */
export const providerErrors = [
  /** It is not the way that was begun in this browser, or not any more. */
  'ATTEMPT_OVER',
  /** There, they did not agree. */
  'PROVIDER_DENIED',
  'PROVIDER_UNAVAILABLE',
  /** The provider's answer does not hold, or the account is shut out. */
  'UNAUTHENTICATED',
  /** The provider does not tell an address to open an account with. */
  'EMAIL_NEEDED',
  /** Nobody has proven the address, and one has to. */
  'EMAIL_NOT_VERIFIED',
  'ACCOUNT_LINKING_BLOCKED',
  'REGISTRATION_CLOSED',
  /** This browser cannot keep tokens at this address. */
  'COOKIES_REFUSED',
  'RATE_LIMITED',
  'OVERLOADED',
] as const;
export type ProviderError = (typeof providerErrors)[number];

/** An outcome at a provider, or behind it, that the client's page tells of. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';
  readonly reason: ProviderError;
  /** For the log: a few words of ours or of the library, never of the provider. */
  readonly detail: string;
  /** The account it is about, where there is one. */
  readonly ownerId: string | null;
  constructor(reason: ProviderError, detail: string, ownerId: string | null = null) {
    super(`Signing in by a provider failed: ${reason}`);
    this.reason = reason;
    this.detail = detail;
    this.ownerId = ownerId;
  }
}
