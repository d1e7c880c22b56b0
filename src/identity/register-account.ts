import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { sendMail } from '#notifications/send-mail.ts';
import { Forbidden } from '#platform/errors.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { answerEvenly } from './answer-evenly.ts';
import { claimInstallation } from './claim-installation.ts';
import { parseEmailAddress } from './email-address.ts';
import { findPassword, lockAccount } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import { setFirstSecret, takeFirstSecret } from './first-secret.ts';
import { createAccount, isEmailTaken, openAccount, type Registered, type WantedAccount } from './open-account.ts';
import { parseDisplayName } from './parse-profile.ts';
import { Passkey } from './passkey.entity.ts';
import { ProviderIdentity } from './provider-identity.entity.ts';
import { recordAudit } from './record-audit.ts';
import { isPasskeyTaken } from './register-passkey.ts';
import { mailVerification } from './request-email-verification.ts';
import { User } from './user.entity.ts';

export interface RegisterInput {
  readonly email: string;
  readonly password?: string | null;
  readonly passkey?: unknown;
  readonly name?: string | null;
  readonly claimCode?: string | null;
  readonly inviteToken?: string | null;
}

/**
 * Opens an account with a password or a passkey; how, the installation's mode of registration says.
 * @throws InvalidInput, Conflict EMAIL_TAKEN where addresses need no proof, Forbidden where one must be invited, Overloaded
 */
export async function registerAccount(
  context: OperationContext,
  services: IdentityServices,
  input: RegisterInput,
): Promise<Registered> {
  const { claimCode, inviteToken, password, passkey } = input;
  const email = parseEmailAddress(input.email);
  const name = parseDisplayName(input.name);
  const isClaim = Boolean(claimCode) || (await isOpenToClaim(context, services));
  if (services.registration === 'closed' && !inviteToken && !isClaim)
    throw new Forbidden('Accounts are opened by invitation here. Ask whoever runs it for one.');
  // Hashed before the address is looked at and before a connection is taken: a taken address costs the same, and
  // whoever waits for a hash keeps nobody from the database.
  const secret = await takeFirstSecret(context, services, { password, passkey, email });
  const wanted: WantedAccount = { email, name, secret };
  if (isClaim) return claimInstallation(context, services, { ...wanted, claimCode: claimCode || null });
  if (inviteToken) return acceptInvitation(context, services, { ...wanted, inviteToken });
  return services.registration === 'open'
    ? openAccount(context, services, { ...wanted, isProven: false })
    : askForProof(context, wanted);
}

/** Whether whoever registers first takes a single-user installation over; only where the operator said so. */
const isOpenToClaim = async ({ rows }: OperationContext, { claimMode }: IdentityServices): Promise<boolean> =>
  claimMode === 'first' && (await rows.separately((em) => em.count(User, { isLocalOwner: true, claimedAt: null }))) > 0;

/**
 * Opens an account that nobody can use before its address is proven, or tells an address's owner that there is one. Who
 * asks is told the same either way, and waits as long.
 */
async function askForProof(context: OperationContext, wanted: WantedAccount): Promise<Registered> {
  await answerEvenly(async () => {
    // Of two who ask at once for a new address the later one finds it taken. A passkey that has come into use meanwhile
    // is not told of: for a taken address nobody would notice.
    if (!(await isOpenedPending(context, wanted))) await isOpenedPending(context, wanted);
  });
  return { tokens: null, user: null, verificationRequired: true };
}

/** False where somebody else was faster. */
async function isOpenedPending(context: OperationContext, wanted: WantedAccount): Promise<boolean> {
  try {
    await context.rows.separately((em) => openPending(em, context, wanted));
    return true;
  } catch (error) {
    if (isEmailTaken(error) || isPasskeyTaken(error)) return false;
    throw error;
  }
}

async function openPending(em: EntityManager, context: OperationContext, wanted: WantedAccount): Promise<void> {
  const { email, name, secret } = wanted;
  const known = await em.findOne(User, { email }, { fields: ['id'] });
  const user = known
    ? await lockAccount(em, known.id)
    : await createAccount(em, context, { ...wanted, awaitsProof: true });
  if (!user) return;
  if (user.emailVerifiedAt || (await isInUse(em, user.id)))
    return sendMail(em, context, { to: email, content: { kind: 'ACCOUNT_EXISTS' } });
  // Nobody has proven the address yet: an attempt of somebody else must not freeze it, and its link works no more.
  if (known) {
    em.assign(user, { name, updatedAt: context.now });
    await setFirstSecret(em, context, { ownerId: user.id, secret, awaitsProof: true });
  }
  await mailVerification(em, context, user);
  recordAudit(em, context, { event: 'REGISTER', ownerId: user.id });
}

/** Whether somebody has signed in to it, though its address is not proven. */
async function isInUse(em: EntityManager, ownerId: string): Promise<boolean> {
  const password = await findPassword(em, ownerId);
  if (password?.lastUsedAt) return true;
  const passkeys = await em.count(Passkey, { ownerId, awaitsProof: false });
  return passkeys + (await em.count(ProviderIdentity, { ownerId })) > 0;
}
