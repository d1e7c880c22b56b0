import type { EntityManager } from '@mikro-orm/postgresql';
import { anonymous, isNarrow, type Anonymous, type SignedIn, type Viewer } from '#authorization/viewer.ts';
import type { Rows } from '#database/rows.ts';
import { Unauthenticated } from '#platform/errors.ts';
import { AccessToken } from './access-token.entity.ts';
import type { AccessTokens, TokenClaims, VerifiedToken } from './access-token.ts';
import { standingOf, type IdentityServices } from './identity-services.ts';
import { readNarrowToken, type PresentedNarrowToken } from './narrow-token.ts';
import { isLive } from './refresh-token.ts';
import { Session } from './session.entity.ts';

export type TokenReading = TokenClaims | PresentedNarrowToken | 'absent' | 'expired' | 'invalid';

/** The access tokens of a request, as they came. */
export interface PresentedTokens {
  readonly authorization: string | undefined;
  readonly cookie: string | null | undefined;
}

/**
 * Reads the access token of a request: the bearer token, else the cookie. Another authorization scheme is not ours (a
 * proxy may ask for a password of its own) and leaves the cookie in charge. A narrow token comes as a bearer token alone,
 * and whatever else comes along widens nothing.
 * @throws Unauthenticated where both are tokens of ours, of different accounts
 */
export function readToken(
  accessTokens: AccessTokens,
  { authorization, cookie }: PresentedTokens,
  now: Date,
): TokenReading {
  const bearer = bearerToken(authorization);
  return readNarrowToken(bearer ?? '') ?? readSessionToken(accessTokens, { authorization, bearer, cookie }, now);
}

function readSessionToken(
  accessTokens: AccessTokens,
  { authorization, bearer, cookie }: PresentedTokens & { readonly bearer: string | null },
  now: Date,
): TokenReading {
  const fromHeader = bearer === null ? null : accessTokens.verify(bearer, now);
  const fromCookie = cookie ? accessTokens.verify(cookie, now) : null;
  if (fromHeader && fromCookie && fromHeader.claims.sub !== fromCookie.claims.sub)
    throw new Unauthenticated('The Authorization header and the cookie belong to different accounts.');
  if (bearer === null && !cookie) return authorization ? 'invalid' : 'absent';
  return reading(bearer === null ? fromCookie : fromHeader);
}

const reading = (token: VerifiedToken | null): TokenReading => {
  if (!token) return 'invalid';
  return token.isExpired ? 'expired' : token.claims;
};

/** The token of a Bearer header, empty where it has none; null for another scheme. */
function bearerToken(authorization = ''): string | null {
  const bearer = /^bearer(?: +(?<token>.*))?$/i.exec(authorization.trim());
  return bearer && (bearer.groups?.['token'] ?? '');
}

/** A viewer known from the row of a session, or of a narrow token. */
export interface RecognisedViewer extends SignedIn {
  /** When the row last said it was seen. */
  readonly lastSeenAt: Date;
}

/**
 * Who holds a token: one read of the session's row, in the operation's own transaction, so that what was revoked is
 * over at the next request.
 */
export async function recogniseViewer(
  claims: TokenClaims,
  rows: Rows,
  judge: ViewerRules,
): Promise<Anonymous | RecognisedViewer> {
  const session = await rows.find(Session, claims.sid, sessionColumns);
  if (session?.ownerId !== claims.sub || !isLive(session, judge.now)) return anonymous;
  const { id, ownerId, lastSeenAt, stepUpMethods } = session;
  const viewer: RecognisedViewer = {
    kind: 'SignedIn',
    userId: ownerId,
    sessionId: id,
    roles: standingOf(session, judge.services),
    authenticatedAt: authenticationOf(claims),
    stepUpMethods,
    lastSeenAt,
  };
  return viewer;
}

const sessionColumns = [
  'id',
  'ownerId',
  'roles',
  'mustChangePassword',
  'stepUpMethods',
  'lastSeenAt',
  'expiresAt',
  'revokedAt',
] as const;

// As the token says, not the session: tokens that were taken before a step-up gain nothing by it.
const authenticationOf = ({ auth_time: seconds }: TokenClaims): Date => new Date(seconds * 1000);

/**
 * Who a token says it is, before its session is read: what is read for them meanwhile must not be shown until it is.
 * Holds the role that everybody has, and no other.
 */
export const presumeViewer = (claims: TokenClaims): SignedIn => ({
  kind: 'SignedIn',
  userId: claims.sub,
  sessionId: claims.sid,
  roles: new Set(['SIGNED_IN', 'USER']),
  authenticatedAt: authenticationOf(claims),
});

export interface ViewerRules {
  readonly services: IdentityServices;
  readonly now: Date;
}

const touchIntervalMs = 60_000;

/**
 * Notes that a session, or a narrow token, was in use, at most once a minute: most calls know from what was read that
 * there is nothing to write and cost nothing.
 * @param fork makes an EntityManager of the identity login, outside the operation's transaction, which may be read-only
 */
export async function touchSession(
  fork: () => EntityManager,
  viewer: Viewer | RecognisedViewer,
  now: Date,
): Promise<void> {
  const minuteAgo = new Date(now.getTime() - touchIntervalMs);
  if (!('lastSeenAt' in viewer) || viewer.lastSeenAt > minuteAgo) return;
  const own = { id: viewer.sessionId, ownerId: viewer.userId };
  if (isNarrow(viewer)) {
    const stale = { ...own, $or: [{ lastUsedAt: null }, { lastUsedAt: { $lte: minuteAgo } }] };
    await fork().nativeUpdate(AccessToken, stale, { lastUsedAt: now });
    return;
  }
  const stale = { ...own, lastSeenAt: { $lte: minuteAgo } };
  await fork().nativeUpdate(Session, stale, { lastSeenAt: now });
}
