import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertPasswordAllowed, isHashable, normalisePassword } from '#identity/password-policy.ts';

const refusal = (password: string): string | null => {
  try {
    assertPasswordAllowed(password);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('assertPasswordAllowed', () => {
  it.each(['correct horse 1', 'Pa$$w0rd', 'пароль-2026', 'パスワード！２０２６', `${'a'.repeat(126)}1!`])(
    'allows %j',
    (password) => {
      expect(refusal(password)).toBeNull();
    },
  );

  it.each([
    ['', 'The password needs at least 8 characters, a letter, a digit and a character that is neither.'],
    ['abcdefgh', 'The password needs a digit and a character that is neither.'],
    ['12345678', 'The password needs a letter and a character that is neither.'],
    ['abcdefg1', 'The password needs a character that is neither.'],
    ['a1!', 'The password needs at least 8 characters.'],
    [`${'a'.repeat(127)}1!`, 'The password may have at most 128 characters.'],
  ])('says of %j all it lacks', (password, message) => {
    expect(refusal(password)).toBe(message);
  });

  it('counts characters, not UTF-16 units', () => {
    expect(refusal('a1😀😀😀😀😀')).toBe('The password needs at least 8 characters.');
    expect(refusal('a1😀😀😀😀😀😀')).toBeNull();
    expect(refusal(`a1${'😀'.repeat(126)}`)).toBeNull();
  });

  it('takes an accent for part of its letter, not for another character', () => {
    expect(refusal('m̈otdep4sse')).toBe('The password needs a character that is neither.');
  });

  it('judges every way to compose the same characters alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (password) => {
        expect(refusal(password.normalize('NFD'))).toBe(refusal(password.normalize('NFC')));
        expect(normalisePassword(password.normalize('NFD'))).toBe(normalisePassword(password.normalize('NFC')));
      }),
    );
  });

  it('allows exactly what has a length of 8 to 128 and all three classes', () => {
    const classes = fc.constantFrom(...'abcXYZ0189 !?_-');
    fc.assert(
      fc.property(fc.string({ unit: classes, maxLength: 140 }), (password) => {
        const isRight =
          password.length >= 8 &&
          password.length <= 128 &&
          /[a-z]/i.test(password) &&
          /\d/.test(password) &&
          /[ !?_-]/.test(password);
        expect(refusal(password) === null).toBe(isRight);
      }),
    );
  });
});

describe('isHashable', () => {
  it('refuses what would be work to hash: more than 128 characters or 1 KiB', () => {
    expect(isHashable('a'.repeat(128))).toBe(true);
    expect(isHashable('a'.repeat(129))).toBe(false);
    expect(isHashable('e\u0301'.repeat(128))).toBe(true);
    expect(isHashable('\u{1d160}'.repeat(128))).toBe(false);
    expect(isHashable('a'.repeat(10_000_000))).toBe(false);
    expect(isHashable('')).toBe(true);
  });
});
