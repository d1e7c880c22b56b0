import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import type { MfaChallenge } from '#platform/resolver-types.generated.ts';
import { findEmailAddress } from './email-address.ts';
import { passFirstFactor, type SignedInAccount } from './enter-account.ts';
import { lockAccount, lockAccountOf } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import { addIdentity, asTaken, createIdentity } from './link-provider.ts';
import { createUser } from './open-account.ts';
import { findLine, maxNameLength } from './parse-profile.ts';
import { ProviderFailure } from './provider-failure.ts';
import { ProviderIdentity } from './provider-identity.entity.ts';
import type { Provider, ProvenIdentity } from './providers.ts';
import { recordAudit } from './record-audit.ts';
import { mailVerification } from './request-email-verification.ts';
import type { User } from './user.entity.ts';
import { removeUnproven } from './verify-email.ts';

/** Who came back from a provider to sign in. */
export interface FederatedLogin {
  readonly provider: Provider;
  readonly proven: ProvenIdentity;
}

type SignedIn = SignedInAccount | MfaChallenge;

/**
 * Signs in to the account of an identity, or gives it one: that of its address where both sides have proven it, else a
 * new one where registration is open.
 * @throws ProviderFailure, Forbidden where the browser keeps no cookies
 */
export async function signInByProvider(
  context: OperationContext,
  services: IdentityServices,
  login: FederatedLogin,
): Promise<SignedIn> {
  const { issuer, subject, email: given } = login.proven;
  const em = await context.rows.em();
  const known = await em.findOne(ProviderIdentity, { issuer, subject });
  if (known) return enterKnown(context, services, known);
  const email = given === null ? null : findEmailAddress(given);
  if (email === null) throw new ProviderFailure('EMAIL_NEEDED', 'no address');
  const user = await lockAccountOf(em, { email });
  if (!user) return openByProvider(context, services, { ...login, email });
  await adopt(em, context, { ...login, user });
  return passFirstFactor(context, services, { user, method: 'fed' });
}

/** The identity alone says whose account it is, whatever address it has by now. */
async function enterKnown(
  context: OperationContext,
  services: IdentityServices,
  { id, ownerId }: ProviderIdentity,
): Promise<SignedIn> {
  const em = await context.rows.em();
  const user = await lockAccount(em, ownerId);
  // Unlinked meanwhile, it signs in to nothing.
  const identity = await em.findOne(ProviderIdentity, { id, ownerId }, { refresh: true });
  if (!user || !identity) throw new ProviderFailure('UNAUTHENTICATED', 'unlinked meanwhile');
  requireOpen(user);
  if (services.registration === 'verified' && !user.emailVerifiedAt)
    throw new ProviderFailure('EMAIL_NOT_VERIFIED', 'UNVERIFIED', user.id);
  em.assign(identity, { lastUsedAt: context.now });
  return passFirstFactor(context, services, { user, method: 'fed' });
}

function requireOpen(user: User): void {
  if (user.disabledAt) throw new ProviderFailure('UNAUTHENTICATED', 'DISABLED', user.id);
}

/**
 * Links an identity to the account that has its address. Whoever the provider vouches for owns the mailbox; where the
 * account's owner has not proven to, what they set up may be somebody else's who waits for just this (pre-hijacking,
 * Sudhodanan and Paverd 2022), and goes.
 */
async function adopt(
  em: EntityManager,
  context: OperationContext,
  { user, provider, proven }: FederatedLogin & { readonly user: User },
): Promise<void> {
  requireOpen(user);
  if (!proven.isEmailVerified)
    throw new ProviderFailure('ACCOUNT_LINKING_BLOCKED', 'the provider does not vouch for the address', user.id);
  const { now } = context;
  if (!user.emailVerifiedAt) {
    await removeUnproven(em, user, { now });
    em.assign(user, { emailVerifiedAt: now, updatedAt: now });
    recordAudit(em, context, { event: 'EMAIL_VERIFIED', ownerId: user.id, actorId: user.id });
  }
  await addIdentity(em, context, { user, provider, proven }).catch(asTaken('ATTEMPT_OVER'));
}

/** Opens an account without a password. */
async function openByProvider(
  context: OperationContext,
  services: IdentityServices,
  { provider, proven, email }: FederatedLogin & { readonly email: string },
): Promise<SignedIn> {
  const { isEmailVerified, name } = proven;
  const { registration } = services;
  if (registration === 'closed') throw new ProviderFailure('REGISTRATION_CLOSED', 'by invitation alone');
  if (registration === 'verified' && !isEmailVerified)
    throw new ProviderFailure('EMAIL_NOT_VERIFIED', 'the provider does not vouch for the address');
  const em = await context.rows.em();
  // A name that is none here is left out: nobody can correct it at the provider.
  const user = createUser(em, context, { email, name: findLine(name, maxNameLength) || null });
  if (isEmailVerified) em.assign(user, { emailVerifiedAt: context.now });
  createIdentity(em, context, { user, provider, proven });
  // By the next try there is an account.
  await em.flush().catch(asTaken('ATTEMPT_OVER'));
  recordAudit(em, context, { event: 'REGISTER', ownerId: user.id, actorId: user.id, detail: provider.id });
  if (!isEmailVerified) await mailVerification(em, context, user);
  return passFirstFactor(context, services, { user, method: 'fed', isFirst: true });
}
