import type { OperationContext } from '#authorization/operation-context.ts';
import { lockAccount } from '#identity/find-account.ts';
import { signOutOf } from '#identity/revoke-session.ts';
import { recordAct } from './act.ts';

/** Signs an account out everywhere, from the next request on, who is just signing in included. */
export async function revokeSessionsOfUser(context: OperationContext, userId: string): Promise<true> {
  const em = await context.rows.em();
  await lockAccount(em, userId);
  await signOutOf(em, { ownerId: userId, now: context.now });
  recordAct(em, context, { event: 'SESSION_REVOKED', ownerId: userId, detail: 'all, by an admin' });
  return true;
}
