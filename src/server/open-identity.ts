import { createBreachCheck } from '#identity/breach-check.ts';
import type { FactorAttempts } from '#identity/factor-attempts.ts';
import { createIdentity, type Identity } from '#identity/identity.ts';
import { sessionLifetimes } from '#identity/identity-services.ts';
import type { LoginAttempts } from '#identity/login-attempts.ts';
import { createProviders, type Providers } from '#identity/providers.ts';
import type { RelyingParty } from '#identity/relying-party.ts';
import type { Metrics } from '#platform/metrics.ts';
import type { CompiledSchema } from './build-schema.ts';
import type { ProductOptions } from './product.ts';

export interface IdentityParts {
  readonly metrics: Metrics;
  readonly compiled: CompiledSchema;
  readonly attempts: LoginAttempts;
  readonly factorAttempts: FactorAttempts;
  /** Where the client is; known once it is served. */
  readonly publicUrl: () => string;
  readonly relyingParty: () => RelyingParty;
}

/** Puts identity together as the settings say. @throws StartupError where they leave nothing to sign or encrypt with */
export function openIdentity(
  options: ProductOptions,
  { metrics, compiled, attempts, factorAttempts, publicUrl, relyingParty }: IdentityParts,
): Identity {
  const { log, registration = 'open', passwordPolicy = 'classes', passwordPepper: pepper = null } = options;
  const { claimMode = 'code', claimEmail = null, breachCheckUrl: baseUrl = null } = options;
  const breachCheck = createBreachCheck({
    baseUrl,
    onFailure: (reason) => {
      metrics.breachCheckFailed();
      log.warn({ reason }, 'breach check failed; the password is asked about again at the next sign-in');
    },
  });
  return createIdentity(
    {
      issuer: 'tenure',
      accessTokenSeconds: 900,
      ...sessionLifetimes,
      secrets: options.jwtSecrets,
      encryptionKeys: options.encryptionKeys,
      metrics,
      registration,
      passwordPolicy,
      pepper,
      hashGate: options.hashGate,
      claimMode,
      claimEmail,
      breachCheck,
      providers: openProviders(options, publicUrl),
      attempts,
      factorAttempts,
      relyingParty,
    },
    compiled.policy.impliedRoles,
  );
}

const openProviders = (
  { log, localOwner, providers = [], providerTimeoutSeconds: timeoutSeconds }: ProductOptions,
  publicUrl: () => string,
): Providers =>
  createProviders({
    // Nobody signs in to a single-user installation.
    settings: localOwner ? [] : providers,
    publicUrl,
    timeoutSeconds,
    onFailure: (provider, reason) => log.warn({ provider, reason }, 'a provider could not be used'),
  });
