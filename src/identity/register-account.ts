import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { OperationContext } from '#authorization/operation-context.ts';
import { Conflict, InvalidInput } from '#platform/errors.ts';
import { Credential } from './credential.entity.ts';
import { parseEmailAddress } from './email-address.ts';
import type { IdentityServices } from './identity-services.ts';
import type { AuthTokens } from './issue-tokens.ts';
import { createPasswordPolicy } from './password-policy.ts';
import { startSession } from './start-session.ts';
import { User } from './user.entity.ts';

export interface RegisterInput {
  readonly email: string;
  readonly password: string;
  readonly name?: string | null;
}

const passwordPolicy = createPasswordPolicy({ kind: 'classes' });

/**
 * Opens an account with a password and signs it in.
 * @throws InvalidInput, Conflict EMAIL_TAKEN, Overloaded
 */
export async function registerAccount(
  context: OperationContext,
  services: IdentityServices,
  input: RegisterInput,
): Promise<Registered> {
  const { now } = context;
  const email = parseEmailAddress(input.email);
  const name = parseDisplayName(input.name);
  passwordPolicy.assertAllowed(input.password, { email });
  // Hashed before the address is looked at and before a connection is taken: a taken address costs the same, and
  // whoever waits for a hash keeps nobody from the database.
  const secretHash = await services.passwords.hash(input.password);
  const em = await context.rows.em();
  const user = em.create(User, { id: context.newId(), email, name, roles: ['USER'], createdAt: now, updatedAt: now });
  em.create(Credential, {
    id: context.newId(),
    ownerId: user.id,
    kind: 'PASSWORD',
    secretHash,
    createdAt: now,
    updatedAt: now,
  });
  // The constraint decides, not a look beforehand: of many who ask for one address at once, one gets it.
  await em.flush().catch((error: unknown) => {
    throw isEmailTaken(error) ? new Conflict('EMAIL_TAKEN', 'There is an account with this e-mail address.') : error;
  });
  return { tokens: await startSession(context, services, user), user, verificationRequired: false };
}

export interface Registered {
  readonly tokens: AuthTokens;
  readonly user: User;
  readonly verificationRequired: boolean;
}

const isEmailTaken = (error: unknown): boolean =>
  error instanceof UniqueConstraintViolationException &&
  'constraint' in error &&
  error.constraint === 'users_email_key';

const maxNameLength = 255;

function parseDisplayName(text: string | null | undefined): string | null {
  const name = text?.trim() ?? '';
  if ([...name].length > maxNameLength)
    throw new InvalidInput('input.name', `The name may have at most ${maxNameLength} characters.`);
  if (/\p{Cc}/u.test(name)) throw new InvalidInput('input.name', 'The name may not contain control characters.');
  return name === '' ? null : name;
}
