import { describe, expect, it } from 'vitest';
import { IllegalTransition } from '#platform/errors.ts';
import { defineTransitions } from '#platform/transitions.ts';

const doors = defineTransitions({ OPEN: ['CLOSED'], CLOSED: ['OPEN', 'SEALED'], SEALED: [] });

describe('defineTransitions', () => {
  it('names the states that may follow', () => {
    expect(doors.allowed('CLOSED')).toEqual(['OPEN', 'SEALED']);
    expect(doors.allowed('SEALED')).toEqual([]);
  });

  it('lets a legal move pass', () => {
    expect(() => doors.assert('OPEN', 'CLOSED')).not.toThrow();
  });

  it('refuses any other move and tells from, to and what is allowed', () => {
    expect(() => doors.assert('OPEN', 'SEALED')).toThrow(IllegalTransition);
    expect(() => doors.assert('OPEN', 'SEALED')).toThrow(
      expect.objectContaining({
        code: 'INVALID_TRANSITION',
        details: { from: 'OPEN', to: 'SEALED', allowed: ['CLOSED'] },
      }),
    );
  });

  it('does not take staying for a move', () => {
    expect(() => doors.assert('OPEN', 'OPEN')).toThrow(IllegalTransition);
  });

  it('does not compile with a state the table does not have', () => {
    // @ts-expect-error SHUT is no key of the table
    expect(defineTransitions({ OPEN: ['SHUT'] }).allowed('OPEN')).toEqual(['SHUT']);
  });
});
