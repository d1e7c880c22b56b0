import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  type Configuration,
} from 'openid-client';
import { asProviderFailure } from './as-provider-failure.ts';
import { discoverProvider } from './discover-provider.ts';
import { ProviderFailure } from './provider-failure.ts';
import type { ProviderSettings } from './provider-profiles.ts';

export interface ProvidersOptions {
  readonly settings: readonly ProviderSettings[];
  /** Where the client is, without a slash at the end: providers are told to come back there. */
  readonly publicUrl: () => string;
  /** For each request to a provider. */
  readonly timeoutSeconds?: number | undefined;
  /** Told why a provider could not be used; nothing of what it said about anybody. */
  readonly onFailure: (provider: string, reason: string) => void;
}

/** What proves on the way back that it is the way that was begun. */
export interface AttemptSecrets {
  readonly state: string;
  readonly nonce: string | null;
  readonly codeVerifier: string | null;
}

/** Who somebody is, by a provider's word. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  /** Whether the provider says, in a boolean, that it has seen them read mail there. */
  readonly isEmailVerified: boolean;
  readonly name: string | null;
}

/** A provider that one can sign in at. */
export interface Provider extends ProviderSettings {
  readonly startUrl: string;
  /** Where to send the browser. @param isAnew asks the provider for a proof of now @throws ProviderFailure */
  readonly authorizationUrl: (secrets: AttemptSecrets, isAnew: boolean) => Promise<string>;
  /** Asks the provider who has come back. No transaction may be open: it may take long. @throws ProviderFailure */
  readonly identify: (answer: URLSearchParams, secrets: AttemptSecrets, isAnew: boolean) => Promise<ProvenIdentity>;
}

export interface Providers {
  readonly all: readonly Provider[];
  readonly find: (id: string) => Provider | null;
}

/** How ID tokens may be signed: by a key that only the provider has. Never `none`, nor a secret that others hold too. */
const signatures: ReadonlySet<unknown> = new Set(['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519']);

/** Who somebody is at a provider: up to 255 ASCII characters (OpenID Connect Core, 2). One that is empty is everybody. */
const subject = /^[\x20-\x7e]{1,255}$/;

/** How long ago the provider may have asked for a password where it was to ask anew, in seconds. */
const maxAge = 120;

/** What providers are asked by; each is looked up when it is first used, so that one that is down stops no start. */
export function createProviders({ settings, publicUrl, timeoutSeconds = 5, onFailure }: ProvidersOptions): Providers {
  const all = settings.map((each): Provider => {
    const startUrl = (): string => `${publicUrl()}/auth/${each.id}`;
    const redirectUri = (): string => `${startUrl()}/callback`;
    const configured = remembered(() => discoverProvider(each, timeoutSeconds));
    const guarded = <R>(work: (config: Configuration) => Promise<R>): Promise<R> =>
      configured()
        .then(work)
        .catch((error: unknown) => {
          const failure = asProviderFailure(error);
          onFailure(each.id, failure.detail);
          throw failure;
        });
    return {
      ...each,
      get startUrl() {
        return startUrl();
      },
      authorizationUrl: (secrets, isAnew) =>
        guarded(async (config) => {
          const parameters = await parametersOf(each, secrets, isAnew);
          return buildAuthorizationUrl(config, { ...parameters, redirect_uri: redirectUri() }).href;
        }),
      identify: (answer, secrets, isAnew) =>
        guarded((config) => {
          const url = new URL(redirectUri());
          url.search = answer.toString();
          return exchange(config, { url, secrets, isAnew: isAnew && each.profile.asksAgain });
        }),
    };
  });
  return { all, find: (id) => all.find((each) => each.id === id) ?? null };
}

const metadataMs = 3_600_000;

/** Asked once for all who wait, and again after an hour or a failure. */
function remembered<R>(ask: () => Promise<R>): () => Promise<R> {
  let known: { readonly value: Promise<R>; readonly until: number } | null = null;
  return () => {
    if (known && known.until > performance.now()) return known.value;
    const value = ask();
    const asked = { value, until: performance.now() + metadataMs };
    known = asked;
    value.catch(() => {
      if (known === asked) known = null;
    });
    return value;
  };
}

async function parametersOf(
  { profile }: ProviderSettings,
  { state, nonce, codeVerifier }: AttemptSecrets,
  isAnew: boolean,
): Promise<Record<string, string>> {
  const again: Record<string, string> = profile.asksAgain
    ? { prompt: 'login', max_age: String(maxAge) }
    : { prompt: 'select_account' };
  return {
    scope: 'openid email profile',
    state,
    ...(nonce === null ? {} : { nonce }),
    ...(codeVerifier === null
      ? {}
      : { code_challenge: await calculatePKCECodeChallenge(codeVerifier), code_challenge_method: 'S256' }),
    ...(isAnew ? again : {}),
  };
}

interface Exchange {
  readonly url: URL;
  readonly secrets: AttemptSecrets;
  readonly isAnew: boolean;
}

/** Redeems the code and reads who it is of; the provider's tokens are worth nothing to us and end here. */
async function exchange(config: Configuration, { url, secrets, isAnew }: Exchange): Promise<ProvenIdentity> {
  const { state, nonce, codeVerifier } = secrets;
  const tokens = await authorizationCodeGrant(config, url, {
    expectedState: state,
    idTokenExpected: true,
    ...(nonce === null ? {} : { expectedNonce: nonce }),
    ...(codeVerifier === null ? {} : { pkceCodeVerifier: codeVerifier }),
    ...(isAnew ? { maxAge } : {}),
  });
  const claims = tokens.claims();
  if (!claims || !signatures.has(algorithmOf(tokens.id_token ?? '')))
    throw new ProviderFailure('UNAUTHENTICATED', 'unexpected signature');
  if (!subject.test(claims.sub)) throw new ProviderFailure('UNAUTHENTICATED', 'unexpected subject');
  const hasMore = claims['email'] === undefined && config.serverMetadata().userinfo_endpoint !== undefined;
  const said = hasMore ? await fetchUserInfo(config, tokens.access_token, claims.sub) : claims;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: textOf(said['email']),
    // Google has been seen to say "false": a text that is true to whoever does not look.
    isEmailVerified: said['email_verified'] === true,
    name: textOf(said['name']),
  };
}

const textOf = (claim: unknown): string | null => (typeof claim === 'string' ? claim : null);

function algorithmOf(token: string): unknown {
  const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
  return typeof header === 'object' && header !== null ? Reflect.get(header, 'alg') : undefined;
}
