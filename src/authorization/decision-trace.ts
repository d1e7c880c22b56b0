import type { FieldPolicy } from './policy.ts';
import type { Viewer } from './viewer.ts';

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

/** The directives by which a field is open or closed; of those that must all hold, the ones that the viewer lacks, if any. */
export function accessDirective(
  { publicReason, requires, stepUpSeconds }: Pick<FieldPolicy, 'publicReason' | 'requires' | 'stepUpSeconds'>,
  viewer: Viewer,
): string {
  if (publicReason !== null) return `@public(reason: ${JSON.stringify(publicReason)})`;
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

/** The decision to refuse a field for who asks. */
export const refusedDecision = (field: FieldPolicy, wall: Decision['wall'], viewer: Viewer): Decision => ({
  coordinate: field.coordinate,
  directive: accessDirective(field, viewer),
  wall,
  verdict: 'refused',
  reason: `needs ${[...field.requires].join(' and ')}; the viewer ${
    viewer.kind === 'Anonymous' ? 'is signed out' : `has ${[...viewer.roles].join(', ')}`
  }`,
});
