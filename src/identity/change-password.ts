import type { OperationContext } from '#authorization/operation-context.ts';
import { isRecent, requireOwner } from '#authorization/viewer.ts';
import { InvalidInput, StepUpRequired } from '#platform/errors.ts';
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

/** How recently who has no password must have signed in to set one, in seconds. */
const firstPasswordMaxAge = 600;

/**
 * Changes the viewer's password, or sets the first one. Every session ends; the viewer goes on with a new one.
 * @throws InvalidInput for either password, StepUpRequired for a first password long after signing in, Overloaded
 */
export async function changePassword(
  context: OperationContext,
  services: IdentityServices,
  { currentPassword = null, newPassword }: ChangePasswordInput,
): Promise<AuthTokens> {
  const { rows, now, viewer } = context;
  const ownerId = requireOwner(viewer);
  const { password, email } = await rows.separately(async (em) => ({
    password: await findPassword(em, ownerId),
    email: (await em.findOneOrFail(User, ownerId)).email,
  }));
  await proveCurrent(context, services, { password, currentPassword });
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
  return startSession(context, services, { user, methods: session.methods, stepUpMethods });
}

/** Where there is a password, it is the proof; where there is none, a recent sign-in is. */
async function proveCurrent(
  context: OperationContext,
  { passwords }: IdentityServices,
  { password, currentPassword }: { readonly password: Credential | null; readonly currentPassword: string | null },
): Promise<void> {
  const { viewer, now } = context;
  if (!password) {
    if (viewer.kind === 'SignedIn' && isRecent(viewer, firstPasswordMaxAge, now)) return;
    throw new StepUpRequired(firstPasswordMaxAge, viewer.kind === 'SignedIn' ? viewer.stepUpMethods : undefined);
  }
  const { isMatch } = await passwords.verify(password.secretHash, currentPassword ?? '');
  if (isMatch) return;
  const refused = { event: 'PASSWORD_CHANGED', ownerId: password.ownerId, outcome: 'REFUSED' } as const;
  await context.rows.separately((em) => recordAudit(em, context, refused));
  throw wrongPassword('input.currentPassword');
}

/** Of who is signed in already: their session is as good as before, so this is no "sign in first". */
export const wrongPassword = (field: string): InvalidInput => new InvalidInput(field, 'The password is wrong.');
