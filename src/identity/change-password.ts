import type { OperationContext } from '#authorization/operation-context.ts';
import { requireOwner, requireRecent } from '#authorization/viewer.ts';
import { InvalidInput, Unauthenticated } from '#platform/errors.ts';
import type { Credential } from './credential.entity.ts';
import { endAccess } from './end-access.ts';
import { findPassword, lockOwnAccount } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import type { AuthTokens } from './issue-tokens.ts';
import { rememberDevice } from './known-devices.ts';
import { hashNewPassword, setPassword } from './new-password.ts';
import { recordAudit } from './record-audit.ts';
import { mailSecurityNotice } from './mail-link.ts';
import { stepUpMethodsOf } from './sign-in-ways.ts';
import { startSession } from './start-session.ts';
import { User } from './user.entity.ts';

export interface ChangePasswordInput {
  readonly currentPassword?: string | null;
  readonly newPassword: string;
}

/**
 * Changes the viewer's password, or sets the first one. Every session ends; the viewer goes on with a new one.
 * @throws InvalidInput for either password, StepUpRequired long after signing in where there is no password yet or a
 *   second factor too, Overloaded
 */
export async function changePassword(
  context: OperationContext,
  services: IdentityServices,
  { currentPassword = null, newPassword }: ChangePasswordInput,
): Promise<AuthTokens> {
  const { rows, now, viewer } = context;
  const ownerId = requireOwner(viewer);
  const { password, email, mustChangePassword } = await rows.separately(async (em) => ({
    password: await findPassword(em, ownerId),
    ...(await em.findOneOrFail(User, ownerId, { fields: ['email', 'mustChangePassword'] })),
  }));
  const authenticatedAt = await proveCurrent(context, services, { password, currentPassword, mustChangePassword });
  if (newPassword === currentPassword)
    throw new InvalidInput('input.newPassword', 'This is the password so far. Choose another one.');
  const hashed = await hashNewPassword(context, services, { password: newPassword, field: 'input.newPassword', email });
  const em = await rows.em();
  const { user, session } = await lockOwnAccount(em, context);
  // Changed by somebody else meanwhile, it is not the one that was proven.
  const latest = await findPassword(em, ownerId);
  if ((latest?.secretHash ?? null) !== (password?.secretHash ?? null)) throw wrongPassword('input.currentPassword');
  await setPassword(em, context, { ownerId, hashed });
  // In use from now on: no link that proves the address vouches for what was set by somebody signed in before.
  const set = password ? null : await findPassword(em, ownerId);
  if (set) em.assign(set, { lastUsedAt: now });
  em.assign(user, { mustChangePassword: false, updatedAt: now });
  await endAccess(em, ownerId, now);
  await rememberDevice(em, context, ownerId);
  recordAudit(em, context, { event: 'PASSWORD_CHANGED', ownerId });
  await mailSecurityNotice(em, context, { user, kind: 'PASSWORD_CHANGED' });
  // Who had no password has one now to prove themselves by.
  const stepUpMethods = await stepUpMethodsOf(em, ownerId);
  return startSession(context, services, { user, methods: session.methods, stepUpMethods, authenticatedAt });
}

interface Current {
  readonly password: Credential | null;
  readonly currentPassword: string | null;
  readonly mustChangePassword: boolean;
}

/** @returns when they have proven who they are */
async function proveCurrent(
  context: OperationContext,
  { passwords }: IdentityServices,
  current: Current,
): Promise<Date> {
  const { password, currentPassword } = current;
  const authenticatedAt = requireProof(context, current);
  if (!password) return authenticatedAt;
  const { isMatch } = await passwords.verify(password.secretHash, currentPassword ?? '');
  if (isMatch) return authenticatedAt;
  const refused = { event: 'PASSWORD_CHANGED', ownerId: password.ownerId, outcome: 'REFUSED' } as const;
  await context.rows.separately((em) => recordAudit(em, context, refused));
  throw wrongPassword('input.currentPassword');
}

/**
 * Where the password is what a step-up takes, it is the proof. Where there is none, or signing in takes more, a recent
 * sign-in is needed, and made no younger; who must change it can do nothing else, and so is asked for none.
 * @returns when they have proven who they are, if the password is right
 */
function requireProof({ viewer, now }: OperationContext, { password, mustChangePassword }: Current): Date {
  if (viewer.kind === 'Anonymous') throw new Unauthenticated();
  const { stepUpMethods, authenticatedAt } = viewer;
  if (password && stepUpMethods?.includes('PASSWORD')) return now;
  if (!password || !mustChangePassword) requireRecent(viewer, now);
  return authenticatedAt;
}

/** Of who is signed in already: their session is as good as before, so this is no "sign in first". */
export const wrongPassword = (field: string): InvalidInput => new InvalidInput(field, 'The password is wrong.');
