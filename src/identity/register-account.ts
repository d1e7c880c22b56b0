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
import { hashNewPassword, setPassword } from './new-password.ts';
import { createAccount, isEmailTaken, openAccount, type Registered, type WantedAccount } from './open-account.ts';
import { parseDisplayName } from './parse-profile.ts';
import { recordAudit } from './record-audit.ts';
import { mailVerification } from './request-email-verification.ts';
import { User } from './user.entity.ts';

export interface RegisterInput {
  readonly email: string;
  readonly password: string;
  readonly name?: string | null;
  readonly claimCode?: string | null;
  readonly inviteToken?: string | null;
}

/**
 * Opens an account with a password; how, the installation's mode of registration says.
 * @throws InvalidInput, Conflict EMAIL_TAKEN where addresses need no proof, Forbidden where one must be invited, Overloaded
 */
export async function registerAccount(
  context: OperationContext,
  services: IdentityServices,
  input: RegisterInput,
): Promise<Registered> {
  const { claimCode, inviteToken, password } = input;
  const email = parseEmailAddress(input.email);
  const name = parseDisplayName(input.name);
  const isClaim = Boolean(claimCode) || (await isOpenToClaim(context, services));
  if (services.registration === 'closed' && !inviteToken && !isClaim)
    throw new Forbidden('Accounts are opened by invitation here. Ask whoever runs it for one.');
  // Hashed before the address is looked at and before a connection is taken: a taken address costs the same, and
  // whoever waits for a hash keeps nobody from the database.
  const hashed = await hashNewPassword(context, services, { password, field: 'input.password', email });
  const wanted: WantedAccount = { email, name, hashed };
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
  const attempt = (): Promise<void> => context.rows.separately((em) => openPending(em, context, wanted));
  // Of two who ask at once for a new address the later one finds it taken.
  await answerEvenly(() =>
    attempt().catch((error: unknown) => (isEmailTaken(error) ? attempt() : Promise.reject(error))),
  );
  return { tokens: null, user: null, verificationRequired: true };
}

async function openPending(em: EntityManager, context: OperationContext, wanted: WantedAccount): Promise<void> {
  const { email, name, hashed } = wanted;
  const known = await em.findOne(User, { email }, { fields: ['id'] });
  const user = known ? await lockAccount(em, known.id) : await createAccount(em, context, wanted);
  if (!user) return;
  const password = await findPassword(em, user.id);
  if (user.emailVerifiedAt || password?.lastUsedAt)
    return sendMail(em, context, { to: email, content: { kind: 'ACCOUNT_EXISTS' } });
  // Nobody has proven the address yet: an attempt of somebody else must not freeze it, and its link works no more.
  if (known) {
    em.assign(user, { name, updatedAt: context.now });
    await setPassword(em, context, { ownerId: user.id, hashed });
  }
  await mailVerification(em, context, { user, password: await findPassword(em, user.id) });
  recordAudit(em, context, { event: 'REGISTER', ownerId: user.id });
}
