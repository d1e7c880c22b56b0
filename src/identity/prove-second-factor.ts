import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { InvalidInput, Unauthenticated } from '#platform/errors.ts';
import type { AuditOutcome, MfaMethod } from '#platform/resolver-types.generated.ts';
import { BackupCodeSet } from './backup-code-set.entity.ts';
import { readBackupCode } from './backup-codes.ts';
import { lockAccount } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import { mailSecurityNotice } from './mail-link.ts';
import { passkeyMethods, provePasskey, type GivenPasskey } from './prove-passkey.ts';
import { recordAudit } from './record-audit.ts';
import { seedPlace } from './sealed-seeds.ts';
import { isTotpCode, stepOf } from './totp.ts';
import { TotpFactor } from './totp-factor.entity.ts';
import type { User } from './user.entity.ts';

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
 * @throws InvalidInput for `input.code` where it is written as no code is, or for `input.passkey`, Unauthenticated for a
 *   wrong or used one, RateLimited, Overloaded
 */
export async function proveSecondFactor(
  context: OperationContext,
  services: IdentityServices,
  given: GivenFactor,
): Promise<readonly string[]> {
  requireCode(given);
  const { ownerId, method } = given;
  const attempt = await services.factorAttempts.begin(ownerId, method);
  const isRight = await checks[method](context, services, given).catch(async (error: unknown) => {
    await attempt.calledOff();
    throw error;
  });
  const audited = { ownerId, actorId: ownerId, detail: method };
  const audit = (event: 'FACTOR_USED' | 'RATE_LIMITED', outcome: AuditOutcome): Promise<void> =>
    context.rows.separately((em) => recordAudit(em, context, { ...audited, event, outcome }));
  await audit('FACTOR_USED', isRight ? 'SUCCEEDED' : 'REFUSED');
  if (isRight) {
    await attempt.succeeded();
    return methodNames[method];
  }
  if (await attempt.failed()) await audit('RATE_LIMITED', 'REFUSED');
  // In the words for a used code too: who tries one does not learn that it was right.
  throw new Unauthenticated('The code is wrong, or not good any more.');
}

const methodNames = {
  TOTP: ['otp', 'mfa'],
  BACKUP_CODE: ['kba', 'mfa'],
  PASSKEY: passkeyMethods,
} as const satisfies Record<MfaMethod, readonly string[]>;

function requireCode({ method, code }: GivenFactor): void {
  if (method === 'TOTP' && !isTotpCode(code)) throw new InvalidInput('input.code', 'Write the six digits of the app.');
  if (method === 'BACKUP_CODE' && readBackupCode(code) === null)
    throw new InvalidInput('input.code', 'A backup code has 16 letters and digits.');
}

type Check = (context: OperationContext, services: IdentityServices, given: GivenFactor) => Promise<boolean>;

const checks: Readonly<Record<MfaMethod, Check>> = {
  TOTP: (context, services, given) => context.rows.separately((em) => takeStep(em, context, { services, ...given })),

  BACKUP_CODE: async (context, { passwords }, { ownerId, code }) => {
    const { rows } = context;
    // No transaction is open while it is hashed, as for passwords.
    const set = await rows.separately((em) => em.findOne(BackupCodeSet, { ownerId }));
    const hash = await passwords.hashCode(readBackupCode(code) ?? '', set?.salt ?? null);
    return rows.separately((em) => takeCode(em, context, { ownerId, salt: set?.salt ?? null, hash }));
  },

  PASSKEY: async (context, services, { ownerId, passkey }) => {
    const given = { response: null, ceremony: 'LOGIN', ...passkey, field: 'input.passkey', ownerId } as const;
    return (await provePasskey(context, services, given)).kind === 'proven';
  },
};

/** Takes the time step of a code, once: whoever comes with it at the same time waits for the account. */
async function takeStep(
  em: EntityManager,
  context: OperationContext,
  { services: { secretBox }, ownerId, code }: GivenFactor & { readonly services: IdentityServices },
): Promise<boolean> {
  const { now } = context;
  const user = await lockAccount(em, ownerId);
  const factor = await em.findOne(TotpFactor, { ownerId });
  const seed = factor?.sealedSeed ? secretBox.open(factor.sealedSeed, seedPlace(factor)) : null;
  if (!user || !factor || !seed || factor.failedAttempts >= mostFailuresInRow) return false;
  const lastStep = stepOf(seed.secret, code, { now, behind: factor.lastStep });
  if (lastStep === null) {
    em.assign(factor, { failedAttempts: factor.failedAttempts + 1 });
    if (factor.failedAttempts === mostFailuresInRow) await tellLocked(em, context, user);
    return false;
  }
  em.assign(factor, { lastStep, failedAttempts: 0, lastUsedAt: now });
  // Who uses the app often enough needs nobody to encrypt its seed anew after a change of keys.
  if (!seed.isCurrent) em.assign(factor, { sealedSeed: secretBox.seal(seed.secret, seedPlace(factor)) });
  return true;
}

/** The owner alone learns that codes of the app are taken no more, and how they are again. */
async function tellLocked(em: EntityManager, context: OperationContext, user: User): Promise<void> {
  recordAudit(em, context, { event: 'LOCKED', ownerId: user.id, outcome: 'REFUSED', detail: 'TOTP' });
  await mailSecurityNotice(em, context, { user, kind: 'FACTOR_LOCKED' });
}

/**
 * Takes a backup code out of its set, and tells the owner (NIST SP 800-63B-4, 4.2.1.1). Whoever has one may use the app
 * again, however often its codes were wrong.
 */
async function takeCode(
  em: EntityManager,
  context: OperationContext,
  { ownerId, salt, hash }: { readonly ownerId: string; readonly salt: string | null; readonly hash: string },
): Promise<boolean> {
  const user = await lockAccount(em, ownerId);
  const set = await em.findOne(BackupCodeSet, { ownerId });
  if (!user || !set || set.salt !== salt || !set.codeHashes.includes(hash)) return false;
  em.assign(set, { codeHashes: set.codeHashes.filter((each) => each !== hash) });
  await em.nativeUpdate(TotpFactor, { ownerId }, { failedAttempts: 0 });
  await mailSecurityNotice(em, context, { user, kind: 'BACKUP_CODE_USED' });
  return true;
}
