import { LockMode, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { requireOwner } from '#authorization/viewer.ts';
import { Unauthenticated } from '#platform/errors.ts';
import { Credential } from './credential.entity.ts';
import type { IdentityServices } from './identity-services.ts';
import type { OneTimeToken } from './one-time-token.entity.ts';
import { findGoodToken, notGood, takeOneTimeToken, type PresentedToken } from './one-time-tokens.ts';
import { isLive } from './refresh-token.ts';
import { Session } from './session.entity.ts';
import { User } from './user.entity.ts';

/**
 * An account, held until the transaction ends. Whatever changes one takes it first, before its password, sessions and
 * links: in one order nobody waits in a ring.
 */
export const lockAccount = (em: EntityManager, id: string): Promise<User | null> => lockAccountOf(em, { id });

/** The account of which this is true, held likewise. */
export const lockAccountOf = (em: EntityManager, which: FilterQuery<User>): Promise<User | null> =>
  em.findOne(User, which, held);

/** Locked, and as the latest commit left it. */
const held = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;

/**
 * The viewer's account, held likewise, and their session with it: who asks was settled before, and what ended the session
 * meanwhile must not be followed by a change that it asked for.
 * @throws Unauthenticated where either is gone
 */
export async function lockOwnAccount(
  em: EntityManager,
  { viewer, now }: Pick<OperationContext, 'viewer' | 'now'>,
): Promise<{ readonly user: User; readonly session: Session }> {
  const user = await lockAccount(em, requireOwner(viewer));
  const id = viewer.kind === 'SignedIn' ? viewer.sessionId : '';
  const session = user && (await em.findOne(Session, { id, ownerId: user.id }, held));
  if (!user || !session || !isLive(session, now)) throw new Unauthenticated();
  return { user, session };
}

/** Accounts that administer now. */
export const activeAdmin = { roles: { $contains: ['ADMIN'] }, disabledAt: null } as const;

/** The account's password, if it has one. */
export const findPassword = (em: EntityManager, ownerId: string): Promise<Credential | null> =>
  em.findOne(Credential, { ownerId, kind: 'PASSWORD' });

export interface Redeemed {
  readonly user: User;
  readonly token: OneTimeToken;
}

/**
 * Takes the token of a mail and holds its account.
 * @throws InvalidInput where it is not good: unknown, run out, used, or of an address that is the account's no more
 */
export async function redeemMailedToken(
  context: Pick<OperationContext, 'now' | 'rows'>,
  { tokens }: IdentityServices,
  presented: PresentedToken,
): Promise<Redeemed> {
  const em = await context.rows.em();
  const judge = { tokens, now: context.now };
  const token = await findGoodToken(em, judge, presented);
  const user = await lockAccount(em, token.ownerId);
  await takeOneTimeToken(em, judge, token);
  // A change is taken back whatever came after it: who made it would else only have to make another.
  const isOfAddress = user?.email === token.email || token.kind === 'REVERT_EMAIL_CHANGE';
  if (!user || !isOfAddress) throw notGood(presented.field);
  return { user, token };
}
