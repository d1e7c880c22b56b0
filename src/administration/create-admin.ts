import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Credential } from '#identity/credential.entity.ts';
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
 * @param em of the identity login, outside a transaction
 */
export async function createFirstAdmin(
  em: EntityManager,
  source: ActSource,
  { email, secretHash }: NewAdmin,
): Promise<AdminCreation> {
  const { now } = source;
  const create = async (em: EntityManager): Promise<AdminCreation> => {
    await holdAdmins(em);
    if (await hasAdmin(em)) return 'ADMIN_EXISTS';
    if ((await em.count(User, { email })) > 0) return 'EMAIL_TAKEN';
    const made = { createdAt: now, updatedAt: now };
    const [id, account] = [source.newId(), { email, emailVerifiedAt: now, roles: ['ADMIN' as const] }];
    em.create(User, { id, ...account, mustChangePassword: true, ...made });
    em.create(Credential, { id: source.newId(), ownerId: id, kind: 'PASSWORD', secretHash, ...made });
    await em.flush();
    await recordAct(em, source, { event: 'REGISTER', ownerId: id, detail: 'the first admin' });
    return 'CREATED';
  };
  return em
    .fork()
    .transactional((em) => create(em as EntityManager))
    .catch((error: unknown) => {
      // Somebody opened an account with the address meanwhile.
      if (error instanceof UniqueConstraintViolationException) return 'EMAIL_TAKEN';
      throw error;
    });
}
