import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import type { Role } from '#authorization/viewer.ts';
import { mailSecurityNotice } from '#identity/mail-link.ts';
import { Session } from '#identity/session.entity.ts';
import type { User } from '#identity/user.entity.ts';
import { forbidOneself, recordAct, type ActSource } from './act.ts';
import { holdAccount, requireAnotherAdmin } from './admins.ts';

export interface Appointment {
  readonly userId: string;
  readonly role: Role;
}

/**
 * Gives an account a role; it holds from its next request.
 * @throws Forbidden for the viewer's own, and for the only admin's
 */
export async function setUserRole(context: OperationContext, appointment: Appointment): Promise<User> {
  forbidOneself(context, appointment.userId, 'Nobody can change their own role. Ask another admin.');
  return changeRole(await context.rows.em(), context, appointment);
}

/**
 * Does so for whoever may, within a transaction, and tells the account's owner. To give the role that is held already
 * changes and tells nothing.
 * @throws Forbidden, NotFound
 */
export async function changeRole(em: EntityManager, source: ActSource, { userId, role }: Appointment): Promise<User> {
  const user = await holdAccount(em, userId);
  if (user.roles.length === 1 && user.roles[0] === role) return user;
  if (role !== 'ADMIN') await requireAnotherAdmin(em, user);
  em.assign(user, { roles: [role], updatedAt: source.now });
  // Each session repeats the roles: it is the one row that says who asks. In the order of their ids, as all lock them.
  const live = { ownerId: userId, revokedAt: null };
  const sessions = await em.find(Session, live, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  for (const session of sessions) em.assign(session, { roles: [role] });
  recordAct(em, source, { event: 'ROLE_CHANGED', ownerId: userId, detail: `to ${role}` });
  await mailSecurityNotice(em, source, { user, kind: 'ROLE_CHANGED' });
  return user;
}
