import { pbkdf2Sync } from 'node:crypto';
import { hashSync } from 'bcryptjs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findImportedHash, isImportableHash } from '#identity/imported-hash.ts';

const matches = (stored: string, password: string): Promise<boolean> | undefined =>
  findImportedHash(stored)?.matches(password);

// Published with the password each was made of.
const published = [
  // OpenBSD's vectors, in jBCrypt's TestBCrypt.java
  ['a', '$2a$10$k87L/MF28Q673VKh8/cPi.SUl7MU/rWuSiIDDFayrKk/1tBsSQu4u'],
  ['~!@#$%^&*()      ~!@#$%^&*()PNBFRD', '$2a$10$LgfYWkbzEvQ4JakH7rOvHe0y8pHKF9OaFgwUZ2q7W2FFZmZzJYlfS'],
  // https://passlib.readthedocs.io/en/stable/lib/passlib.hash.bcrypt.html
  ['password', '$2b$12$GhvMmNVjRW29ulnudl.LbuAnUtN/LRfe1JsBm1Xu6LE3059z5Tr8m'],
  // https://www.php.net/manual/en/function.password-verify.php
  ['rasmuslerdorf', '$2y$12$4Umg0rCJwMswRw/l.SwHvuQV01coP0eWmGzd61QH2RvAOMANUBGC.'],
  // https://passlib.readthedocs.io/en/stable/
  ['toomanysecrets', '$pbkdf2-sha256$29000$N2YMIWQsBWBMae09x1jrPQ$1t8iyB2A.WF/Z5JZv.lfCIhXXN33N23OSgQYThBYRfk'],
  // https://github.com/django/django/blob/4.1/tests/auth_tests/test_hashers.py
  ['lètmein', 'pbkdf2_sha256$390000$seasalt$8xBlGd3jVgvJ+92hWPxi5ww0uuAuAnKgC45eudxro7c='],
  // RFC 7914, section 11, the first 32 bytes: as either product would write it
  ['Password', `pbkdf2_sha256$80000$NaCl$${rfcKey('base64')}`],
  ['Password', `$pbkdf2-sha256$80000$TmFDbA$${rfcKey('base64').replaceAll('+', '.').replace('=', '')}`],
] as const;

function rfcKey(encoding: 'base64'): string {
  const key = '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56';
  return Buffer.from(key, 'hex').toString(encoding);
}

const [passlib, django] = ['$pbkdf2-sha256$', 'pbkdf2_sha256$'].map((name) => {
  const [, hash] = published.find(([, hash]) => hash.startsWith(name)) ?? [];
  return hash ?? '';
}) as [string, string];
const bcrypt = published[0][1];

describe('findImportedHash', () => {
  it.each(published)('knows %j by %s, and no other password', async (password, stored) => {
    expect(isImportableHash(stored)).toBe(true);
    expect(await matches(stored, password)).toBe(true);
    expect(await matches(stored, `${password}.`)).toBe(false);
    expect(await matches(stored, password.slice(1))).toBe(false);
  });

  it('compares a password as typed, in whatever form its letters were composed', async () => {
    expect(await matches(django, 'le\u0300tmein')).toBe(false);
  });

  it('matches no password by the part of it that bcrypt reads', async () => {
    const stored = hashSync('é'.repeat(36), 10);
    expect(await matches(stored, 'é'.repeat(36))).toBe(true);
    expect(await matches(stored, `${'é'.repeat(36)}!`)).toBe(false);
    expect(await matches(bcrypt, 'a\0a')).toBe(false);
  });

  it.each([
    ['', 'nothing'],
    ['correct horse 1!', 'a password'],
    [bcrypt.replace('$10$', '$09$'), 'bcrypt of cost 9'],
    [bcrypt.replace('$10$', '$16$'), 'bcrypt of cost 16'],
    [bcrypt.replace('$2a$', '$2x$'), 'bcrypt with the sign extension bug'],
    [bcrypt.replace('$2a$', '$2$'), 'the first bcrypt'],
    [bcrypt.slice(0, -1), 'bcrypt cut short'],
    [`${bcrypt}\n`, 'bcrypt with a line break'],
    [`${bcrypt.slice(0, -1)}v`, 'bcrypt with bits that no hash has'],
    [passlib.replace('29000', '9999'), 'too few iterations'],
    [passlib.replace('29000', '2000001'), 'too many iterations'],
    [passlib.replace('29000', '029000'), 'iterations with a zero before'],
    [passlib.replace('29000', '4294967296'), 'more iterations than fit'],
    [passlib.replace('sha256', 'sha512'), 'PBKDF2 with SHA-512'],
    [passlib.slice(0, -1), 'a key cut short'],
    [`${passlib}=`, 'a padded key'],
    [django.replace('390000', '9999'), 'too few iterations'],
    [django.replace('390000', '2000001'), 'too many iterations'],
    [django.replace('seasalt', ''), 'no salt'],
    [django.replace('seasalt', 'sea$salt'), 'a part too many'],
    [django.slice(0, -1), 'a key without padding'],
    [django.replace('pbkdf2_sha256', 'pbkdf2_sha1'), 'PBKDF2 with SHA-1'],
    ['$argon2id$v=19$m=19456,p=1,t=2$c2FsdHNhbHQ$a2V5a2V5a2V5a2V5', 'a hash of this product'],
  ])('does not read %j: %s', (text) => {
    expect(findImportedHash(text)).toBeNull();
    expect(isImportableHash(text)).toBe(false);
  });

  it('reads every PBKDF2 hash from 10,000 to 2,000,000 iterations, and none beside', () => {
    const near = fc.oneof(fc.nat(20_000), fc.integer({ min: 1_990_000, max: 2_010_000 }), fc.nat());
    fc.assert(
      fc.property(near, (iterations) => {
        const isWithin = iterations >= 10_000 && iterations <= 2_000_000;
        expect(isImportableHash(passlib.replace('29000', `${iterations}`))).toBe(isWithin);
        expect(isImportableHash(django.replace('390000', `${iterations}`))).toBe(isWithin);
      }),
    );
  });

  it('knows every password by the hash that PBKDF2 makes of it, in both forms', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    const salt = fc.uint8Array({ minLength: 2, maxLength: 64 }).map((bytes) => Buffer.from(bytes));
    const adapted = (bytes: Buffer): string => bytes.toString('base64').replaceAll('+', '.').replaceAll('=', '');
    await fc.assert(
      fc.asyncProperty(text, text, salt, async (password, other, salt) => {
        const derive = (salt: Buffer): Buffer => pbkdf2Sync(password, salt, 10_000, 32, 'sha256');
        const asText = salt.toString('hex');
        const forms = [
          `$pbkdf2-sha256$10000$${adapted(salt)}$${adapted(derive(salt))}`,
          `pbkdf2_sha256$10000$${asText}$${derive(Buffer.from(asText)).toString('base64')}`,
        ];
        for (const stored of forms) {
          expect(await matches(stored, password)).toBe(true);
          expect(await matches(stored, other)).toBe(other === password);
        }
      }),
      { numRuns: 30 },
    );
  });
});
