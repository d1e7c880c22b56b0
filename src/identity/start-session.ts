import type { OperationContext } from '#authorization/operation-context.ts';
import { addDays, standingOf, type IdentityServices } from './identity-services.ts';
import { handOver, issueTokens, type AuthTokens } from './issue-tokens.ts';
import { hashRefreshToken, newRefreshToken } from './refresh-token.ts';
import { RefreshToken } from './refresh-token.entity.ts';
import { Session } from './session.entity.ts';
import type { User } from './user.entity.ts';

const maxUserAgentLength = 500;

/**
 * Opens a session for an account that has just proven who it is, and makes the rest of the operation run as it. The id
 * is always a new one: a session that somebody planted before sign-in gains nothing by it.
 */
export async function startSession(
  context: OperationContext,
  services: IdentityServices,
  user: User,
): Promise<AuthTokens> {
  const { now, client } = context;
  const { refreshIdleDays, refreshAbsoluteDays } = services.lifetimes;
  const em = await context.rows.em();
  const session = em.create(Session, {
    id: context.newId(),
    ownerId: user.id,
    createdAt: now,
    authenticatedAt: now,
    lastSeenAt: now,
    expiresAt: addDays(now, refreshAbsoluteDays),
    ip: client.ip,
    userAgent: client.userAgent?.slice(0, maxUserAgentLength) ?? null,
    methods: ['pwd'],
    roles: user.roles,
    mustChangePassword: user.mustChangePassword,
  });
  const refresh = { token: newRefreshToken(), expiresAt: addDays(now, Math.min(refreshIdleDays, refreshAbsoluteDays)) };
  em.create(RefreshToken, {
    id: context.newId(),
    ownerId: user.id,
    session,
    tokenHash: hashRefreshToken(refresh.token),
    createdAt: now,
    expiresAt: refresh.expiresAt,
  });
  await em.flush();
  context.signIn({
    kind: 'SignedIn',
    userId: user.id,
    sessionId: session.id,
    roles: standingOf(user, services),
    authenticatedAt: now,
  });
  return handOver(client, issueTokens(context, services, { session, refresh }));
}
