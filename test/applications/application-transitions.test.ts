import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicationStatuses } from '#applications/application-status.ts';
import { applicationTransitions, eventTypeFor } from '#applications/application-transitions.ts';
import { IllegalTransition } from '#platform/errors.ts';

const anyStatus = fc.constantFrom(...applicationStatuses);

describe('applicationTransitions', () => {
  it.each([
    ['APPLIED', ['INTERVIEWING', 'REJECTED', 'WITHDRAWN']],
    ['INTERVIEWING', ['OFFER', 'REJECTED', 'WITHDRAWN']],
    ['OFFER', ['ACCEPTED', 'REJECTED', 'WITHDRAWN']],
    ['ACCEPTED', []],
    ['REJECTED', []],
    ['WITHDRAWN', []],
  ] as const)('lets %s become %j and nothing else', (from, allowed) => {
    expect(applicationTransitions.allowed(from)).toEqual(allowed);
  });

  it.each(applicationStatuses)('lets every move out of %s pass that it names', (from) => {
    for (const to of applicationTransitions.allowed(from)) applicationTransitions.assert(from, to);
    expect(() => applicationTransitions.assert(from, from)).toThrow(IllegalTransition);
  });

  it('refuses every move that is not in the table and names the legal ones', () => {
    fc.assert(
      fc.property(anyStatus, anyStatus, (from, to) => {
        const allowed = applicationTransitions.allowed(from);
        fc.pre(!allowed.includes(to));
        expect(() => applicationTransitions.assert(from, to)).toThrow(new IllegalTransition(from, to, allowed));
      }),
      { numRuns: 200 },
    );
  });

  it('ends every walk within four states and never comes back to one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (choices) => {
        const walk: (typeof applicationStatuses)[number][] = ['APPLIED'];
        for (const choice of choices) {
          const allowed = applicationTransitions.allowed(walk.at(-1) ?? 'APPLIED');
          const next = allowed[choice % Math.max(allowed.length, 1)];
          if (next !== undefined) walk.push(next);
        }
        expect(new Set(walk).size).toBe(walk.length);
        expect(walk.length).toBeLessThanOrEqual(4);
        expect(applicationTransitions.allowed(walk.at(-1) ?? 'APPLIED')).toEqual([]);
      }),
    );
  });
});

describe('eventTypeFor', () => {
  it.each([
    ['APPLIED', 'APPLIED'],
    ['INTERVIEWING', 'STATUS_CHANGED'],
    ['OFFER', 'OFFER_RECEIVED'],
    ['ACCEPTED', 'OFFER_ACCEPTED'],
    ['REJECTED', 'REJECTED'],
    ['WITHDRAWN', 'WITHDRAWN'],
  ] as const)('%s writes %s', (status, eventType) => {
    expect(eventTypeFor(status)).toBe(eventType);
  });
});
