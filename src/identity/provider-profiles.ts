/** What a provider does not do that others do: strict unless it is known to refuse. */
export interface ProviderProfile {
  /** Takes PKCE (RFC 7636). */
  readonly takesVerifier: boolean;
  /** Repeats the nonce in its ID token (OpenID Connect Core, 3.1.3.7). */
  readonly repeatsNonce: boolean;
  /** Takes the client's secret in the header, as every provider should (RFC 6749, 2.3.1). */
  readonly takesSecretInHeader: boolean;
  /** Asks for the password again where it is told to, and says when it did (`prompt=login`, `max_age`, `auth_time`). */
  readonly asksAgain: boolean;
}

/** A provider as the settings name it. */
export interface ProviderSettings {
  /** Its name in addresses. */
  readonly id: string;
  readonly label: string;
  /** As its ID tokens name it, to the letter. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly profile: ProviderProfile;
}

export const strictProfile: ProviderProfile = {
  takesVerifier: true,
  repeatsNonce: true,
  takesSecretInHeader: true,
  asksAgain: true,
};

/** Knows neither `prompt=login` nor `auth_time` (Google, OpenID Connect: authentication URI parameters). */
export const googleProfile: ProviderProfile = { ...strictProfile, asksAgain: false };

/**
 * Answers a `code_verifier` with an error and leaves the nonce out. What is left is a state bound to the browser, a
 * redirect address of its own, and the code's use by a client with a secret. That it takes in the body alone, and says so
 * nowhere in its metadata.
 * @see https://github.com/teamhanko/hanko/pull/2405
 * @see https://github.com/authlib/authlib/issues/763
 * @see https://github.com/linkedin-developers/linkedin-api-python-client/issues/63
 */
export const linkedinProfile: ProviderProfile = {
  takesVerifier: false,
  repeatsNonce: false,
  takesSecretInHeader: false,
  asksAgain: false,
};

export const builtInProviders = {
  google: { id: 'google', label: 'Google', issuer: 'https://accounts.google.com', profile: googleProfile },
  linkedin: { id: 'linkedin', label: 'LinkedIn', issuer: 'https://www.linkedin.com/oauth', profile: linkedinProfile },
} as const satisfies Record<string, Omit<ProviderSettings, 'clientId' | 'clientSecret'>>;
