import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import type { StepUpMethod } from '#authorization/viewer.ts';
import { toUuid } from '#platform/ids.ts';
import { addRefreshToken } from './add-refresh-token.ts';
import { tellSessionsEnded } from './ended-sessions.ts';
import { addDays, standingOf, type IdentityServices } from './identity-services.ts';
import { handOver, issueTokens, type AuthTokens } from './issue-tokens.ts';
import { newRefreshToken } from './refresh-token.ts';
import { Session } from './session.entity.ts';
import type { User } from './user.entity.ts';

export interface Opening {
  readonly user: User;
  /** How they have proven who they are, by the names of RFC 8176 where it has one. */
  readonly methods: readonly string[];
  readonly stepUpMethods: readonly StepUpMethod[];
  /** When they did so; now, where that is not said. */
  readonly authenticatedAt?: Date;
}

/**
 * Opens a session for an account that has just proven who it is, and makes the rest of the operation run as it. The id
 * is always a new one: a session that somebody planted before sign-in gains nothing by it.
 */
export async function startSession(
  context: OperationContext,
  services: IdentityServices,
  { user, methods, stepUpMethods, authenticatedAt = context.now }: Opening,
): Promise<AuthTokens> {
  const { now, client } = context;
  const em = await context.rows.em();
  await endReplaced(em, context);
  const session = em.create(Session, {
    id: context.newId(),
    ownerId: user.id,
    createdAt: now,
    authenticatedAt,
    lastSeenAt: now,
    expiresAt: addDays(now, services.lifetimes.refreshAbsoluteDays),
    ip: client.ip,
    userAgent: client.userAgent,
    methods: [...methods],
    roles: user.roles,
    mustChangePassword: user.mustChangePassword,
    stepUpMethods: [...stepUpMethods],
  });
  const refresh = addRefreshToken(em, context, { session, services, token: newRefreshToken() });
  context.signIn({
    kind: 'SignedIn',
    userId: user.id,
    sessionId: session.id,
    roles: standingOf(user, services),
    authenticatedAt,
    stepUpMethods,
  });
  return handOver(client, issueTokens(context, services, { session, refresh }));
}

/** A browser holds one session: the one before, whosever it was, would go on with nobody knowing (OWASP ASVS 5.0, 7.2.4). */
async function endReplaced(em: EntityManager, { viewer, client, now }: OperationContext): Promise<void> {
  if (!client.keepsCookies || viewer.kind === 'Anonymous') return;
  const { sessionId: id } = viewer;
  // It may be one that this very operation has begun, whose row is not written yet.
  await em.flush();
  const ended = await em.nativeUpdate(Session, { id: toUuid(id), revokedAt: null }, { revokedAt: now });
  if (ended > 0) await tellSessionsEnded(em, [id]);
}
