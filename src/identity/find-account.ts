import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { requireOwner } from '#authorization/viewer.ts';
import { Unauthenticated } from '#platform/errors.ts';
import { Credential } from './credential.entity.ts';
import type { IdentityServices } from './identity-services.ts';
import type { OneTimeToken } from './one-time-token.entity.ts';
import { findGoodToken, notGood, takeOneTimeToken, type PresentedToken } from './one-time-tokens.ts';
import { User } from './user.entity.ts';

/**
 * An account, held until the transaction ends. Whatever changes one takes it first, before its password, sessions and
 * links: in one order nobody waits in a ring.
 */
export const lockAccount = (em: EntityManager, id: string): Promise<User | null> =>
  em.findOne(User, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

/**
 * The account with this address, held likewise: of links that are asked for at once, each ends those before it.
 * @param email null for what is no address
 */
export const lockAccountOf = (em: EntityManager, email: string | null): Promise<User | null> =>
  email === null
    ? Promise.resolve(null)
    : em.findOne(User, { email }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

/** The viewer's account, held likewise. @throws Unauthenticated where it is gone */
export async function lockOwnAccount(em: EntityManager, { viewer }: Pick<OperationContext, 'viewer'>): Promise<User> {
  const user = await lockAccount(em, requireOwner(viewer));
  if (!user) throw new Unauthenticated();
  return user;
}

/** The account's password, if it has one. */
export const findPassword = (em: EntityManager, ownerId: string): Promise<Credential | null> =>
  em.findOne(Credential, { ownerId, kind: 'PASSWORD' });

export interface Redeemed {
  readonly user: User;
  readonly token: OneTimeToken;
}

/**
 * Takes the token of a mail and holds its account.
 * @throws InvalidInput where it is not good: unknown, run out, used, or of an address that is the account's no more; that
 *   one was is just what the link back to an old address is for
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
  if (!user || (user.email !== token.email && token.kind !== 'REVERT_EMAIL_CHANGE')) throw notGood(presented.field);
  return { user, token };
}
