import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { counterKey, takeAll } from '#authorization/rate-limits.ts';
import { commitUnawaited, oneMore } from '#database/count-up.ts';
import type { Limit, RateCounters, Taken } from '#database/rate-counters.ts';
import { foldAddress } from '#platform/fold-address.ts';
import { toUuid } from '#platform/ids.ts';
import { isNews } from './audit-overrun.ts';
import { Credential } from './credential.entity.ts';
import { KnownDevice } from './known-device.entity.ts';
import { limitAfter, loginLimits, strikesSeconds, type LoginLimits } from './login-limits.ts';

/** Who is said to sign in by password, and from where. */
export interface AttemptSubject {
  /** The address as it is given; whether or not it is anybody's. */
  readonly email: string;
  /** The password of the account whose address it is; null for none. */
  readonly password: Pick<Credential, 'ownerId' | 'failedAttempts'> | null;
  /** The account's known device that it comes from; null for a stranger. */
  readonly device: Pick<KnownDevice, 'id' | 'ownerId' | 'failedAttempts'> | null;
}

/** What limits ask of the operation. */
export interface AttemptContext {
  readonly rows: Pick<OperationContext['rows'], 'separately'>;
  readonly client: Pick<OperationContext['client'], 'addressKey'>;
}

/** What a failure was the last of that is allowed in a row; told to one of all who fail at once. */
export type LoginLockout = 'PASSWORD_OFF' | 'DEVICE_FORGOTTEN';

export interface AllowedAttempt {
  readonly kind: 'allowed';
  /** The password was right: gives the attempt back, and ends the failures in a row. */
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
  /** Whether it is worth a row of the log. */
  readonly isNews: boolean;
}

export interface LoginAttempts {
  /**
   * Counts an attempt as a failure before its password is compared, so that however many come at once, no more are
   * compared than may fail. One that is refused counts nowhere and makes no block longer.
   * @throws Overloaded where nobody can count
   */
  readonly begin: (context: AttemptContext, subject: AttemptSubject) => Promise<AllowedAttempt | LimitedAttempt>;
  /** Lets strangers try an address again: its owner has proven to be there. @throws Overloaded */
  readonly forget: (email: string) => Promise<void>;
}

/** Limits attempts to sign in by password; all that is counted is in the counters. */
export function createLoginAttempts(counters: RateCounters, limits: LoginLimits = loginLimits): LoginAttempts {
  return {
    begin: async ({ rows, client }, subject) => {
      const charges = subject.device
        ? deviceCharges(subject.device, limits)
        : await strangerCharges(counters, { ...client, email: subject.email }, limits);
      const taken = await takeAll(counters, charges);
      if (typeof taken === 'number') {
        const asker = subject.password?.ownerId ?? client.addressKey;
        return { kind: 'limited', retryAfter: taken, isNews: await isNews(counters, 'login', asker) };
      }
      const giveBack = async (): Promise<void> => {
        await Promise.all(taken.map((each) => each.giveBack()));
      };
      return {
        kind: 'allowed',
        calledOff: giveBack,
        succeeded: async () => {
          await giveBack();
          if ((subject.device ?? subject.password)?.failedAttempts) await rows.separately((em) => endRow(em, subject));
        },
        failed: async () => {
          const lockout = await rows.separately((em) => countInRow(em, subject));
          await strike(counters, charges, taken);
          return lockout;
        },
      };
    },
    forget: async (email) => {
      const { key, strikesKey } = addressKeys(email);
      await Promise.all([counters.clear(key), counters.clear(strikesKey)]);
    },
  };
}

/** Failures in a row after which a password is off, and a device known no more (NIST SP 800-63B-4, 3.2.2: 100 at most). */
const mostFailuresInRow = 100;

/** Whether strangers can sign in by the password no more until it is reset, right or not. */
export const isPasswordOff = ({ failedAttempts }: Pick<Credential, 'failedAttempts'>): boolean =>
  failedAttempts >= mostFailuresInRow;

interface Charge {
  readonly key: string;
  readonly limit: Limit;
  /** Counts how often the limit was used up in a day; null where that changes nothing. */
  readonly strikesKey: string | null;
}

const deviceCharges = (
  { id, ownerId }: NonNullable<AttemptSubject['device']>,
  { device, devices }: LoginLimits,
): readonly Charge[] => [
  { key: counterKey('login', 'device', id), limit: device, strikesKey: null },
  { key: counterKey('login', 'devices', ownerId), limit: devices, strikesKey: null },
];

/** The client's address first: who has used it up takes nothing from the account they aim at, not even for a moment. */
const strangerCharges = (
  counters: RateCounters,
  { email, addressKey }: { readonly email: string; readonly addressKey: string | null },
  { IP, address }: LoginLimits,
): Promise<readonly Charge[]> =>
  Promise.all([grown(counters, keysOf('IP', addressKey ?? ''), IP), grown(counters, addressKeys(email), address)]);

const keysOf = (...parts: readonly string[]): { readonly key: string; readonly strikesKey: string } => ({
  key: counterKey('login', ...parts),
  strikesKey: counterKey('login strikes', ...parts),
});

const addressKeys = (email: string) => keysOf('address', foldAddress(email));

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
async function countInRow(em: EntityManager, { password, device }: AttemptSubject): Promise<LoginLockout | null> {
  // Nobody waits for the disk: a failure of somebody's would take longer to answer than one of nobody's.
  await commitUnawaited(em);
  const failedAttempts = oneMore('failed_attempts');
  if (device) {
    const known = rowOf(device);
    await em.nativeUpdate(KnownDevice, known, { failedAttempts });
    const forgotten = await em.nativeDelete(KnownDevice, { ...known, failedAttempts: { $gte: mostFailuresInRow } });
    return forgotten > 0 ? 'DEVICE_FORGOTTEN' : null;
  }
  // The same statements for an address that is nobody's.
  const own = passwordOf(password?.ownerId);
  await em.nativeUpdate(Credential, own, { failedAttempts });
  // Read while the row is still locked: what is found is what this statement made of it.
  const credential = await em.findOne(Credential, own, { fields: ['failedAttempts'], disableIdentityMap: true });
  return credential?.failedAttempts === mostFailuresInRow ? 'PASSWORD_OFF' : null;
}

/** Ends the failures in a row of the same kind of client. */
async function endRow(em: EntityManager, { password, device }: AttemptSubject): Promise<void> {
  if (device) await em.nativeUpdate(KnownDevice, rowOf(device), { failedAttempts: 0 });
  else await em.nativeUpdate(Credential, passwordOf(password?.ownerId), { failedAttempts: 0 });
}

const rowOf = ({ id, ownerId }: NonNullable<AttemptSubject['device']>) => ({ id, ownerId });

const passwordOf = (ownerId: string | undefined) => ({ ownerId: toUuid(ownerId ?? ''), kind: 'PASSWORD' as const });
