import type { OpenRateCounters, Taken } from '#database/rate-counters.ts';

const untaken: Taken = { waitSeconds: null, isLast: false, giveBack: async () => undefined };

/** Counts nothing, so that no limit ever bites. */
export const uncounted: OpenRateCounters = {
  take: async () => untaken,
  count: async () => 0,
  useUp: async () => undefined,
  clear: async () => undefined,
  stop: async () => undefined,
};
