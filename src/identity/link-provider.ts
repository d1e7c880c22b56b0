import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { requireOwner, requireRecent } from '#authorization/viewer.ts';
import { InvalidInput, Overloaded } from '#platform/errors.ts';
import type { ProviderLink, ProviderLinkPurpose } from '#platform/resolver-types.generated.ts';
import { lockOwnAccount } from './find-account.ts';
import { standingOf, type IdentityServices } from './identity-services.ts';
import { mailSecurityNotice } from './mail-link.ts';
import { beginAttempt } from './provider-attempts.ts';
import { ProviderFailure, type ProviderError } from './provider-failure.ts';
import { ProviderIdentity } from './provider-identity.entity.ts';
import type { Provider, ProvenIdentity } from './providers.ts';
import { recordAudit } from './record-audit.ts';
import { requireAnotherWay } from './require-another-way.ts';
import { Session } from './session.entity.ts';
import { renewStepUpMethods, stepUpMethodsOf } from './sign-in-ways.ts';
import { goOnProven } from './step-up.ts';
import type { User } from './user.entity.ts';

export interface ProviderLinkInput {
  readonly provider: string;
  readonly purpose: ProviderLinkPurpose;
}

/** The client's page that lists ways to sign in: where who went to a provider from within a session comes back to. */
export const settingsPage = '/settings/account';

/**
 * Begins the way to a provider from within a session, bound to it and to the browser.
 * @throws InvalidInput, StepUpRequired to link long after signing in, Overloaded, Forbidden without cookies
 */
export async function startProviderLink(
  context: OperationContext,
  { providers }: IdentityServices,
  { provider: id, purpose }: ProviderLinkInput,
): Promise<ProviderLink> {
  const { viewer, now } = context;
  if (viewer.kind === 'Anonymous') throw new Error('Wall 1 lets nobody in who is not signed in.');
  const provider = providers.find(id);
  if (!provider) throw new InvalidInput('provider', 'There is no such provider.');
  if (purpose === 'LINK') requireRecent(viewer, now);
  else await context.rows.separately((em) => requireForStepUp(em, viewer.userId, id));
  const wanted = { purpose, sessionId: viewer.sessionId, next: settingsPage };
  return { url: await beginAttempt(context, provider, wanted).catch(asUnavailable) };
}

const asUnavailable = (error: unknown): never => {
  throw error instanceof ProviderFailure
    ? new Overloaded('The provider does not answer as it should. Try again in a moment.')
    : error;
};

/** A provider vouches for whom nothing stronger does. @throws InvalidInput */
async function requireForStepUp(em: EntityManager, ownerId: string, providerId: string): Promise<void> {
  if (!(await stepUpMethodsOf(em, ownerId)).includes('OAUTH'))
    throw new InvalidInput('purpose', 'Prove yourself by the password or a second factor, or sign in anew.');
  if ((await em.count(ProviderIdentity, { ownerId, providerId })) === 0)
    throw new InvalidInput('provider', 'Your account does not sign in there.');
}

/** What came back from a provider to a session. */
export interface Returned {
  readonly provider: Provider;
  readonly proven: ProvenIdentity;
  /** That began it. */
  readonly sessionId: string;
}

/**
 * Goes on as the session that began the way: the browser's cookie has proven that it is this browser's, while its access
 * token may have run out at the provider.
 * @throws ProviderFailure where the session is over
 */
async function resumeSession(
  context: OperationContext,
  services: IdentityServices,
  sessionId: string,
): Promise<{ readonly em: EntityManager; readonly user: User; readonly session: Session }> {
  const em = await context.rows.em();
  const begun = await em.findOne(Session, { id: sessionId });
  if (!begun) throw new ProviderFailure('ATTEMPT_OVER', 'the session is over');
  const { ownerId: userId, authenticatedAt, stepUpMethods } = begun;
  const roles = standingOf(begun, services);
  context.signIn({ kind: 'SignedIn', userId, sessionId, roles, authenticatedAt, stepUpMethods });
  return { em, ...(await lockOwnAccount(em, context)) };
}

/** Makes an identity one of the session's account. @throws ProviderFailure where another account has it */
export async function linkProvider(
  context: OperationContext,
  services: IdentityServices,
  { provider, proven, sessionId }: Returned,
): Promise<void> {
  const { em, user } = await resumeSession(context, services, sessionId);
  const { issuer, subject } = proven;
  const known = await em.findOne(ProviderIdentity, { issuer, subject });
  if (known && known.ownerId !== user.id)
    throw new ProviderFailure('ACCOUNT_LINKING_BLOCKED', 'another account has this identity');
  if (known) return;
  await addIdentity(em, context, { user, provider, proven }).catch(asTaken('ACCOUNT_LINKING_BLOCKED'));
}

/** Of many who come at once for one identity, or for one address, the constraint lets one through. */
export const asTaken =
  (reason: ProviderError) =>
  (error: unknown): never => {
    throw error instanceof UniqueConstraintViolationException
      ? new ProviderFailure(reason, 'somebody came first')
      : error;
  };

export interface AddedIdentity extends Pick<Returned, 'provider' | 'proven'> {
  /** Held. */
  readonly user: User;
}

/** Gives an account a provider to sign in by, and tells its owner. */
export async function addIdentity(em: EntityManager, context: OperationContext, added: AddedIdentity): Promise<void> {
  const { user, provider } = added;
  createIdentity(em, context, added);
  await renewStepUpMethods(em, user.id);
  const byOwner = { ownerId: user.id, actorId: user.id };
  recordAudit(em, context, { event: 'PROVIDER_LINKED', ...byOwner, detail: provider.id });
  await mailSecurityNotice(em, context, { user, kind: 'PROVIDER_LINKED' });
}

/** Writes an identity down. */
export function createIdentity(
  em: EntityManager,
  { newId, now }: Pick<OperationContext, 'newId' | 'now'>,
  { user, provider, proven: { issuer, subject } }: AddedIdentity,
): ProviderIdentity {
  const identity = { ownerId: user.id, issuer, subject, providerId: provider.id };
  return em.create(ProviderIdentity, { id: newId(), ...identity, createdAt: now });
}

/** Takes signing in at a provider as a proof of now. @throws ProviderFailure, Unauthenticated */
export async function stepUpByProvider(
  context: OperationContext,
  services: IdentityServices,
  { proven: { issuer, subject }, sessionId }: Returned,
): Promise<void> {
  const { em, user } = await resumeSession(context, services, sessionId);
  const identity = await em.findOne(ProviderIdentity, { issuer, subject, ownerId: user.id });
  // Somebody may have set a password meanwhile.
  if (!identity || !(await stepUpMethodsOf(em, user.id)).includes('OAUTH'))
    throw new ProviderFailure('UNAUTHENTICATED', 'no way of this account to prove itself');
  em.assign(identity, { lastUsedAt: context.now });
  await goOnProven(context, services, ['fed']);
}

/**
 * Takes a provider away from the viewer's account.
 * @param id looked up as the viewer's before
 * @throws Conflict LAST_SIGN_IN_METHOD
 */
export async function unlinkProvider(context: OperationContext, id: string): Promise<true> {
  const ownerId = requireOwner(context.viewer);
  const em = await context.rows.em();
  const { user } = await lockOwnAccount(em, context);
  const identity = await em.findOne(ProviderIdentity, { id, ownerId });
  // Gone already, by another request.
  if (!identity) return true;
  em.remove(identity);
  await requireAnotherWay(em, ownerId);
  recordAudit(em, context, { event: 'PROVIDER_UNLINKED', ownerId, detail: identity.providerId });
  await mailSecurityNotice(em, context, { user, kind: 'PROVIDER_UNLINKED' });
  return true;
}
