import type { OperationContext } from '#authorization/operation-context.ts';
import { requireOwner } from '#authorization/viewer.ts';
import { wrongPassword } from './change-password.ts';
import { addRefreshToken } from './add-refresh-token.ts';
import { findPassword, lockOwnAccount } from './find-account.ts';
import type { IdentityServices } from './identity-services.ts';
import { handOver, issueTokens, type AuthTokens } from './issue-tokens.ts';
import { recordAudit } from './record-audit.ts';
import { RefreshToken } from './refresh-token.entity.ts';
import { newRefreshToken } from './refresh-token.ts';

/**
 * Proves in the middle of a session who asks. The session goes on with new tokens alone: those of before, which somebody
 * may have taken, neither gain by it nor can be refreshed any more (OWASP ASVS 5.0, 7.2.4).
 * @throws InvalidInput for a wrong password, Overloaded
 */
export async function stepUp(
  context: OperationContext,
  services: IdentityServices,
  { password }: { readonly password: string },
): Promise<AuthTokens> {
  const { rows, now, viewer, client } = context;
  const ownerId = requireOwner(viewer);
  const known = await rows.separately((em) => findPassword(em, ownerId));
  const { isMatch } = await services.passwords.verify(known?.secretHash ?? null, password);
  if (!isMatch) {
    const refused = { event: 'STEP_UP', ownerId, outcome: 'REFUSED' } as const;
    await rows.separately((em) => recordAudit(em, context, refused));
    throw wrongPassword('input.password');
  }
  const em = await rows.em();
  const { session } = await lockOwnAccount(em, context);
  await em.nativeUpdate(RefreshToken, { ownerId, session: session.id, usedAt: null }, { usedAt: now });
  em.assign(session, { authenticatedAt: now, lastSeenAt: now });
  const refresh = addRefreshToken(em, context, { session, services, token: newRefreshToken() });
  recordAudit(em, context, { event: 'STEP_UP', ownerId });
  return handOver(client, issueTokens(context, services, { session, refresh }));
}
