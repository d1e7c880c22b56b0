import type { Limit } from '#database/rate-counters.ts';

/** How many failures to sign in by password are allowed: clients nobody knows by address and client address, known devices by themselves. */
export interface LoginLimits extends Readonly<Record<string, Limit>> {
  /** Of strangers, by the address they give. */
  readonly address: Limit;
  /** Of strangers, by their network address. */
  readonly IP: Limit;
  /** Of one known device. */
  readonly device: Limit;
  /** Of all known devices of an account. */
  readonly devices: Limit;
}

/**
 * By default never more than 100 failures of an account in an hour: an hour touches five windows of a quarter, in which
 * strangers have 25, and the devices have the other 75. So what strangers use up, no device misses.
 */
export const loginLimits: LoginLimits = {
  address: { max: 5, windowSeconds: 900 },
  IP: { max: 10, windowSeconds: 1_800 },
  device: { max: 20, windowSeconds: 3_600 },
  devices: { max: 75, windowSeconds: 3_600 },
};

/** Within as long as this, a limit that is used up again blocks for longer. */
export const strikesSeconds = 86_400;
const longestBlockSeconds = 3_600;

/** A limit after it was used up so many times in a day: each time its window, and so the block at its end, is twice as long. */
export function limitAfter({ max, windowSeconds }: Limit, strikes: number): Limit {
  const longest = Math.max(windowSeconds, longestBlockSeconds);
  return { max, windowSeconds: Math.min(windowSeconds * 2 ** strikes, longest) };
}
