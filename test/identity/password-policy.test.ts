import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPasswordPolicy, isHashable, normalisePassword } from '#identity/password-policy.ts';
import { InvalidInput } from '#platform/errors.ts';

const byKind = { classes: createPasswordPolicy({ kind: 'classes' }), length: createPasswordPolicy({ kind: 'length' }) };

const refusal = (
  password: string,
  { kind = 'classes', email = 'ada@example.com' }: { kind?: keyof typeof byKind; email?: string } = {},
): string | null => {
  try {
    byKind[kind].assertAllowed(password, { email });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('createPasswordPolicy', () => {
  it.each([
    'correct horse 1',
    'correct horse 1!',
    'Pa$$w0rd',
    'пароль-2026',
    'パスワード！２０２６',
    `${'a'.repeat(126)}1!`,
  ])('allows %j', (password) => {
    expect(refusal(password)).toBeNull();
  });

  it.each([
    ['', 'The password needs at least 8 characters, a letter, a digit and a character that is neither.'],
    ['zyxwvuts', 'The password needs a digit and a character that is neither.'],
    ['80246135', 'The password needs a letter and a character that is neither.'],
    ['zyxwvut1', 'The password needs a character that is neither.'],
    ['a1!', 'The password needs at least 8 characters.'],
    [`${'a'.repeat(127)}1!`, 'The password may have at most 128 characters.'],
    ['sasha_007', 'The password may not be one of the 10,000 most common ones.'],
    ['SASHA_007', 'The password may not be one of the 10,000 most common ones.'],
    ['my TENURE 1', 'The password may not contain the name of this product.'],
    ['my ｔｅｎｕｒｅ 1', 'The password may not contain the name of this product.'],
    [
      'password',
      'The password needs a digit and a character that is neither, and may not be one of the 10,000 most common ones.',
    ],
  ])('says of %j all it lacks', (password, message) => {
    expect(refusal(password)).toBe(message);
  });

  it('asks for length alone where that is the rule', () => {
    expect(refusal('quiet harbours', { kind: 'length' })).toBe('The password needs at least 15 characters.');
    expect(refusal('quiet harbours!', { kind: 'length' })).toBeNull();
    expect(refusal('😀'.repeat(15), { kind: 'length' })).toBeNull();
    expect(refusal('1'.repeat(129), { kind: 'length' })).toBe('The password may have at most 128 characters.');
    expect(refusal('password', { kind: 'length' })).toBe(
      'The password needs at least 15 characters, and may not be one of the 10,000 most common ones.',
    );
  });

  it('refuses every one of the most common passwords by that reason, in any case', () => {
    const list = readFileSync(new URL('../../src/identity/common-passwords.txt', import.meta.url), 'utf8').split('\n');
    expect(list).toHaveLength(10_001);
    const allowed = list
      .slice(0, -1)
      .flatMap((password) => [password, password.toUpperCase()])
      .filter((password) => !refusal(password)?.includes('most common'));
    expect(allowed).toEqual([]);
  });

  const ofAddress = 'The password may not contain a part of the e-mail address.';

  it.each([
    ['grace.hopper@example.com', 'My Hopper 1!'],
    ['grace.hopper@example.com', 'GRACE-HOPPER-1'],
    ['a.b_c+d@example.com', 'is A.B_C+D 1'],
    ['jo+jobs-2026@example.com', 'many jobs 1!'],
    ['jürgen@example.com', 'Ju\u0308rgen 1!'],
  ])('refuses a part of the name in %s: %j', (email, password) => {
    expect(refusal(password, { email })).toBe(ofAddress);
  });

  it.each([
    ['ada@example.com', 'ada ada ada 1!'],
    ['jo.li@example.com', 'jo or li 1!'],
    ['grace@example.com', 'an example 1!'],
    ['+++@example.com', 'quiet+++harbour 7'],
  ])('leaves to %s what is short or stands behind the @: %j', (email, password) => {
    expect(refusal(password, { email })).toBeNull();
  });

  it('says everything that is banned in one sentence', () => {
    expect(refusal('tenure', { email: 'tenure@example.com' })).toBe(
      'The password needs at least 8 characters, a digit and a character that is neither, ' +
        'and may not contain the name of this product or contain a part of the e-mail address.',
    );
  });

  it('names the field that the password came from', () => {
    const about = { email: 'ada@example.com' };
    const judge = (field?: string) => (): void =>
      byKind.classes.assertAllowed('short', { ...about, ...(field && { field }) });
    expect(judge()).toThrow(expect.objectContaining({ details: { field: 'input.password' } }));
    expect(judge('newPassword')).toThrow(expect.objectContaining({ details: { field: 'newPassword' } }));
    expect(judge()).toThrow(InvalidInput);
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
