import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import type { MfaChallenge, MfaMethod } from '#platform/resolver-types.generated.ts';
import type { IdentityServices } from './identity-services.ts';
import type { AuthTokens } from './issue-tokens.ts';
import { findDevice, rememberDevice } from './known-devices.ts';
import { mailSecurityNotice } from './mail-link.ts';
import { issueOneTimeToken } from './one-time-tokens.ts';
import { recordAudit } from './record-audit.ts';
import { Session } from './session.entity.ts';
import { mfaMethodsOf, stepUpMethodsFor, stepUpMethodsOf } from './sign-in-ways.ts';
import { startSession } from './start-session.ts';
import type { User } from './user.entity.ts';

export interface SignedInAccount {
  readonly tokens: AuthTokens;
  readonly user: User;
}

/**
 * Ways to prove who one is that a second factor may be asked for behind, by the names of RFC 8176 where it has one;
 * `fed` is a provider's word.
 */
export type FirstFactor = 'pwd' | 'email' | 'fed';

interface Entering {
  /** Held until the transaction ends. */
  readonly user: User;
  /** Whether nobody has signed in to the account before: then no device of it is new. */
  readonly isFirst?: boolean;
}

/**
 * Goes on behind a first factor, whichever it was: every one comes here, so that none leads past the second.
 * @returns a session, or for an account with a second factor the challenge to prove it
 */
export async function passFirstFactor(
  context: OperationContext,
  services: IdentityServices,
  { method, ...entering }: Entering & { readonly method: FirstFactor },
): Promise<SignedInAccount | MfaChallenge> {
  const em = await context.rows.em();
  const { id: ownerId, email } = entering.user;
  const methods = await mfaMethodsOf(em, ownerId);
  if (methods.length === 0) return enterAccount(context, services, { ...entering, methods: [method], mfaMethods: [] });
  const { id, expiresAt } = await issueOneTimeToken(em, context, { kind: 'MFA_CHALLENGE', ownerId, email, method });
  recordAudit(em, context, { event: 'FIRST_FACTOR', ownerId, actorId: ownerId });
  return { challenge: services.tokens.tokenOf(id), methods: [...methods], expiresAt };
}

interface Entered extends Entering {
  /** How they have proven who they are, by the names of RFC 8176 where it has one. */
  readonly methods: readonly string[];
  /** The second factors that the account has. */
  readonly mfaMethods: readonly MfaMethod[];
}

/** Gives a session to who has proven all that is asked of them, and tells the owner where the device is a new one. */
export async function enterAccount(
  context: OperationContext,
  services: IdentityServices,
  { user, methods, mfaMethods, isFirst = false }: Entered,
): Promise<SignedInAccount> {
  const em = await context.rows.em();
  const isNew = !isFirst && !(await findDevice(em, user.id, context)) && (await isNewPlace(em, context, user.id));
  await rememberDevice(em, context, user.id);
  const hasOwn = mfaMethods.length > 0 || methods.includes('pwd');
  const stepUpMethods = hasOwn ? stepUpMethodsFor(mfaMethods) : await stepUpMethodsOf(em, user.id);
  const tokens = await startSession(context, services, { user, methods, stepUpMethods });
  recordAudit(em, context, { event: 'LOGIN', ownerId: user.id, detail: methods.join(' ') });
  if (isNew) await mailSecurityNotice(em, context, { user, kind: 'NEW_DEVICE' });
  services.metrics.loginSucceeded();
  return { tokens, user };
}

/** Whether the account has no session from this address with this program: clients without cookies are known by no more. */
async function isNewPlace(em: EntityManager, { client }: OperationContext, ownerId: string): Promise<boolean> {
  const { ip, userAgent } = client;
  return (await em.count(Session, { ownerId, ip, userAgent })) === 0;
}
