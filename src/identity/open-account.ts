import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { Conflict } from '#platform/errors.ts';
import { Credential } from './credential.entity.ts';
import { findPassword } from './find-account.ts';
import { findPasskeys } from './find-passkeys.ts';
import type { IdentityServices } from './identity-services.ts';
import type { AuthTokens } from './issue-tokens.ts';
import { rememberDevice } from './known-devices.ts';
import type { FirstSecret } from './first-secret.ts';
import { passkeyMethods } from './prove-passkey.ts';
import { addPasskey, asPasskeyTaken } from './register-passkey.ts';
import { recordAudit } from './record-audit.ts';
import { mailVerification } from './request-email-verification.ts';
import { mfaMethodsOf, stepUpMethodsFor } from './sign-in-ways.ts';
import { startSession } from './start-session.ts';
import { User } from './user.entity.ts';

/** What somebody wants an account with, judged: a password, hashed, or a passkey. */
export interface WantedAccount {
  readonly email: string;
  readonly name: string | null;
  readonly secret: FirstSecret;
}

export interface Registered {
  readonly tokens: AuthTokens | null;
  readonly user: User | null;
  readonly verificationRequired: boolean;
}

/**
 * Opens the account and signs in.
 * @param wanted.isProven whether its address is proven already
 * @throws Conflict EMAIL_TAKEN
 */
export async function openAccount(
  context: OperationContext,
  services: IdentityServices,
  wanted: WantedAccount & { readonly isProven: boolean },
): Promise<Registered> {
  const { now } = context;
  const em = await context.rows.em();
  // The constraint decides, not a look beforehand: of many who ask for one address at once, one gets it.
  const user = await createAccount(em, context, wanted).catch(asEmailTaken).catch(asPasskeyTaken('input.passkey'));
  if (wanted.isProven) em.assign(user, { emailVerifiedAt: now });
  return enter(context, services, user);
}

/** Signs in to an account that has just become one's own, and mails a link to prove its address where it is not proven. */
export async function enter(context: OperationContext, services: IdentityServices, user: User): Promise<Registered> {
  const em = await context.rows.em();
  const password = await findPassword(em, user.id);
  // An unproven account whose password was never used waits for a proof: whoever registers next may replace it.
  for (const used of password ? [password] : await findPasskeys(em, user.id))
    em.assign(used, { lastUsedAt: context.now });
  if (!user.emailVerifiedAt) await mailVerification(em, context, user);
  await rememberDevice(em, context, user.id);
  const tokens = await startSession(context, services, {
    user,
    methods: password ? ['pwd'] : passkeyMethods,
    stepUpMethods: stepUpMethodsFor(await mfaMethodsOf(em, user.id)),
  });
  recordAudit(em, context, { event: 'REGISTER', ownerId: user.id });
  return { tokens, user, verificationRequired: false };
}

/** Refuses an address that an account has, in the words of this API. */
export const asEmailTaken = (error: unknown): never => {
  throw isEmailTaken(error) ? new Conflict('EMAIL_TAKEN', 'There is an account with this e-mail address.') : error;
};

/** Whether the constraint says that an account has the address. */
export const isEmailTaken = (error: unknown): boolean =>
  error instanceof UniqueConstraintViolationException &&
  'constraint' in error &&
  error.constraint === 'users_email_key';

/**
 * Makes the rows of an account that nobody has signed in to.
 * @param wanted.awaitsProof whether it waits for the proof of its address
 */
export async function createAccount(
  em: EntityManager,
  source: Pick<OperationContext, 'newId' | 'now'>,
  { email, name, secret, awaitsProof = false }: WantedAccount & { readonly awaitsProof?: boolean },
): Promise<User> {
  const { newId, now } = source;
  const user = createUser(em, source, { email, name });
  const { id: ownerId } = user;
  if (secret.kind === 'PASSKEY') await addPasskey(em, source, { ownerId, made: secret.made, awaitsProof });
  else
    em.create(Credential, {
      id: newId(),
      ownerId,
      kind: 'PASSWORD',
      ...secret.hashed,
      createdAt: now,
      updatedAt: now,
    });
  await em.flush();
  return user;
}

/** Makes the row of an account, without a way to sign in yet. */
export const createUser = (
  em: EntityManager,
  { newId, now }: Pick<OperationContext, 'newId' | 'now'>,
  { email, name }: Omit<WantedAccount, 'secret'>,
): User => em.create(User, { id: newId(), email, name, roles: ['USER'], createdAt: now, updatedAt: now });
