import type { EntityManager } from '@mikro-orm/postgresql';
import { anonymous, type Anonymous } from '#authorization/viewer.ts';
import { AccessToken } from './access-token.entity.ts';
import { standingOf, type IdentityServices } from './identity-services.ts';
import type { PresentedNarrowToken } from './narrow-token.ts';
import type { RecognisedViewer } from './recognise-viewer.ts';

/** A viewer known from the row of a narrow token. */
export interface NarrowViewer extends RecognisedViewer {
  readonly scopes: ReadonlySet<string>;
  readonly expiresAt: Date;
}

/**
 * Who holds a narrow token: one read by its hash, on the identity login and before anything is read as anybody, because
 * the token itself says nothing of its owner that could be believed. They hold no more than the role of everybody,
 * whatever their owner is, and have never just proven who they are. Behind an account that is shut out, or has to change
 * its password first, there is nobody.
 */
export async function recogniseNarrowViewer(
  em: EntityManager,
  { tokenHash }: PresentedNarrowToken,
  { services, now }: { readonly services: Pick<IdentityServices, 'impliedRoles'>; readonly now: Date },
): Promise<Anonymous | NarrowViewer> {
  const found = await em.findOne(AccessToken, { tokenHash }, { populate: ['user'], disableIdentityMap: true });
  if (!found || found.revokedAt || found.user.disabledAt || found.user.mustChangePassword) return anonymous;
  const { id, ownerId, scopes, expiresAt, lastUsedAt } = found;
  if (expiresAt <= now) return { ...anonymous, tokenExpired: true };
  return {
    kind: 'SignedIn',
    userId: ownerId,
    sessionId: id,
    roles: standingOf({ roles: ['USER'], mustChangePassword: false }, services),
    authenticatedAt: new Date(0),
    stepUpMethods: [],
    scopes: new Set(scopes),
    lastSeenAt: lastUsedAt ?? new Date(0),
    expiresAt,
  };
}
