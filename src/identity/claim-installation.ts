import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { lockAccount } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import { findGoodToken, notGood, takeOneTimeToken } from './one-time-tokens.ts';
import { recordAudit } from './record-audit.ts';
import { asPasskeyTaken } from './register-passkey.ts';
import { asEmailTaken, enter, type Registered, type WantedAccount } from './open-account.ts';
import { setFirstSecret } from './first-secret.ts';
import { revokeSessionsOf } from './revoke-session.ts';
import { User } from './user.entity.ts';

/**
 * Makes the account of a single-user installation, with all its data, that of whoever has the code from its console, or
 * of whoever comes first where the operator opened it so. It happens once; it gives no role.
 * @throws InvalidInput for the code, Conflict EMAIL_TAKEN; then nothing is made
 */
export async function claimInstallation(
  context: OperationContext,
  services: IdentityServices,
  { claimCode, email, name, secret }: WantedAccount & { readonly claimCode: string | null },
): Promise<Registered> {
  const { now } = context;
  const em = await context.rows.em();
  const owner = await takeClaim(em, context, { services, claimCode });
  const proven = { emailVerifiedAt: provenAt(services, email, now) };
  const claimed = { email, ...(name === null ? {} : { name }), updatedAt: now, claimedAt: now, ...proven };
  // Judged and changed in one statement: of many who claim at once, one does.
  const made = await em
    .nativeUpdate(User, { ...owner, isLocalOwner: true, claimedAt: null }, claimed)
    .catch(asEmailTaken);
  if (made === 0) throw notGood('input.claimCode');
  const user = await em.findOneOrFail(User, { isLocalOwner: true, email }, { refresh: true });
  await setFirstSecret(em, context, { ownerId: user.id, secret }).catch(asPasskeyTaken('input.passkey'));
  await revokeSessionsOf(em, { ownerId: user.id, now });
  recordAudit(em, context, { event: 'CLAIM', ownerId: user.id });
  return enter(context, services, user);
}

/** The account that a code is of; any that waits to be claimed, where the first to come may have it. */
async function takeClaim(
  em: EntityManager,
  { now }: OperationContext,
  { services, claimCode }: { readonly services: IdentityServices; readonly claimCode: string | null },
): Promise<{ readonly id?: string }> {
  if (claimCode === null) return {};
  const field = 'input.claimCode';
  const judge = { tokens: services.tokens, now };
  const { id, ownerId } = await findGoodToken(em, judge, { kind: 'CLAIM', token: claimCode.trim(), field });
  await lockAccount(em, ownerId);
  await takeOneTimeToken(em, judge, { id, field });
  return { id: ownerId };
}

/** A code that was mailed to the address is the proof of it. */
const provenAt = ({ claimEmail }: IdentityServices, email: string, now: Date): Date | null =>
  claimEmail === email ? now : null;
