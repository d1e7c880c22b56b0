import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { InvalidInput, Unauthenticated } from '#platform/errors.ts';
import type { MfaMethod } from '#platform/resolver-types.generated.ts';
import { BackupCodeSet } from './backup-code-set.entity.ts';
import { readBackupCode } from './backup-codes.ts';
import type { IdentityServices } from './identity-services.ts';
import { passkeyMethods, provePasskey, type GivenPasskey } from './prove-passkey.ts';
import { recordAudit } from './record-audit.ts';
import { seedPlace } from './sealed-seeds.ts';
import { isTotpCode, stepOf } from './totp.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/** A second factor, as somebody gives it. */
export interface GivenFactor {
  readonly ownerId: string;
  readonly method: MfaMethod;
  readonly code: string;
  /** The answer of a passkey, instead of a code, and what its challenge was given for. */
  readonly passkey?: Pick<GivenPasskey, 'response' | 'ceremony' | 'boundTo'>;
}

/** Failures in a row after which codes of the app are taken no more (NIST SP 800-63B-4, 3.2.2: 100 at most). */
const mostFailuresInRow = 100;

/**
 * Takes a second factor, in a transaction of its own: what was taken once is taken whatever becomes of the operation.
 * @returns how it was proven, in the words of RFC 8176
 * @throws InvalidInput for `input.code` where it is written as no code is, or for `input.passkey`, Unauthenticated for a wrong or used one,
 *   RateLimited, Overloaded
 */
export async function proveSecondFactor(
  context: OperationContext,
  services: IdentityServices,
  given: GivenFactor,
): Promise<readonly string[]> {
  requireCode(given);
  const { ownerId, method } = given;
  const attempt = await services.factorAttempts.begin(ownerId);
  const isRight = await checks[method](context, services, given).catch(async (error: unknown) => {
    await attempt.calledOff();
    throw error;
  });
  const outcome = isRight ? 'SUCCEEDED' : 'REFUSED';
  const audited = { event: 'FACTOR_USED', ownerId, actorId: ownerId, outcome, detail: method } as const;
  await context.rows.separately((em) => recordAudit(em, context, audited));
  // In the words for a used code too: who tries one does not learn that it was right.
  if (!isRight) throw new Unauthenticated('The code is wrong, or not good any more.');
  await attempt.succeeded();
  return methodNames[method];
}

const methodNames = {
  TOTP: ['otp', 'mfa'],
  BACKUP_CODE: ['kba', 'mfa'],
  PASSKEY: passkeyMethods,
} as const satisfies Record<MfaMethod, readonly string[]>;

function requireCode({ method, code, passkey }: GivenFactor): void {
  if (method === 'PASSKEY' && (passkey?.response ?? null) === null)
    throw new InvalidInput('input.passkey', 'Give the answer of the passkey.');
  if (method === 'TOTP' && !isTotpCode(code)) throw new InvalidInput('input.code', 'Write the six digits of the app.');
  if (method === 'BACKUP_CODE' && readBackupCode(code) === null)
    throw new InvalidInput('input.code', 'A backup code has 16 letters and digits.');
}

type Check = (context: OperationContext, services: IdentityServices, given: GivenFactor) => Promise<boolean>;

const checks: Readonly<Record<MfaMethod, Check>> = {
  TOTP: ({ rows, now }, services, given) => rows.separately((em) => takeStep(em, { services, now }, given)),

  BACKUP_CODE: async ({ rows }, { passwords }, { ownerId, code }) => {
    // No transaction is open while it is hashed, as for passwords.
    const set = await rows.separately((em) => em.findOne(BackupCodeSet, { ownerId }));
    const hash = await passwords.hashCode(readBackupCode(code) ?? '', set?.salt ?? null);
    return rows.separately((em) => takeCode(em, { ownerId, salt: set?.salt ?? null, hash }));
  },

  PASSKEY: async (context, services, { ownerId, passkey }) => {
    const given = { response: null, ceremony: 'LOGIN', ...passkey, field: 'input.passkey', ownerId } as const;
    return (await provePasskey(context, services, given)).kind === 'proven';
  },
};

/** Takes the time step of a code, once: whoever comes with it at the same time waits for the row. */
async function takeStep(
  em: EntityManager,
  { services: { secretBox }, now }: { readonly services: IdentityServices; readonly now: Date },
  { ownerId, code }: GivenFactor,
): Promise<boolean> {
  const factor = await em.findOne(TotpFactor, { ownerId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const seed = factor?.sealedSeed ? secretBox.open(factor.sealedSeed, seedPlace(factor)) : null;
  if (!factor || !seed || factor.failedAttempts >= mostFailuresInRow) return false;
  const lastStep = stepOf(seed.secret, code, { now, behind: factor.lastStep });
  if (lastStep === null) em.assign(factor, { failedAttempts: factor.failedAttempts + 1 });
  else em.assign(factor, { lastStep, failedAttempts: 0, lastUsedAt: now });
  // Who uses the app often enough needs nobody to encrypt its seed anew after a change of keys.
  if (lastStep !== null && !seed.isCurrent)
    em.assign(factor, { sealedSeed: secretBox.seal(seed.secret, seedPlace(factor)) });
  return lastStep !== null;
}

/** Takes a backup code out of its set. Whoever has one may use the app again, however often its codes were wrong. */
async function takeCode(
  em: EntityManager,
  { ownerId, salt, hash }: { readonly ownerId: string; readonly salt: string | null; readonly hash: string },
): Promise<boolean> {
  const set = await em.findOne(BackupCodeSet, { ownerId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!set || set.salt !== salt || !set.codeHashes.includes(hash)) return false;
  em.assign(set, { codeHashes: set.codeHashes.filter((each) => each !== hash) });
  await em.nativeUpdate(TotpFactor, { ownerId }, { failedAttempts: 0 });
  return true;
}
