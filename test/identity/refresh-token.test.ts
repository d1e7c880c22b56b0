import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashToken } from '#identity/hash-token.ts';
import { createRotation, judgeRefresh, newRefreshToken, type RefreshFacts } from '#identity/refresh-token.ts';
import { StartupError } from '#platform/errors.ts';

const now = new Date('2026-03-01T12:00:00Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const grace = 10;
const session = { revokedAt: null, expiresAt: after(86_400) };
const unused = { usedAt: null, expiresAt: after(3600) };
const usedAgo = (seconds: number): RefreshFacts => ({
  session,
  token: { ...unused, usedAt: after(-seconds) },
  successor: unused,
});

describe('judgeRefresh', () => {
  it('rotates the current token', () => {
    expect(judgeRefresh({ session, token: unused, successor: null }, now, grace)).toBe('rotate');
  });

  it('repeats the answer for up to ten seconds while the successor is unused', () => {
    expect(judgeRefresh(usedAgo(0), now, grace)).toBe('repeat');
    expect(judgeRefresh(usedAgo(10), now, grace)).toBe('repeat');
    expect(judgeRefresh(usedAgo(10.001), now, grace)).toBe('reuse');
  });

  it('repeats it for a racer whose clock was read before the winner wrote', () => {
    expect(judgeRefresh(usedAgo(-0.05), now, grace)).toBe('repeat');
  });

  it('takes a token for stolen once its successor has been used, however soon', () => {
    expect(judgeRefresh({ ...usedAgo(1), successor: { usedAt: now } }, now, grace)).toBe('reuse');
  });

  it('has no grace when it is switched off', () => {
    expect(judgeRefresh(usedAgo(0), now, 0)).toBe('reuse');
  });

  it('lets a token run out, idle or with its session', () => {
    expect(judgeRefresh({ session, token: { ...unused, expiresAt: now }, successor: null }, now, grace)).toBe(
      'expired',
    );
    expect(judgeRefresh({ session: { ...session, expiresAt: now }, token: unused, successor: null }, now, grace)).toBe(
      'expired',
    );
  });

  const time = fc.integer({ min: -100, max: 100 }).map(after);
  const facts: fc.Arbitrary<RefreshFacts> = fc.record({
    session: fc.record({ revokedAt: fc.option(time), expiresAt: time }),
    token: fc.record({ usedAt: fc.option(time), expiresAt: time }),
    successor: fc.option(fc.record({ usedAt: fc.option(time) })),
  });

  it('never gives tokens to, and never takes for theft, what belongs to a session that has ended', () => {
    const anyEnd = fc.constantFrom({ revokedAt: after(-1), expiresAt: after(60) }, { revokedAt: null, expiresAt: now });
    fc.assert(
      fc.property(facts, anyEnd, fc.nat(20), (given, ended, seconds) => {
        expect(judgeRefresh({ ...given, session: ended }, now, seconds)).toBe('expired');
      }),
    );
  });

  it('refuses a token that a step-up has ended, and takes it for stolen after ten seconds', () => {
    expect(judgeRefresh({ ...usedAgo(10), successor: null }, now, grace)).toBe('expired');
    expect(judgeRefresh({ ...usedAgo(11), successor: null }, now, grace)).toBe('reuse');
  });

  it('takes a used token for a repetition or for theft, and an unused one for neither', () => {
    fc.assert(
      fc.property(facts, fc.nat(20), (given, seconds) => {
        const successor = given.successor ?? unused;
        const verdict = judgeRefresh({ ...given, successor, session }, now, seconds);
        expect(['repeat', 'reuse'].includes(verdict)).toBe(Boolean(given.token.usedAt));
      }),
    );
  });

  it('takes every used token for theft whose successor was used, whatever the grace', () => {
    fc.assert(
      fc.property(facts, time, fc.nat(200), ({ token }, usedAt, seconds) => {
        const used = { ...token, usedAt: token.usedAt ?? now };
        expect(judgeRefresh({ session, token: used, successor: { usedAt } }, now, seconds)).toBe('reuse');
      }),
    );
  });

  it('gives less with less grace, never more', () => {
    fc.assert(
      fc.property(facts, fc.nat(20), fc.nat(20), (given, one, more) => {
        const isRepeated = (seconds: number): boolean => judgeRefresh(given, now, seconds) === 'repeat';
        expect(isRepeated(one) && !isRepeated(one + more)).toBe(false);
      }),
    );
  });
});

describe('createRotation', () => {
  const secrets = ['first', 'second', 'third'].map((kid) => ({ kid, secret: kid.repeat(8) }));
  const [first, second, third] = secrets.map((secret) => createRotation([secret]));

  it('gives everybody who comes with a token the same successor, another one for each token', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 5 }), (tokens) => {
        const successors = tokens.map((token) => first?.successorOf(token));
        expect(tokens.map((token) => createRotation(secrets).successorOf(token))).toEqual(successors);
        expect(new Set([...successors, ...tokens])).toHaveProperty('size', tokens.length * 2);
      }),
    );
  });

  it('makes successors of 256 bits that depend on the secret', () => {
    const successor = first?.successorOf('token') ?? '';
    expect(Buffer.from(successor, 'base64url')).toHaveLength(32);
    expect(second?.successorOf('token')).not.toBe(successor);
  });

  it('finds a successor again after secrets were changed, as long as its secret is kept', () => {
    const token = newRefreshToken();
    const successor = third?.successorOf(token) ?? '';
    expect(createRotation(secrets).findSuccessor(token, hashToken(successor))).toBe(successor);
    expect(second?.findSuccessor(token, hashToken(successor))).toBeNull();
    expect(third?.findSuccessor('another', hashToken(successor))).toBeNull();
  });

  it('refuses to start without a secret', () => {
    expect(() => createRotation([])).toThrow(StartupError);
  });
});

describe('newRefreshToken', () => {
  it('has 256 bits and is never the same', () => {
    const tokens = Array.from({ length: 100 }, newRefreshToken);
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('is stored as its SHA-256', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
