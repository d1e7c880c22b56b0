import type { Logger } from 'pino';
import type { Policy } from '#authorization/policy.ts';
import { overrideRateLimits, type RateOverride } from '#authorization/rate-overrides.ts';
import { openRateCounters, type OpenRateCounters } from '#database/rate-counters.ts';
import { createFactorAttempts, factorLimits, type FactorAttempts } from '#identity/factor-attempts.ts';
import { createLoginAttempts, type LoginAttempts } from '#identity/login-attempts.ts';
import { loginLimits } from '#identity/login-limits.ts';
import type { Metrics } from '#platform/metrics.ts';
import { providerLimits, type ProviderLimits } from './provider-routes.ts';

export interface CountingOptions {
  readonly urls: { readonly identity: string };
  /** Redis or Valkey to count attempts in instead of the database. */
  readonly redisUrl?: string | null;
  /** Other limits than the schema's. */
  readonly rateLimits?: readonly RateOverride[];
  /** For tests: counts instead of the product's own counters, and is stopped as they are. */
  readonly counters?: OpenRateCounters | undefined;
  readonly log: Logger;
}

/** What is counted, and by which limits. */
export interface Counting {
  readonly counters: OpenRateCounters;
  /** The compiled policy, with other limits where the settings have any. */
  readonly policy: Policy;
  readonly attempts: LoginAttempts;
  readonly factorAttempts: FactorAttempts;
  readonly providerLimits: ProviderLimits;
}

/** Opens the counters of attempts. @throws StartupError where the settings limit what there is not */
export async function openCounting(
  { urls, redisUrl, rateLimits = [], counters: given, log }: CountingOptions,
  { policy, metrics }: { readonly policy: Policy; readonly metrics: Metrics },
): Promise<Counting> {
  const apart = { login: loginLimits, completeMfa: factorLimits, ...providerLimits };
  const limited = overrideRateLimits({ policy, apart }, rateLimits);
  const warn = (error: unknown): void =>
    log.warn({ err: error }, 'attempts cannot be counted: what is limited is refused');
  const counters =
    given ?? (await openRateCounters({ url: urls.identity, redisUrl, warn, onFailure: metrics.counterFailed }));
  return {
    counters,
    policy: limited.policy,
    attempts: createLoginAttempts(counters, limited.apart.login),
    factorAttempts: createFactorAttempts(counters, limited.apart.completeMfa),
    providerLimits: { auth: limited.apart.auth, authCallback: limited.apart.authCallback },
  };
}
