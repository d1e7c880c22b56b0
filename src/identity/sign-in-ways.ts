import type { EntityManager } from '@mikro-orm/postgresql';
import type { StepUpMethod } from '#authorization/viewer.ts';
import type { MfaMethod } from '#platform/resolver-types.generated.ts';
import { BackupCodeSet } from './backup-code-set.entity.ts';
import { Credential } from './credential.entity.ts';
import { ProviderIdentity } from './provider-identity.entity.ts';
import { Session } from './session.entity.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/** What an account can prove a second factor by; nothing where it has none. */
export async function mfaMethodsOf(em: EntityManager, ownerId: string): Promise<readonly MfaMethod[]> {
  const totp = await em.count(TotpFactor, { ownerId, addedAt: { $ne: null } });
  if (totp === 0) return [];
  const codes = await em.findOne(BackupCodeSet, { ownerId });
  return ['TOTP', ...(codes && codes.codeHashes.length > 0 ? (['BACKUP_CODE'] as const) : [])];
}

/** What proves once more who an account's owner is: nothing weaker than what signing in takes. */
export const stepUpMethodsFor = (methods: readonly MfaMethod[]): StepUpMethod[] =>
  methods.length === 0 ? ['PASSWORD'] : methods.filter((method) => method !== 'BACKUP_CODE');

/** The same, looked up: who has nothing but providers goes there once more. */
export async function stepUpMethodsOf(em: EntityManager, ownerId: string): Promise<StepUpMethod[]> {
  await em.flush();
  const methods = await mfaMethodsOf(em, ownerId);
  const isByProvider =
    methods.length === 0 &&
    (await em.count(Credential, { ownerId })) === 0 &&
    (await em.count(ProviderIdentity, { ownerId })) > 0;
  return isByProvider ? ['OAUTH'] : stepUpMethodsFor(methods);
}

/**
 * Removes the second factors and the providers of an account, as far as somebody may have set them up who does not own the mailbox.
 * @param since of those that were added then or later; all, without
 */
export async function removeFactors(em: EntityManager, ownerId: string, since?: Date): Promise<void> {
  const later = since ? { addedAt: { $gte: since } } : {};
  await em.nativeDelete(TotpFactor, { ownerId, ...later });
  if ((await mfaMethodsOf(em, ownerId)).length === 0) await em.nativeDelete(BackupCodeSet, { ownerId });
  await em.nativeDelete(ProviderIdentity, { ownerId, ...(since ? { createdAt: { $gte: since } } : {}) });
}

/** Tells the account's sessions what a step-up takes from now on. */
export async function renewStepUpMethods(em: EntityManager, ownerId: string): Promise<void> {
  const stepUpMethods = await stepUpMethodsOf(em, ownerId);
  await em.nativeUpdate(Session, { ownerId, revokedAt: null }, { stepUpMethods });
}
