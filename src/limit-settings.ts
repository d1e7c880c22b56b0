import { z } from 'zod';
import { readRateOverrides, type RateOverride } from '#authorization/rate-overrides.ts';

/** Settings of what may be done how often, as `config.ts` has the others. */
export const limitSettings = {
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe('Redis or Valkey that counts attempts instead of the database: `redis://` or, by TLS, `rediss://`'),
  RATE_LIMITS: z
    .string()
    .default('')
    .describe(
      'Other limits than the schema’s, comma-separated, each FIELD:KEY=MAX/WINDOW. KEY is IP, VIEWER or an argument; of login it is address, IP, device or devices. Such as `register:IP=30/1h,login:address=10/15m`',
    ),
} as const;

export interface LimitSettings {
  /** Null: the database counts. */
  readonly redisUrl: string | null;
  readonly rateLimits: readonly RateOverride[];
}

interface Given {
  readonly REDIS_URL?: string | undefined;
  readonly RATE_LIMITS: string;
}

/** Whether what they name is there, the start asks the schema. */
export const readLimitSettings = ({ REDIS_URL, RATE_LIMITS }: Given): LimitSettings => ({
  redisUrl: REDIS_URL ?? null,
  rateLimits: readRateOverrides(RATE_LIMITS).overrides,
});

/** What is wrong with the limits, a line for each. */
export const limitFaults = ({ RATE_LIMITS }: Given): string[] =>
  readRateOverrides(RATE_LIMITS).misread.map(
    (entry) => `RATE_LIMITS: ${entry} is not FIELD:KEY=MAX/WINDOW, such as register:IP=30/1h`,
  );
