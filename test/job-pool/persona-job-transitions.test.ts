import { describe, expect, it } from 'vitest';
import {
  type PersonaJobStatus,
  manualPersonaJobTransitions,
  personaJobTransitions,
} from '#job-pool/persona-job-transitions.ts';

const statuses: readonly PersonaJobStatus[] = ['DISCOVERED', 'DISMISSED', 'APPLIED'];

describe('personaJobTransitions', () => {
  it.each([
    ['DISCOVERED', ['DISMISSED', 'APPLIED']],
    ['DISMISSED', ['DISCOVERED']],
    ['APPLIED', []],
  ] as const)('lets %s become %j and nothing else', (from, allowed) => {
    expect(personaJobTransitions.allowed(from)).toEqual(allowed);
  });

  it('refuses to apply for a dismissed match before it is brought back', () => {
    expect(() => personaJobTransitions.assert('DISMISSED', 'APPLIED')).toThrow('only to DISCOVERED');
  });
});

describe('manualPersonaJobTransitions', () => {
  it('never claims an application by hand, and never takes one back', () => {
    expect(statuses.flatMap((from) => manualPersonaJobTransitions.allowed(from))).not.toContain('APPLIED');
    expect(manualPersonaJobTransitions.allowed('APPLIED')).toEqual([]);
  });

  it('can undo each of its moves', () => {
    for (const from of statuses) {
      for (const to of manualPersonaJobTransitions.allowed(from)) {
        expect(manualPersonaJobTransitions.allowed(to)).toContain(from);
      }
    }
  });

  it('makes only moves that are legal at all', () => {
    for (const from of statuses) {
      expect(personaJobTransitions.allowed(from)).toEqual(
        expect.arrayContaining([...manualPersonaJobTransitions.allowed(from)]),
      );
    }
  });
});
