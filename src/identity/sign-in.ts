import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { Forbidden, RateLimited, Unauthenticated } from '#platform/errors.ts';
import type { MfaChallenge } from '#platform/resolver-types.generated.ts';
import type { LoginFailure } from '#platform/metrics.ts';
import type { AuditEventKind } from '#platform/resolver-types.generated.ts';
import { failEvenly } from './answer-evenly.ts';
import type { BreachVerdict } from './breach-check.ts';
import { Credential } from './credential.entity.ts';
import { findEmailAddress } from './email-address.ts';
import { passFirstFactor, type SignedInAccount } from './enter-account.ts';
import { findPassword, lockAccount } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import type { KnownDevice } from './known-device.entity.ts';
import { findDevice } from './known-devices.ts';
import { isPasswordOff, type LimitedAttempt } from './login-attempts.ts';
import { recordAudit } from './record-audit.ts';
import { signOutOf } from './revoke-session.ts';
import { mailSecurityNotice } from './mail-link.ts';
import { User } from './user.entity.ts';

export interface LoginInput {
  readonly email: string;
  readonly password: string;
}

/**
 * Signs in by e-mail and password. Unknown address, wrong password, a locked one and an account that is shut out cost the
 * same and answer the same; what else there is to say is told after a right password alone.
 * @throws Unauthenticated, Forbidden EMAIL_NOT_VERIFIED, RateLimited, Overloaded
 */
export async function signIn(
  context: OperationContext,
  services: IdentityServices,
  input: LoginInput,
): Promise<SignedInAccount | MfaChallenge> {
  const { known, user, password, renewedHash } = await failEvenly(() => provePassword(context, services, input));
  if (services.registration === 'verified' && !user.emailVerifiedAt) {
    await refuse(context, services, { known, detail: 'UNVERIFIED' });
    throw new Forbidden('Prove your e-mail address first, by the link that was mailed to it.', 'EMAIL_NOT_VERIFIED');
  }
  const breach = password.breachCheckedAt ? null : await services.breachCheck(input.password);
  const isFirst = !password.lastUsedAt;
  return enterByPassword(context, services, { password, given: input.password, isFirst, renewedHash, breach });
}

interface Matched {
  readonly known: Known;
  readonly user: User;
  readonly password: Credential;
  /** The password hashed as new ones are, where it was hashed otherwise. */
  readonly renewedHash: string | null;
}

/** Compares the password, within what is left of attempts. @throws Unauthenticated, RateLimited, Overloaded */
async function provePassword(
  context: OperationContext,
  services: IdentityServices,
  input: LoginInput,
): Promise<Matched> {
  const known = await findKnown(context, input.email);
  const { password, user } = known;
  const attempt = await services.attempts.begin(context, { ...known, email: input.email });
  if (attempt.kind === 'limited') throw await limited(context, services, { known, attempt });
  // No transaction is open meanwhile: hashes queue up, and each that waits would keep a connection from others.
  const { isMatch, renewedHash } = await services.passwords
    .verify(password?.secretHash ?? null, input.password)
    .catch(async (error: unknown) => {
      await attempt.calledOff();
      throw error;
    });
  const reason = reasonToRefuse(known, isMatch);
  if (reason === null && user && password) {
    await attempt.succeeded();
    return { known, user, password, renewedHash };
  }
  const lockout = await attempt.failed();
  await refuse(context, services, { known, detail: reason ?? 'UNKNOWN_ADDRESS' });
  if (lockout === 'PASSWORD_OFF' && user) await context.rows.separately((em) => tellLocked(em, context, user));
  throw wrong();
}

async function limited(
  context: OperationContext,
  { metrics }: IdentityServices,
  { known, attempt }: { readonly known: Known; readonly attempt: LimitedAttempt },
): Promise<RateLimited> {
  metrics.loginFailed('RATE_LIMITED');
  if (attempt.isNews) await audit(context, known, { event: 'RATE_LIMITED', detail: 'login' });
  return new RateLimited(attempt.retryAfter);
}

interface Known {
  readonly user: User | null;
  readonly password: Credential | null;
  /** The browser, if the account has signed in there before. */
  readonly device: KnownDevice | null;
}

function reasonToRefuse({ user, password, device }: Known, isMatch: boolean): LoginFailure | null {
  if (!user || !password) return 'UNKNOWN_ADDRESS';
  if (!isMatch) return 'WRONG_PASSWORD';
  // A browser that the owner has signed in with before keeps its own count: strangers cannot lock it out.
  if (!device && isPasswordOff(password)) return 'LOCKED';
  return user.disabledAt ? 'DISABLED' : null;
}

async function findKnown(context: OperationContext, address: string): Promise<Known> {
  const email = findEmailAddress(address);
  return context.rows.separately(async (em) => {
    const user = email === null ? null : await em.findOne(User, { email });
    // Asked for an unknown account too: as many statements tell nobody which it was.
    const ownerId = user?.id ?? context.newId();
    const password = await findPassword(em, ownerId);
    return { user, password, device: await findDevice(em, ownerId, context) };
  });
}

/** Writes down, and counts, why an attempt was refused; whoever made it is not told. */
function refuse(
  context: OperationContext,
  { metrics }: IdentityServices,
  { known, detail }: { readonly known: Known; readonly detail: LoginFailure },
): Promise<void> {
  metrics.loginFailed(detail);
  return audit(context, known, { event: 'LOGIN_FAILED', detail });
}

const audit = (
  context: OperationContext,
  { user }: Known,
  refused: { readonly event: AuditEventKind; readonly detail: string },
): Promise<void> =>
  context.rows.separately((em) =>
    recordAudit(em, context, { ...refused, ownerId: user?.id ?? null, outcome: 'REFUSED' }),
  );

/** The owner alone learns that the password is off, and how to set another. */
async function tellLocked(em: EntityManager, context: OperationContext, user: User): Promise<void> {
  recordAudit(em, context, { event: 'LOCKED', ownerId: user.id, outcome: 'REFUSED' });
  await mailSecurityNotice(em, context, { user, kind: 'PASSWORD_LOCKED' });
}

const wrong = (): Unauthenticated => new Unauthenticated('E-mail or password is wrong.');

interface Proven extends Pick<Matched, 'password' | 'renewedHash'> {
  readonly given: string;
  /** Whether nobody has signed in by it before. */
  readonly isFirst: boolean;
  /** Whether the password is from a breach; null where that was known before. */
  readonly breach: BreachVerdict | null;
}

async function enterByPassword(
  context: OperationContext,
  services: IdentityServices,
  proven: Proven,
): Promise<SignedInAccount | MfaChallenge> {
  const { isFirst, breach } = proven;
  const { now, rows } = context;
  const secretHash = await renewHash(context, services, proven);
  const em = await rows.em();
  const user = await lockAccount(em, proven.password.ownerId);
  const password = await em.findOne(Credential, { id: proven.password.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  // One that was changed meanwhile has ended the account's sessions, and this would be one more. The same holds for an
  // account that was shut out.
  if (!user || user.disabledAt || !password || password.secretHash !== secretHash) throw wrong();
  em.assign(password, {
    lastUsedAt: now,
    ...(breach === 'clear' || breach === 'breached' ? { breachCheckedAt: now } : {}),
  });
  if (breach === 'breached') {
    em.assign(user, { mustChangePassword: true, updatedAt: now });
    // Whoever knows the password from the breach may have been here before.
    await signOutOf(em, { ownerId: user.id, now });
    await mailSecurityNotice(em, context, { user, kind: 'PASSWORD_BREACHED' });
  }
  return passFirstFactor(context, services, { user, method: 'pwd', isFirst });
}

/**
 * Writes down the hash that is to take the place of the one that was compared, in a transaction of its own. Of several
 * sign-ins one does so; the others compare the password once more, and no transaction is open meanwhile either.
 * @returns the hash that the password is right by; null where there is none any more
 */
async function renewHash(
  { rows, now }: OperationContext,
  { passwords }: IdentityServices,
  { password: { id, secretHash }, renewedHash, given }: Proven,
): Promise<string | null> {
  if (renewedHash === null) return secretHash;
  const stored = await rows.separately(async (em) => {
    await em.nativeUpdate(Credential, { id, secretHash }, { secretHash: renewedHash, updatedAt: now });
    return em.findOne(Credential, { id }, { fields: ['secretHash'] });
  });
  if (!stored || stored.secretHash === renewedHash) return stored?.secretHash ?? null;
  return (await passwords.verify(stored.secretHash, given)).isMatch ? stored.secretHash : null;
}
