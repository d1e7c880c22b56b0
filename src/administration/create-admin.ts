import type { EntityManager } from '@mikro-orm/postgresql';
import { createAccount } from '#identity/open-account.ts';
import { User } from '#identity/user.entity.ts';
import { recordAct, type ActSource } from './act.ts';
import { hasAdmin, holdAdmins } from './admins.ts';

export interface NewAdmin {
  /** In the form that addresses are stored in; counts as proven. */
  readonly email: string;
  /** Of a password that is good for nothing but to choose another. */
  readonly secretHash: string;
}

/** What stood in the way, if anything. */
export type AdminCreation = 'CREATED' | 'ADMIN_EXISTS' | 'EMAIL_TAKEN';

/**
 * Makes the account of the first admin: while there is one, shut out or not, nothing. Of many who try at once, one does it.
 * @param em of the identity login, in a transaction
 */
export async function createFirstAdmin(
  em: EntityManager,
  source: ActSource,
  { email, secretHash }: NewAdmin,
): Promise<AdminCreation> {
  await holdAdmins(em);
  if (await hasAdmin(em)) return 'ADMIN_EXISTS';
  if ((await em.count(User, { email })) > 0) return 'EMAIL_TAKEN';
  const secret = { kind: 'PASSWORD', hashed: { secretHash, breachCheckedAt: null } } as const;
  const user = await createAccount(em, source, { email, name: null, secret });
  em.assign(user, { roles: ['ADMIN'], emailVerifiedAt: source.now, mustChangePassword: true });
  recordAct(em, source, { event: 'REGISTER', ownerId: user.id, detail: 'the first admin' });
  return 'CREATED';
}
