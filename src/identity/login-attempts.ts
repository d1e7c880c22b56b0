import { raw } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { counterKey, takeAll } from '#authorization/rate-limits.ts';
import type { Limit, RateCounters, Taken } from '#database/rate-counters.ts';
import { toUuid } from '#platform/ids.ts';
import { Credential } from './credential.entity.ts';
import { KnownDevice } from './known-device.entity.ts';
import { limitAfter, loginLimits, mostFailuresInRow, strikesSeconds, type LoginLimits } from './login-limits.ts';

/** Who tries to sign in by password. */
export interface LoginAttempt {
  /** The address as it is given, normalised; whether or not it is anybody's. */
  readonly email: string;
  readonly addressKey: string | null;
  /** The account whose address it is; null for none. */
  readonly ownerId: string | null;
  /** The account's known device that it comes from; null for a stranger. */
  readonly device: { readonly ownerId: string; readonly tokenHash: string } | null;
}

/** What a failure was the last of that is allowed in a row; told to one of all who fail at once. */
export type LoginLockout = 'PASSWORD_OFF' | 'DEVICE_FORGOTTEN';

export interface AllowedAttempt {
  readonly kind: 'allowed';
  /** The password was right: gives the attempt back, and the failures in a row are none, with the sign-in's own transaction. */
  readonly succeeded: () => Promise<void>;
  /** The password was wrong: counts one more in a row, whatever becomes of the operation. */
  readonly failed: () => Promise<LoginLockout | null>;
  /** Nothing was compared, such as while the server is busy: gives the attempt back. */
  readonly calledOff: () => Promise<void>;
}

export interface LimitedAttempt {
  readonly kind: 'limited';
  /** Whole seconds until it may work again. */
  readonly retryAfter: number;
}

export interface LoginAttempts {
  /**
   * Counts an attempt as a failure before its password is compared, so that however many come at once, no more are
   * compared than may fail. One that is refused counts nowhere and makes no block longer.
   * @throws Overloaded where nobody can count
   */
  readonly begin: (
    context: Pick<OperationContext, 'rows'>,
    attempt: LoginAttempt,
  ) => Promise<AllowedAttempt | LimitedAttempt>;
  /** Lets strangers try an address again: its owner has proven to be there. @throws Overloaded */
  readonly forgive: (email: string) => Promise<void>;
}

/** Limits attempts to sign in by password; all that is counted is in the counters. */
export function createLoginAttempts(counters: RateCounters, limits: LoginLimits = loginLimits): LoginAttempts {
  return {
    begin: async (context, attempt) => {
      const charges = attempt.device
        ? deviceCharges(attempt.device, limits)
        : await strangerCharges(counters, attempt, limits);
      const taken = await takeAll(counters, charges);
      if (typeof taken === 'number') return { kind: 'limited', retryAfter: taken };
      const giveBack = async (): Promise<void> => {
        await Promise.all(taken.map((each) => each.giveBack()));
      };
      return {
        kind: 'allowed',
        calledOff: giveBack,
        succeeded: async () => {
          await giveBack();
          await endRow(await context.rows.em(), attempt);
        },
        failed: async () => {
          const lockout = await context.rows.separately((em) => countInRow(em, attempt));
          await strike(counters, charges, taken);
          return lockout;
        },
      };
    },
    forgive: async (email) => {
      const { key, strikesKey } = addressKeys(email);
      await Promise.all([counters.clear(key), counters.clear(strikesKey)]);
    },
  };
}

interface Charge {
  readonly key: string;
  readonly limit: Limit;
  /** Counts how often the limit was used up in a day; null where that changes nothing. */
  readonly strikesKey: string | null;
}

const deviceCharges = (
  { ownerId, tokenHash }: NonNullable<LoginAttempt['device']>,
  { device, devices }: LoginLimits,
): readonly Charge[] => [
  { key: counterKey('login', 'device', ownerId, tokenHash), limit: device, strikesKey: null },
  { key: counterKey('login', 'devices', ownerId), limit: devices, strikesKey: null },
];

/** The client's address first: who has used it up takes nothing from the account they aim at, not even for a moment. */
const strangerCharges = (
  counters: RateCounters,
  { email, addressKey }: LoginAttempt,
  { IP, address }: LoginLimits,
): Promise<readonly Charge[]> =>
  Promise.all([grown(counters, keysOf('IP', addressKey ?? ''), IP), grown(counters, addressKeys(email), address)]);

const keysOf = (...parts: readonly string[]): { readonly key: string; readonly strikesKey: string } => ({
  key: counterKey('login', ...parts),
  strikesKey: counterKey('login strikes', ...parts),
});

const addressKeys = (email: string) => keysOf('address', email);

const grown = async (counters: RateCounters, keys: ReturnType<typeof keysOf>, limit: Limit): Promise<Charge> => ({
  ...keys,
  limit: limitAfter(limit, await counters.count(keys.strikesKey)),
});

/** Notes the limits that a failure has used up; one that is given back before the window ends has used up nothing. */
async function strike(counters: RateCounters, charges: readonly Charge[], taken: readonly Taken[]): Promise<void> {
  const usedUp = charges.filter((_charge, at) => taken[at]?.isLast);
  await Promise.all(
    usedUp.map(({ strikesKey }) => (strikesKey === null ? null : counters.take(strikesKey, mostStrikes))),
  );
}

// More make no block longer.
const mostStrikes: Limit = { max: 10, windowSeconds: strikesSeconds };

/**
 * Counts one more failure in a row.
 * @returns what it was the last of, to the one whose statement reached the limit
 */
async function countInRow(em: EntityManager, { ownerId, device }: LoginAttempt): Promise<LoginLockout | null> {
  // Nobody waits for the disk: a failure of somebody's would take longer to answer than one of nobody's.
  await em.execute('set local synchronous_commit to off');
  const oneMore = { failedAttempts: raw('failed_attempts + 1') };
  if (device) {
    await em.nativeUpdate(KnownDevice, { ...device }, oneMore);
    const isForgotten = await em.nativeDelete(KnownDevice, { ...device, failedAttempts: { $gte: mostFailuresInRow } });
    return isForgotten > 0 ? 'DEVICE_FORGOTTEN' : null;
  }
  // The same statements for an address that is nobody's.
  const password = passwordOf(ownerId);
  await em.nativeUpdate(Credential, password, oneMore);
  // Read while the row is still locked: what is found is what this statement made of it.
  const credential = await em.findOne(Credential, password, { fields: ['failedAttempts'], disableIdentityMap: true });
  return credential?.failedAttempts === mostFailuresInRow ? 'PASSWORD_OFF' : null;
}

/** Ends the failures in a row of the same kind of client. */
async function endRow(em: EntityManager, { ownerId, device }: LoginAttempt): Promise<void> {
  const some = { failedAttempts: { $gt: 0 } };
  if (device) await em.nativeUpdate(KnownDevice, { ...device, ...some }, { failedAttempts: 0 });
  else await em.nativeUpdate(Credential, { ...passwordOf(ownerId), ...some }, { failedAttempts: 0 });
}

const passwordOf = (ownerId: string | null) => ({ ownerId: toUuid(ownerId ?? ''), kind: 'PASSWORD' as const });
