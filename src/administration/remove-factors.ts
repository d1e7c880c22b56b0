import type { EntityManager } from '@mikro-orm/postgresql';
import { BackupCodeSet } from '#identity/backup-code-set.entity.ts';
import { Credential } from '#identity/credential.entity.ts';
import { endAccess } from '#identity/end-access.ts';
import { lockAccount } from '#identity/find-account.ts';
import { mailSecurityNotice } from '#identity/mail-link.ts';
import { Passkey } from '#identity/passkey.entity.ts';
import { mfaMethodsOf } from '#identity/sign-in-ways.ts';
import { TotpFactor } from '#identity/totp-factor.entity.ts';
import { NotFound } from '#platform/errors.ts';
import { recordAct, type ActSource } from './act.ts';

/**
 * Takes the second factors of an account away, for an owner who has lost them with their backup codes. The password goes
 * too: whoever has guessed it and says that they are the owner must read the owner's mail as well, to set another
 * (OWASP ASVS 5.0, 6.4.4). Every session ends. Providers stay, which ask for what they ask for.
 * @param em of the identity login, in a transaction
 * @returns false where the account has no second factor: then nothing happens
 * @throws NotFound
 */
export async function removeFactorsOf(em: EntityManager, source: ActSource, ownerId: string): Promise<boolean> {
  const user = await lockAccount(em, ownerId);
  if (!user) throw new NotFound();
  if ((await mfaMethodsOf(em, ownerId)).length === 0) return false;
  await em.nativeDelete(TotpFactor, { ownerId });
  await em.nativeDelete(Passkey, { ownerId });
  await em.nativeDelete(BackupCodeSet, { ownerId });
  await em.nativeDelete(Credential, { ownerId });
  await endAccess(em, ownerId, source.now);
  recordAct(em, source, { event: 'ADMIN_ACT', ownerId, detail: 'removed second factors and password' });
  await mailSecurityNotice(em, source, { user, kind: 'FACTORS_REMOVED' });
  return true;
}
