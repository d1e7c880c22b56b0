import { LockMode } from '@mikro-orm/core';
import type { OperationContext } from '#authorization/operation-context.ts';
import { Unauthenticated } from '#platform/errors.ts';
import { Credential } from './credential.entity.ts';
import { findEmailAddress } from './email-address.ts';
import type { IdentityServices } from './identity-services.ts';
import type { AuthTokens } from './issue-tokens.ts';
import { startSession } from './start-session.ts';
import { User } from './user.entity.ts';

export interface LoginInput {
  readonly email: string;
  readonly password: string;
}

/**
 * Signs in by e-mail and password. Unknown address and wrong password cost the same and answer the same.
 * @throws Unauthenticated, Overloaded
 */
export async function signIn(
  context: OperationContext,
  services: IdentityServices,
  input: LoginInput,
): Promise<SignedInAccount> {
  const known = await findPassword(context, input.email);
  // No transaction is open meanwhile: hashes queue up, and each that waits would keep a connection from others.
  const { isMatch, renewedHash } = await services.passwords.verify(known?.secretHash ?? null, input.password);
  if (!isMatch || !known) throw wrong();
  const em = await context.rows.em();
  // Locked, and found only if it is still the password that was compared: one that was changed meanwhile has ended
  // the account's sessions, and this would be one more.
  const credential = await em.findOne(
    Credential,
    { id: known.id, ownerId: known.ownerId, secretHash: known.secretHash },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const user = credential && (await em.findOne(User, credential.ownerId));
  if (!credential || !user) throw wrong();
  if (renewedHash !== null) em.assign(credential, { secretHash: renewedHash, updatedAt: context.now });
  return { tokens: await startSession(context, services, user), user };
}

export interface SignedInAccount {
  readonly tokens: AuthTokens;
  readonly user: User;
}

const wrong = (): Unauthenticated => new Unauthenticated('E-mail or password is wrong.');

async function findPassword(context: OperationContext, address: string): Promise<Credential | null> {
  const email = findEmailAddress(address);
  if (email === null) return null;
  return context.rows.separately((em) => em.findOne(Credential, { kind: 'PASSWORD', user: { email } }));
}
