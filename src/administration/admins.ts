import type { EntityManager } from '@mikro-orm/postgresql';
import { lockUntilCommit } from '#database/advisory-lock.ts';
import { activeAdmin, lockAccount } from '#identity/find-account.ts';
import { User } from '#identity/user.entity.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';

/** One at a time changes who is an admin: two who take the role from each other would leave nobody. */
const adminsLock = 7_396_004;

/** Holds the circle of admins as it is until the transaction ends. */
export const holdAdmins = (em: EntityManager): Promise<void> => lockUntilCommit(em, adminsLock);

/** Whether there is an admin, shut out or not. */
export const hasAdmin = async (em: EntityManager): Promise<boolean> =>
  (await em.count(User, { roles: activeAdmin.roles })) > 0;

/**
 * An account to be changed, held until the transaction ends, with the circle of admins.
 * @throws NotFound
 */
export async function holdAccount(em: EntityManager, id: string): Promise<User> {
  await holdAdmins(em);
  const user = await lockAccount(em, id);
  if (!user) throw new NotFound();
  return user;
}

/** @throws Forbidden where nobody could administer once this account no longer can; the circle is held before */
export async function requireAnotherAdmin(em: EntityManager, { id, roles, disabledAt }: User): Promise<void> {
  if (!roles.includes('ADMIN') || disabledAt) return;
  const others = await em.count(User, { ...activeAdmin, id: { $ne: id } });
  if (others === 0) throw new Forbidden('This is the only admin. Make somebody else an admin first.');
}
