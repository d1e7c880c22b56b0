import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { InvalidInput } from '#platform/errors.ts';
import { Credential } from './credential.entity.ts';
import { findPassword } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';

export interface WantedPassword {
  readonly password: string;
  /** Argument to name where it is refused. */
  readonly field: string;
  /** Of the account: no part of it may be in the password. */
  readonly email: string;
}

export interface HashedPassword {
  readonly secretHash: string;
  /** Null where it could not be asked whether the password was in a breach: asked again at the next sign-in. */
  readonly breachCheckedAt: Date | null;
}

/**
 * Judges a new password and hashes it. Asks others and takes long: to be called while no transaction is open.
 * @throws InvalidInput with a sentence that says what it lacks, Overloaded
 */
export async function hashNewPassword(
  { now }: Pick<OperationContext, 'now'>,
  { passwords, passwordPolicy, breachCheck }: IdentityServices,
  { password, field, email }: WantedPassword,
): Promise<HashedPassword> {
  passwordPolicy.assertAllowed(password, { field, email });
  const verdict = await breachCheck(password);
  if (verdict === 'breached')
    throw new InvalidInput(field, 'This password is known from a breach of another service. Choose another one.');
  return { secretHash: await passwords.hash(password), breachCheckedAt: verdict === 'clear' ? now : null };
}

/** Makes this the account's password, whether or not it had one; failures of before count no more. */
export async function setPassword(
  em: EntityManager,
  { newId, now }: Pick<OperationContext, 'newId' | 'now'>,
  { ownerId, hashed }: { readonly ownerId: string; readonly hashed: HashedPassword },
): Promise<void> {
  const password = await findPassword(em, ownerId);
  const changes = { ...hashed, failedAttempts: 0, updatedAt: now };
  if (password) em.assign(password, changes);
  else em.create(Credential, { id: newId(), ownerId, kind: 'PASSWORD', ...changes, createdAt: now });
}
