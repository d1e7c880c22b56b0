import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationContext } from '#authorization/operation-context.ts';
import { addDays, type IdentityServices } from './identity-services.ts';
import type { TokenSource } from './issue-tokens.ts';
import { hashToken } from './hash-token.ts';
import { RefreshToken } from './refresh-token.entity.ts';
import type { Session } from './session.entity.ts';

export interface NextToken {
  readonly session: Session;
  readonly services: IdentityServices;
  readonly token: string;
  /** The token that it replaces; none for the first since the owner proved who they are. */
  readonly parentId?: string;
}

/** Writes down a session's next refresh token. It ends when nobody has used it for long, with the session at the latest. */
export function addRefreshToken(
  em: EntityManager,
  { now, newId }: Pick<OperationContext, 'now' | 'newId'>,
  { session, services, token, parentId }: NextToken,
): TokenSource['refresh'] {
  const idleEnd = addDays(now, services.lifetimes.refreshIdleDays);
  const expiresAt = idleEnd < session.expiresAt ? idleEnd : session.expiresAt;
  em.create(RefreshToken, {
    id: newId(),
    ownerId: session.ownerId,
    session,
    tokenHash: hashToken(token),
    parentId: parentId ?? null,
    createdAt: now,
    expiresAt,
  });
  return { token, expiresAt };
}
