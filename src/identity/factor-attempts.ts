import { counterKey, takeAll } from '#authorization/rate-limits.ts';
import type { Limit, RateCounters } from '#database/rate-counters.ts';
import { RateLimited } from '#platform/errors.ts';

/** Failures to prove a second factor, of one account: apart from those of its password. */
export const factorLimit: Limit = { max: 10, windowSeconds: 900 };

export interface FactorAttempt {
  /** It was right: what failed before counts no more. */
  readonly succeeded: () => Promise<void>;
  /** Nothing was compared: gives the attempt back. */
  readonly calledOff: () => Promise<void>;
}

export interface FactorAttempts {
  /** Counts an attempt as a failure before it is compared. @throws RateLimited, Overloaded where nobody can count */
  readonly begin: (ownerId: string) => Promise<FactorAttempt>;
}

/** Limits attempts to prove a second factor. */
export const createFactorAttempts = (counters: RateCounters, limit: Limit = factorLimit): FactorAttempts => ({
  begin: async (ownerId) => {
    const key = counterKey('second factor', ownerId);
    const taken = await takeAll(counters, [{ key, limit }]);
    if (typeof taken === 'number') throw new RateLimited(taken);
    return {
      succeeded: () => counters.clear(key),
      calledOff: async () => {
        await Promise.all(taken.map(({ giveBack }) => giveBack()));
      },
    };
  },
});
