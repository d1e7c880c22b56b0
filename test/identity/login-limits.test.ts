import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitAfter, loginLimits } from '#identity/login-limits.ts';

const limits = fc.record({ max: fc.integer({ min: 1, max: 100 }), windowSeconds: fc.integer({ min: 1, max: 86_400 }) });

describe('a limit that is used up again', () => {
  it('blocks twice as long each time, up to an hour', () => {
    const blocks = (name: 'address' | 'IP') =>
      [0, 1, 2, 3, 10].map((strikes) => limitAfter(loginLimits[name], strikes).windowSeconds / 60);
    expect(blocks('address')).toEqual([15, 30, 60, 60, 60]);
    expect(blocks('IP')).toEqual([30, 60, 60, 60, 60]);
  });

  it('never blocks shorter than at first, and never allows more', () => {
    fc.assert(
      fc.property(limits, fc.nat(20), (limit, strikes) => {
        const grown = limitAfter(limit, strikes);
        expect(grown.max).toBe(limit.max);
        expect(grown.windowSeconds).toBeGreaterThanOrEqual(limit.windowSeconds);
        expect(grown.windowSeconds).toBeLessThanOrEqual(Math.max(3_600, limit.windowSeconds));
      }),
    );
  });
});

describe('the limits of an account', () => {
  it('add up to no more than 100 failures in an hour', () => {
    const { address, devices } = loginLimits;
    expect(devices.windowSeconds).toBe(3_600);
    const windowsInAnHour = 3_600 / address.windowSeconds + 1;
    expect(windowsInAnHour * address.max + devices.max).toBeLessThanOrEqual(100);
  });
});
