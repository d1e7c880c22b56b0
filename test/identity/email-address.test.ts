import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEmailAddress, parseEmailAddress } from '#identity/email-address.ts';
import { InvalidInput } from '#platform/errors.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 30 });
const addressLike = fc
  .tuple(anyText, anyText, fc.constantFrom('com', 'ORG', 'Łódź'))
  .map(([local, domain, top]) => `a${local}@b${domain}.${top}`);

describe('findEmailAddress', () => {
  it.each([
    [' Ann.Lee@Example.COM ', 'ann.lee@example.com'],
    ['ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ann@example.com'],
    ['ann+jobs@mail.example.com', 'ann+jobs@mail.example.com'],
    ['MÜLLER@MÜNCHEN.example', 'müller@münchen.example'],
    ["o'neil@example.com", "o'neil@example.com"],
  ])('brings %j into the one form it is stored in', (text, stored) => {
    expect(findEmailAddress(text)).toBe(stored);
  });

  it.each([
    '',
    'ann',
    'ann@',
    '@example.com',
    'ann@localhost',
    'ann@@example.com',
    'ann@example..com',
    'ann@-example.com',
    '.ann@example.com',
    'an n@example.com',
    'ann@example.com\r\nbcc: eve@example.com',
    'ann\u0000@example.com',
    'ann@example.com, eve@example.com',
    '"ann"@example.com',
    'Ann <ann@example.com>',
    'ann\u200b@example.com',
    `${'a'.repeat(250)}@example.com`,
  ])('takes %j for no address', (text) => {
    expect(findEmailAddress(text)).toBeNull();
  });

  it('judges after normalising: a character that becomes an @ counts as one', () => {
    expect(findEmailAddress('ann＠x@example.com')).toBeNull();
  });

  it('is stable, so that an address is found however it was written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), addressLike, anyText), (text) => {
        const address = findEmailAddress(text);
        fc.pre(address !== null);
        expect(findEmailAddress(`\t${address} `)).toBe(address);
      }),
    );
  });

  it('lets nothing through that a mail header or a terminal would take for more than an address', () => {
    fc.assert(
      fc.property(fc.oneof(addressLike, anyText), (text) => {
        const address = findEmailAddress(text) ?? 'a@b.c';
        expect(address).not.toMatch(/[\s\p{C}<>()[\]",;:\\]/u);
        expect(address.split('@')).toHaveLength(2);
        expect(address.length).toBeLessThanOrEqual(255);
      }),
    );
  });

  it('accepts every plain address', () => {
    fc.assert(
      fc.property(fc.emailAddress({ size: 'small' }), (text) => {
        expect(findEmailAddress(text)).toBe(text.toLowerCase());
      }),
    );
  });
});

describe('parseEmailAddress', () => {
  it('names the field it cannot take', () => {
    expect(() => parseEmailAddress('ann')).toThrow(new InvalidInput('input.email', 'This is not an e-mail address.'));
    expect(parseEmailAddress('Ann@example.com')).toBe('ann@example.com');
  });
});
