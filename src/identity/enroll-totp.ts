import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { Forbidden, InvalidInput } from '#platform/errors.ts';
import type { BackupCodes, TotpEnrollment } from '#platform/resolver-types.generated.ts';
import { BackupCodeSet } from './backup-code-set.entity.ts';
import { newBackupCodes, showBackupCode } from './backup-codes.ts';
import { lockOwnAccount } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import { mailSecurityNotice } from './mail-link.ts';
import { recordAudit } from './record-audit.ts';
import { revokeSessionsOf } from './revoke-session.ts';
import { seedPlace } from './sealed-seeds.ts';
import { dropIdleCodes, mfaMethodsOf, renewStepUpMethods } from './sign-in-ways.ts';
import { isTotpCode, newSeed, seedUrl, stepOf } from './totp.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/** How long an enrolment waits for its first code. */
const enrolmentMinutes = 15;

/** Makes a seed for the viewer's authenticator app. One that is in use stays so until a code of the new one is confirmed. */
export async function startTotpEnrollment(
  context: OperationContext,
  { secretBox }: IdentityServices,
): Promise<TotpEnrollment> {
  const { now, newId } = context;
  const em = await context.rows.em();
  const { user } = await lockOwnAccount(em, context);
  const secret = newSeed();
  const existing = await em.findOne(TotpFactor, { ownerId: user.id });
  const factor = existing ?? em.create(TotpFactor, { id: newId(), ownerId: user.id, createdAt: now });
  em.assign(factor, {
    pendingSeed: secretBox.seal(secret, seedPlace(factor)),
    pendingUntil: new Date(now.getTime() + enrolmentMinutes * 60_000),
  });
  return { secret, otpauthUrl: seedUrl(secret, user.email) };
}

/**
 * Turns the app on by its first code, which is spent by it. Every other session ends: it was opened by less.
 * @throws InvalidInput for `code`, Overloaded
 */
export async function confirmTotpEnrollment(
  context: OperationContext,
  services: IdentityServices,
  code: string,
): Promise<BackupCodes> {
  const { now } = context;
  if (!isTotpCode(code)) throw new InvalidInput('code', 'Write the six digits of the app.');
  const made = await makeCodes(services);
  const em = await context.rows.em();
  const { user, session } = await lockOwnAccount(em, context);
  const factor = await em.findOne(TotpFactor, { ownerId: user.id });
  const isPending = factor?.pendingSeed && factor.pendingUntil && factor.pendingUntil > now;
  const seed = isPending ? services.secretBox.open(factor.pendingSeed ?? '', seedPlace(factor)) : null;
  const lastStep = seed && stepOf(seed.secret, code, { now, behind: 0 });
  if (!factor || lastStep === null)
    throw new InvalidInput('code', 'The code is wrong, or the app was set up too long ago. Write its newest code.');
  em.assign(factor, {
    sealedSeed: factor.pendingSeed,
    pendingSeed: null,
    pendingUntil: null,
    lastStep,
    failedAttempts: 0,
    addedAt: now,
    lastUsedAt: null,
  });
  await keepCodes(em, context, { ownerId: user.id, made });
  em.assign(session, { methods: [...new Set([...session.methods, 'otp', 'mfa'])] });
  await revokeSessionsOf(em, { ownerId: user.id, now, keptId: session.id });
  await renewStepUpMethods(em, user.id);
  recordAudit(em, context, { event: 'FACTOR_ADDED', ownerId: user.id, detail: 'TOTP' });
  await mailSecurityNotice(em, context, { user, kind: 'FACTOR_ADDED' });
  return shown(made);
}

/** Turns the viewer's app off; the backup codes go with the last second factor. Without one this changes nothing. */
export async function disableTotp(context: OperationContext): Promise<true> {
  const em = await context.rows.em();
  const { user } = await lockOwnAccount(em, context);
  const factor = await em.findOne(TotpFactor, { ownerId: user.id });
  if (!factor) return true;
  await em.remove(factor).flush();
  await dropIdleCodes(em, user.id);
  await renewStepUpMethods(em, user.id);
  if (!factor.sealedSeed) return true;
  recordAudit(em, context, { event: 'FACTOR_REMOVED', ownerId: user.id, detail: 'TOTP' });
  await mailSecurityNotice(em, context, { user, kind: 'FACTOR_REMOVED' });
  return true;
}

/** Makes new backup codes, and those of before void. @throws Forbidden without a second factor, Overloaded */
export async function regenerateBackupCodes(
  context: OperationContext,
  services: IdentityServices,
): Promise<BackupCodes> {
  const made = await makeCodes(services);
  const em = await context.rows.em();
  const { user } = await lockOwnAccount(em, context);
  if ((await mfaMethodsOf(em, user.id)).length === 0)
    throw new Forbidden('Backup codes stand in for a second factor. Set one up first.');
  await keepCodes(em, context, { ownerId: user.id, made });
  recordAudit(em, context, { event: 'BACKUP_CODES_MADE', ownerId: user.id });
  await mailSecurityNotice(em, context, { user, kind: 'BACKUP_CODES_MADE' });
  return shown(made);
}

interface MadeCodes {
  readonly codes: readonly string[];
  readonly salt: string;
  readonly codeHashes: string[];
}

/** Hashes before a transaction is open, as for passwords. */
async function makeCodes({ passwords }: IdentityServices): Promise<MadeCodes> {
  const codes = newBackupCodes();
  const salt = passwords.newSalt();
  return { codes, salt, codeHashes: await Promise.all(codes.map((code) => passwords.hashCode(code, salt))) };
}

const shown = ({ codes }: MadeCodes): BackupCodes => ({ codes: codes.map(showBackupCode) });

async function keepCodes(
  em: EntityManager,
  { newId, now }: Pick<OperationContext, 'newId' | 'now'>,
  { ownerId, made: { salt, codeHashes } }: { readonly ownerId: string; readonly made: MadeCodes },
): Promise<void> {
  const set = await em.findOne(BackupCodeSet, { ownerId });
  if (set) em.assign(set, { salt, codeHashes, createdAt: now });
  else em.create(BackupCodeSet, { id: newId(), ownerId, salt, codeHashes, createdAt: now });
}
