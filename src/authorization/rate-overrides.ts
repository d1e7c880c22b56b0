import type { Limit } from '#database/rate-counters.ts';
import { StartupError } from '#platform/errors.ts';
import { fieldNameOf } from './coordinates.ts';
import type { FieldPolicy, Policy } from './policy.ts';
import { windowSeconds, type RateLimit } from './rate-limits.ts';

/** Another limit than the schema's, of a field by one of its keys. */
export interface RateOverride extends Limit {
  readonly field: string;
  /** IP, VIEWER or the name of an argument. */
  readonly key: string;
}

/**
 * Reads a list of limits such as `register:IP=30/1h, requestPasswordReset:email=20/1h`.
 * @returns those that are understood, and the others as they are written
 */
export function readRateOverrides(list: string): {
  readonly overrides: readonly RateOverride[];
  readonly misread: readonly string[];
} {
  const entries = list.split(',').flatMap((entry) => entry.trim() || []);
  const read = entries.map((entry) => ({ entry, override: readOverride(entry) }));
  return {
    overrides: read.flatMap(({ override }) => override ?? []),
    misread: read.flatMap(({ entry, override }) => (override ? [] : [entry])),
  };
}

function readOverride(entry: string): RateOverride | null {
  const [, field = '', key = '', max = '', window = ''] = /^(\w+):(\w+)=([1-9]\d{0,8})\/(\w+)$/.exec(entry) ?? [];
  const seconds = windowSeconds(window);
  return seconds > 0 ? { field, key, max: Number(max), windowSeconds: seconds } : null;
}

/** Limits by the name of their key. */
export type LimitsByKey = Readonly<Record<string, Limit>>;

/**
 * Puts other limits in the place of those that the schema gives its fields, and of those that are counted apart from it.
 * @param apart limits of fields that count for themselves, by field
 * @throws StartupError where there is no such field, or none of its limits has that key; it says what there is
 */
export function overrideRateLimits<A extends Readonly<Record<string, LimitsByKey>>>(
  { policy, apart }: { readonly policy: Policy; readonly apart: A },
  overrides: readonly RateOverride[],
): { readonly policy: Policy; readonly apart: A } {
  const limited = [...policy.fields].filter(([, { rateLimits }]) => rateLimits.length > 0);
  const known = new Set([
    ...limited.flatMap(([, own]) => own.rateLimits.map((limit) => `${fieldOf(own)}:${keyName(limit)}`)),
    ...Object.entries(apart).flatMap(([field, limits]) => Object.keys(limits).map((key) => `${field}:${key}`)),
  ]);
  const unknown = overrides.map(({ field, key }) => `${field}:${key}`).filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new StartupError(
      `RATE_LIMITS: nothing is limited by ${unknown.join(', ')}. There are ${[...known].toSorted().join(', ')}.`,
    );
  const overriding = <L extends Limit>(field: string, key: string, limit: L): L => {
    const found = overrides.findLast((each) => each.field === field && each.key === key);
    return found ? { ...limit, max: found.max, windowSeconds: found.windowSeconds } : limit;
  };
  const replaced = limited.map(([coordinate, own]): [string, FieldPolicy] => {
    const rateLimits = own.rateLimits.map((limit) => overriding(fieldOf(own), keyName(limit), limit));
    return [coordinate, { ...own, rateLimits }];
  });
  const replacedApart = Object.entries(apart).map(([field, limits]) => [
    field,
    Object.fromEntries(Object.entries(limits).map(([key, limit]) => [key, overriding(field, key, limit)])),
  ]);
  return {
    policy: { ...policy, fields: new Map([...policy.fields, ...replaced]) },
    apart: Object.fromEntries(replacedApart) as A,
  };
}

const fieldOf = ({ coordinate }: FieldPolicy): string => fieldNameOf(coordinate);

const keyName = ({ by, argument }: RateLimit): string => argument?.split('.').at(-1) ?? by;
