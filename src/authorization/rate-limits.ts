import { createHash } from 'node:crypto';
import { getArgumentValues } from 'graphql';
import type { Limit, RateCounters, Taken } from '#database/rate-counters.ts';
import { foldAddress } from '#platform/fold-address.ts';
import type { Selected } from './judge-document.ts';
import { ownerOf, type Viewer } from './viewer.ts';

/** How often a field may be executed, and by what it is counted (`@rateLimit`). */
export interface RateLimit extends Limit {
  readonly by: 'IP' | 'VIEWER' | 'ARGUMENT';
  /** The argument that it is counted by, down to the input's field: `input.email`. */
  readonly argument: string | null;
}

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** The seconds of a window such as `15m`; 0 for what is none, which boot refuses. */
export function windowSeconds(window: string): number {
  const [, count = '', unit = ''] = /^([1-9]\d{0,4})([smhd])$/.exec(window) ?? [];
  return Number(count) * (unitSeconds[unit] ?? 0);
}

/** Reads one `@rateLimit`. */
export const readRateLimit = (directive: Readonly<Record<string, unknown>>): RateLimit => ({
  max: Number(directive['max']),
  windowSeconds: windowSeconds(String(directive['window'])),
  by: directive['by'] as RateLimit['by'],
  argument: typeof directive['argument'] === 'string' ? directive['argument'] : null,
});

/** A limit as the matrix has it. */
export const describeRateLimit = ({ max, windowSeconds: seconds, by, argument }: RateLimit): string =>
  `${max} in ${seconds} s by ${argument ?? by}`;

/** Who asks, as far as it is counted. */
export interface RateSubject {
  readonly viewer: Viewer;
  /** Network address as it is counted; null for a client without one. */
  readonly addressKey: string | null;
}

/** Whether it is a root field that has limits. */
export const isLimited = ({ path, policy }: Selected): boolean => path.length === 1 && policy.rateLimits.length > 0;

/**
 * Counts the executions that an operation asks for, each root field as often as it is selected. What is refused is not
 * executed, and not counted.
 * @returns how many seconds to wait for a limit that is used up; null where none is
 * @throws Overloaded where nobody can count
 */
export async function chargeRateLimits(
  selected: readonly Selected[],
  variables: Readonly<Record<string, unknown>>,
  { counters, subject }: { readonly counters: RateCounters; readonly subject: RateSubject },
): Promise<number | null> {
  const taken = await takeAll(
    counters,
    selected.filter(isLimited).flatMap((each) =>
      each.policy.rateLimits.toSorted(byWidth).map((limit) => ({
        key: counterKey(each.policy.coordinate, limit, keyOf(limit, { each, variables, subject })),
        limit,
      })),
    ),
  );
  return typeof taken === 'number' ? taken : null;
}

// Who has used up an address must not use up what others are counted by as well, not even for a moment.
const widths: readonly RateLimit['by'][] = ['IP', 'VIEWER', 'ARGUMENT'];
const byWidth = (one: RateLimit, other: RateLimit): number => widths.indexOf(one.by) - widths.indexOf(other.by);

/**
 * Takes one of each, in this order, or none.
 * @returns what was taken, or how many seconds to wait for the first that is used up
 * @throws Overloaded
 */
export async function takeAll(
  counters: RateCounters,
  charges: readonly { readonly key: string; readonly limit: Limit }[],
): Promise<readonly Taken[] | number> {
  const taken: Taken[] = [];
  const giveBackAll = (): Promise<unknown> => Promise.all(taken.map(({ giveBack }) => giveBack()));
  for (const { key, limit } of charges) {
    const next = await counters.take(key, limit).catch(async (error: unknown) => {
      await giveBackAll();
      throw error;
    });
    if (next.waitSeconds !== null) {
      await giveBackAll();
      return next.waitSeconds;
    }
    taken.push(next);
  }
  return taken;
}

interface Counted {
  readonly each: Selected;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly subject: RateSubject;
}

function keyOf({ by, argument }: RateLimit, { each, variables, subject }: Counted): string {
  if (by === 'IP') return subject.addressKey ?? '';
  if (by === 'VIEWER') return ownerOf(subject.viewer) ?? '';
  const given: unknown = getArgumentValues(each.field, each.node, variables);
  const value = (argument ?? '').split('.').reduce<unknown>(propertyOf, given);
  // Whether or not it names anything; an address spelt otherwise is the same.
  return foldAddress(String(value));
}

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Hashed: what people type and where they are has no business in a table of counters. */
export const counterKey = (...parts: readonly (string | object)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
