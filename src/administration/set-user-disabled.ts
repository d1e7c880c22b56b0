import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { signOutOf } from '#identity/revoke-session.ts';
import type { User } from '#identity/user.entity.ts';
import { forbidOneself, recordAct, type ActSource } from './act.ts';
import { holdAccount, requireAnotherAdmin } from './admins.ts';

export interface Shutting {
  readonly id: string;
  readonly disabled: boolean;
}

/**
 * Shuts an account out, or lets it in again.
 * @throws Forbidden for the viewer's own, and for the only admin's
 */
export async function setUserDisabled(context: OperationContext, shutting: Shutting): Promise<User> {
  forbidOneself(context, shutting.id, 'Nobody can shut out their own account. Ask another admin.');
  return changeDisabled(await context.rows.em(), context, shutting);
}

/**
 * Does so for whoever may, within a transaction. Shutting out ends every session and access token.
 * @returns the account as it is then; one that was shut out before keeps since when
 * @throws Forbidden, NotFound
 */
export async function changeDisabled(em: EntityManager, source: ActSource, { id, disabled }: Shutting): Promise<User> {
  const user = await holdAccount(em, id);
  if (disabled) await requireAnotherAdmin(em, user);
  em.assign(user, { disabledAt: disabled ? (user.disabledAt ?? source.now) : null, updatedAt: source.now });
  if (disabled) await signOutOf(em, { ownerId: id, now: source.now });
  recordAct(em, source, { event: 'ADMIN_ACT', ownerId: id, detail: disabled ? 'shut out' : 'let in again' });
  return user;
}
