import type { OperationContext } from '#authorization/operation-context.ts';
import { redeemMailedToken } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import { recordAudit } from './record-audit.ts';
import { endAccess } from './end-access.ts';

/** Ends every session by the link "this was not me" of a mail. @throws InvalidInput for the link */
export async function endSessionsByToken(
  context: OperationContext,
  services: IdentityServices,
  token: string,
): Promise<true> {
  const { user } = await redeemMailedToken(context, services, { kind: 'END_SESSIONS', token });
  const em = await context.rows.em();
  await endAccess(em, user.id, context.now);
  recordAudit(em, context, { event: 'SESSION_REVOKED', ownerId: user.id, detail: 'this was not me' });
  return true;
}
