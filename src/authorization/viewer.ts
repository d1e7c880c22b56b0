import { Forbidden, InsufficientScope, StepUpRequired, Unauthenticated, type DomainError } from '#platform/errors.ts';
import { isMet, scopeLists, type ScopeDemand, type Scopes } from './scopes.ts';

export const roles = ['USER', 'SUPPORT', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

/** What a field may demand of a viewer: a role, or no more than to be signed in. */
export type Standing = Role | 'SIGNED_IN';

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
  /** The session, or the narrow token, that they came by. */
  readonly sessionId: string;
  /** Every role held, implied ones included, beside being signed in. An account that must change its password holds none. */
  readonly roles: ReadonlySet<Standing>;
  /** When they last proved who they are; refreshing tokens does not move it. */
  readonly authenticatedAt: Date;
  /** How they may do so again; left out where nobody has looked. */
  readonly stepUpMethods?: readonly StepUpMethod[];
  /** All that a narrow token lets its holder do; left out for the owner's own sessions, which hold every scope. */
  readonly scopes?: Scopes;
}

/** What a step-up takes. */
export type StepUpMethod = 'PASSWORD' | 'TOTP' | 'PASSKEY' | 'OAUTH';

export const anonymous: Anonymous = { kind: 'Anonymous', tokenExpired: false };

/** The owner whose rows the viewer's statements may touch; null matches no row. */
export const ownerOf = (viewer: Viewer): string | null => (viewer.kind === 'SignedIn' ? viewer.userId : null);

/** The owner of what the viewer makes. @throws Unauthenticated, which an earlier wall should have */
export function requireOwner(viewer: Viewer): string {
  if (viewer.kind === 'Anonymous') throw new Unauthenticated();
  return viewer.userId;
}

/** What a field demands of whoever asks for it. */
export interface Demand {
  /** All of them are needed; none means open to everybody. */
  readonly requires: ReadonlySet<Standing>;
  /** What a narrow token needs in addition. */
  readonly scopes: ScopeDemand;
  /** How long ago the viewer may have proven who they are; null for any time. */
  readonly stepUpSeconds: number | null;
}

/**
 * Judges what depends on the viewer alone: first who they are, then how recently they proved it.
 * @returns the error to answer with, or null when allowed
 */
export function refusalNow(demand: Demand, viewer: Viewer, now: Date): DomainError | null {
  const { stepUpSeconds } = demand;
  const refused = refusal(demand, viewer);
  if (refused || stepUpSeconds === null || viewer.kind === 'Anonymous') return refused;
  return isRecent(viewer, stepUpSeconds, now) ? null : new StepUpRequired(stepUpSeconds, viewer.stepUpMethods);
}

/**
 * Judges who the viewer is and what their token is for, whenever they proved it.
 * @returns the error to answer with, or null when allowed
 */
export function refusal({ requires, scopes }: Pick<Demand, 'requires' | 'scopes'>, viewer: Viewer): DomainError | null {
  if (requires.size === 0) return null;
  if (viewer.kind === 'Anonymous')
    return viewer.tokenExpired
      ? new Unauthenticated('The access token has run out.', 'TOKEN_EXPIRED')
      : new Unauthenticated();
  // First of all what the token is for: whoever may not ask is told nothing of the account's standing.
  if (isNarrow(viewer) && !isMet(scopes, viewer.scopes)) return new InsufficientScope(scopeLists(scopes));
  return requires.isSubsetOf(viewer.roles) ? null : lackingRole(viewer);
}

/** Whether the viewer came by a narrow token, which says itself what it is for. */
export const isNarrow = (viewer: Viewer): viewer is SignedIn & { readonly scopes: Scopes } =>
  viewer.kind === 'SignedIn' && viewer.scopes !== undefined;

/** Whether the viewer came by a session, which holds every scope. */
export const isFull = (viewer: Viewer): viewer is SignedIn => viewer.kind === 'SignedIn' && viewer.scopes === undefined;

/** Whether the viewer proved who they are within so many seconds. */
export const isRecent = ({ authenticatedAt }: SignedIn, seconds: number, now: Date): boolean =>
  now.getTime() - authenticatedAt.getTime() <= seconds * 1000;

/** How recent `@stepUp` asks it to be where it does not say, in seconds. */
const stepUpSeconds = 600;

/** Asks for what `@stepUp` does where an argument, or the account, decides that it is needed. @throws StepUpRequired */
export function requireRecent(viewer: SignedIn, now: Date): void {
  if (!isRecent(viewer, stepUpSeconds, now)) throw new StepUpRequired(stepUpSeconds, viewer.stepUpMethods);
}

const lackingRole = ({ roles }: SignedIn): Forbidden =>
  roles.has('USER')
    ? new Forbidden('This needs another role.')
    : new Forbidden('Change the password first; until then nothing else is possible.', 'PASSWORD_CHANGE_REQUIRED');
