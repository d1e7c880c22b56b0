import type { FieldPolicy } from './policy.ts';
import { describeScopes, isMet, scopeLists, type ScopeDemand } from './scopes.ts';
import { isNarrow, type Demand, type Viewer } from './viewer.ts';

/** A decision of wall 1 on one operation, told to developers and never to the client. */
export interface Decision {
  readonly coordinate: string;
  readonly directive: string;
  readonly wall: 'document' | 'shield' | 'look-up' | 'tripwire';
  readonly verdict: 'passed' | 'refused';
  readonly reason: string;
}

/** Told of each decision while an operation runs. It may change nothing of it: neither answer nor statements. */
export type TraceDecision = (decision: Decision) => void;

/** How a field without `@public` and `@auth` is read. */
export const silence = 'silence means: signed in';

/** How a field without `@requiresScopes` is read where somebody comes by a narrow token. */
const closedBySilence = 'silence means: no narrow token';

/** The directives by which a field is open or closed; of those that must all hold, the ones that the viewer lacks, if any. */
export function accessDirective(
  { publicReason, requires, scopes, stepUpSeconds }: Pick<FieldPolicy, keyof Demand | 'publicReason'>,
  viewer: Viewer,
): string {
  if (publicReason !== null) return `@public(reason: ${JSON.stringify(publicReason)})`;
  const ofToken = tokenDirective({ requires, scopes }, viewer);
  if (ofToken !== null) return ofToken;
  const lacking = viewer.kind === 'SignedIn' ? requires.difference(viewer.roles) : requires;
  const deciding = lacking.size > 0 ? lacking : requires;
  const guards = [
    ...[...deciding]
      .filter((role) => role !== 'USER' && role !== 'SIGNED_IN')
      .map((role) => `@auth(requires: ${role})`),
    ...(deciding.has('SIGNED_IN') ? ['@beforePasswordChange'] : []),
    ...(stepUpSeconds === null || lacking.size > 0 ? [] : [`@stepUp(maxAge: ${stepUpSeconds})`]),
  ];
  return guards.length > 0 ? guards.join(' ') : silence;
}

/** What decides for who comes by a narrow token; null where that is the standing of its owner. */
function tokenDirective({ requires, scopes }: Pick<Demand, 'requires' | 'scopes'>, viewer: Viewer): string | null {
  if (!isNarrow(viewer)) return null;
  if (scopes.length === 0) return closedBySilence;
  const lacksStanding = isMet(scopes, viewer.scopes) && !requires.isSubsetOf(viewer.roles);
  return lacksStanding ? null : `@requiresScopes(scopes: ${listed(scopes)})`;
}

/** The decision to refuse a field for who asks. */
export const refusedDecision = (field: FieldPolicy, wall: Decision['wall'], viewer: Viewer): Decision => ({
  coordinate: field.coordinate,
  directive: accessDirective(field, viewer),
  wall,
  verdict: 'refused',
  reason: `needs ${demanded(field, viewer)}; the viewer ${standingIn(viewer)}`,
});

/** What a field needs of a viewer, in words. */
export const demanded = ({ requires, scopes }: Pick<Demand, 'requires' | 'scopes'>, viewer: Viewer): string =>
  isNarrow(viewer) && !isMet(scopes, viewer.scopes)
    ? describeScopes(scopes) || "a session of the owner's own"
    : [...requires].join(' and ');

/** What a viewer has, in words. */
export function standingIn(viewer: Viewer): string {
  if (viewer.kind === 'Anonymous') return 'is signed out';
  return isNarrow(viewer)
    ? `has a narrow token with ${[...viewer.scopes].join(', ') || 'nothing'}`
    : `has ${[...viewer.roles].join(', ')}`;
}

/** Scopes as SDL has them. */
const listed = (scopes: ScopeDemand): string =>
  `[${scopeLists(scopes)
    .map((all) => `[${all.join(', ')}]`)
    .join(', ')}]`;
