import { Forbidden, Unauthenticated, type DomainError } from '#platform/errors.ts';

export const roles = ['USER', 'SUPPORT', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** Who asks, settled before anything else of an operation happens. */
export type Viewer = Anonymous | SignedIn;

export interface Anonymous {
  readonly kind: 'Anonymous';
  /** Set when a token was sent that has run out, so that the client knows to refresh it. */
  readonly tokenExpired: boolean;
}

export interface SignedIn {
  readonly kind: 'SignedIn';
  readonly userId: string;
  readonly sessionId: string;
  /** Every role held, implied ones included. */
  readonly roles: ReadonlySet<Role>;
}

export const anonymous: Anonymous = { kind: 'Anonymous', tokenExpired: false };

/** The owner whose rows the viewer's statements may touch; null matches no row. */
export const ownerOf = (viewer: Viewer): string | null => (viewer.kind === 'SignedIn' ? viewer.userId : null);

/** The owner of what the viewer makes. @throws Unauthenticated, which an earlier wall should have */
export function requireOwner(viewer: Viewer): string {
  if (viewer.kind === 'Anonymous') throw new Unauthenticated();
  return viewer.userId;
}

/**
 * Judges what depends on the viewer alone.
 * @param requires roles that are all needed; none means open to everybody
 * @returns the error to answer with, or null when allowed
 */
export function refusal(requires: ReadonlySet<Role>, viewer: Viewer): DomainError | null {
  if (requires.size === 0) return null;
  if (viewer.kind === 'Anonymous')
    return viewer.tokenExpired
      ? new Unauthenticated('The access token has run out.', 'TOKEN_EXPIRED')
      : new Unauthenticated();
  return requires.isSubsetOf(viewer.roles) ? null : new Forbidden('This needs another role.');
}
