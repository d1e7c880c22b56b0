import { counterKey } from '#authorization/rate-limits.ts';
import type { Limit, RateCounters } from '#database/rate-counters.ts';
import { RateLimited } from '#platform/errors.ts';
import type { MfaMethod } from '#platform/resolver-types.generated.ts';

/** How many failures to prove a second factor of each kind are allowed, of one account. */
export type FactorLimits = Readonly<Record<MfaMethod, Limit>>;

/** Apart from those of the password and from each other: who guesses at one keeps its owner from no other. */
export const factorLimits: FactorLimits = {
  TOTP: { max: 10, windowSeconds: 900 },
  BACKUP_CODE: { max: 10, windowSeconds: 900 },
  PASSKEY: { max: 10, windowSeconds: 900 },
};

export interface FactorAttempt {
  /** It was right: what failed before counts no more. Never fails: what cannot be forgotten stays counted. */
  readonly succeeded: () => Promise<void>;
  /** It was wrong. @returns whether it was the last that is allowed: none of its kind is compared for a while */
  readonly failed: () => Promise<boolean>;
  /** Nothing was compared: gives the attempt back. */
  readonly calledOff: () => Promise<void>;
}

export interface FactorAttempts {
  /** Counts an attempt as a failure before it is compared. @throws RateLimited, Overloaded where nobody can count */
  readonly begin: (ownerId: string, method: MfaMethod) => Promise<FactorAttempt>;
}

/** Limits attempts to prove a second factor. */
export const createFactorAttempts = (counters: RateCounters, limits: FactorLimits = factorLimits): FactorAttempts => ({
  begin: async (ownerId, method) => {
    const key = counterKey('second factor', method, ownerId);
    const limit = limits[method];
    const { waitSeconds, isLast, giveBack } = await counters.take(key, limit);
    if (waitSeconds !== null) throw new RateLimited(waitSeconds);
    return {
      // The factor is spent by now: who is told to come again could not come with it.
      succeeded: () => counters.clear(key).catch(() => undefined),
      failed: async () => {
        // The pause is as long after a slow series as after a quick one.
        if (isLast) await counters.useUp(key, limit);
        return isLast;
      },
      calledOff: giveBack,
    };
  },
});
