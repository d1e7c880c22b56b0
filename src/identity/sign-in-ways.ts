import type { EntityManager } from '@mikro-orm/postgresql';
import type { StepUpMethod } from '#authorization/viewer.ts';
import type { MfaMethod } from '#platform/resolver-types.generated.ts';
import { BackupCodeSet } from './backup-code-set.entity.ts';
import { Credential } from './credential.entity.ts';
import { Passkey } from './passkey.entity.ts';
import { ProviderIdentity } from './provider-identity.entity.ts';
import { Session } from './session.entity.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/** What an account can prove a second factor by, the strongest first; nothing where it has none. */
export async function mfaMethodsOf(em: EntityManager, ownerId: string): Promise<readonly MfaMethod[]> {
  const passkeys = await em.count(Passkey, { ownerId });
  const totp = await em.count(TotpFactor, { ownerId, addedAt: { $ne: null } });
  const factors: MfaMethod[] = [...(passkeys > 0 ? ['PASSKEY' as const] : []), ...(totp > 0 ? ['TOTP' as const] : [])];
  if (factors.length === 0) return [];
  const codes = await em.findOne(BackupCodeSet, { ownerId });
  return codes && codes.codeHashes.length > 0 ? [...factors, 'BACKUP_CODE'] : factors;
}

/** What proves once more who an account's owner is: nothing weaker than what signing in takes. */
export const stepUpMethodsFor = (methods: readonly MfaMethod[]): StepUpMethod[] =>
  methods.length === 0 ? ['PASSWORD'] : methods.filter((method) => method !== 'BACKUP_CODE');

/** The same, looked up: who has nothing but providers goes there once more, and who has nothing signs in anew. */
export async function stepUpMethodsOf(em: EntityManager, ownerId: string): Promise<StepUpMethod[]> {
  await em.flush();
  const methods = await mfaMethodsOf(em, ownerId);
  if (methods.length > 0 || (await em.count(Credential, { ownerId })) > 0) return stepUpMethodsFor(methods);
  return (await em.count(ProviderIdentity, { ownerId })) > 0 ? ['OAUTH'] : [];
}

/**
 * Removes the second factors, with their backup codes, and the providers of an account, as far as somebody may have set
 * them up who does not own the mailbox.
 * @param which.since of those that were added then or later; all, without
 * @param which.keptId of a passkey that stays
 */
export async function removeFactors(
  em: EntityManager,
  ownerId: string,
  { since, keptId = null }: { readonly since?: Date; readonly keptId?: string | null } = {},
): Promise<void> {
  const later = since ? { $gte: since } : null;
  await em.nativeDelete(TotpFactor, { ownerId, ...(later && { addedAt: later }) });
  const others = keptId === null ? {} : { id: { $ne: keptId } };
  await em.nativeDelete(Passkey, { ownerId, ...others, ...(later && { createdAt: later }) });
  await em.nativeDelete(ProviderIdentity, { ownerId, ...(later && { createdAt: later }) });
  // Whoever made new codes then has them still.
  await em.nativeDelete(BackupCodeSet, { ownerId, ...(later && { createdAt: later }) });
  await dropIdleCodes(em, ownerId);
}

/** Removes the backup codes where nothing is left that they could stand in for. */
export async function dropIdleCodes(em: EntityManager, ownerId: string): Promise<void> {
  if ((await mfaMethodsOf(em, ownerId)).length === 0) await em.nativeDelete(BackupCodeSet, { ownerId });
}

/** Tells the account's sessions what a step-up takes from now on. */
export async function renewStepUpMethods(em: EntityManager, ownerId: string): Promise<void> {
  const stepUpMethods = await stepUpMethodsOf(em, ownerId);
  await em.nativeUpdate(Session, { ownerId, revokedAt: null }, { stepUpMethods });
}
