import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { InvalidInput } from '#platform/errors.ts';
import { Credential } from './credential.entity.ts';
import type { IdentityServices } from './identity-services.ts';
import { hashNewPassword, setPassword, type HashedPassword } from './new-password.ts';
import { Passkey } from './passkey.entity.ts';
import { acceptPasskey, addPasskey, type NewPasskey } from './register-passkey.ts';

/** What an account is opened with. */
export type FirstSecret =
  | { readonly kind: 'PASSWORD'; readonly hashed: HashedPassword }
  | { readonly kind: 'PASSKEY'; readonly made: NewPasskey };

export interface GivenSecret {
  readonly password?: string | null | undefined;
  readonly passkey?: unknown;
  readonly email: string;
}

/**
 * Judges what an account is to be opened with. Takes long: to be called while no transaction is open.
 * @throws InvalidInput, Overloaded
 */
export async function takeFirstSecret(
  context: OperationContext,
  services: IdentityServices,
  { password = null, passkey = null, email }: GivenSecret,
): Promise<FirstSecret> {
  if ((password === null) === (passkey === null))
    throw new InvalidInput('input', 'Give a password or a passkey: one of them.');
  if (password !== null) {
    const given = { password, field: 'input.password', email };
    return { kind: 'PASSWORD', hashed: await hashNewPassword(context, services, given) };
  }
  const given = { response: passkey, field: 'input.passkey', ceremony: 'SIGN_UP', boundTo: email } as const;
  return { kind: 'PASSKEY', made: await acceptPasskey(context, services, given) };
}

/** Makes it the one secret of an account that nobody has signed in to. */
export async function setFirstSecret(
  em: EntityManager,
  context: OperationContext,
  {
    ownerId,
    secret,
    awaitsProof = false,
  }: { readonly ownerId: string; readonly secret: FirstSecret; readonly awaitsProof?: boolean },
): Promise<void> {
  await em.nativeDelete(Passkey, { ownerId });
  if (secret.kind === 'PASSWORD') return setPassword(em, context, { ownerId, hashed: secret.hashed });
  await em.nativeDelete(Credential, { ownerId });
  await addPasskey(em, context, { ownerId, made: secret.made, awaitsProof });
}
