import { describe, expect, it } from 'vitest';
import { readAccount } from '#administration/import-accounts.ts';
import { StartupError } from '#platform/errors.ts';

const passwordHash = '$2b$12$GhvMmNVjRW29ulnudl.LbuAnUtN/LRfe1JsBm1Xu6LE3059z5Tr8m';
const read = (account: unknown) => readAccount({ number: 7, text: JSON.stringify(account) });

describe('readAccount', () => {
  it('reads an account in the form it is stored in', () => {
    const account = { email: ' Ada@Example.com', name: ' Ada ', passwordHash, emailVerified: true };
    expect(read({ ...account, plan: 'gold' })).toEqual({ ...account, email: 'ada@example.com', name: 'Ada' });
  });

  it('takes an address for unproven, and a name for none, unless told', () => {
    const bare = { email: 'ada@example.com', name: null, passwordHash, emailVerified: false };
    for (const name of [undefined, null, '', ' '])
      expect(read({ ...bare, name, emailVerified: undefined })).toEqual(bare);
  });

  it.each([
    ['this is no account', null],
    ['this is no account', [{ email: 'ada@example.com', passwordHash }]],
    ['email is missing', { passwordHash }],
    ['email is no e-mail address', { email: 'ada', passwordHash }],
    ['name is no text', { email: 'ada@example.com', name: 7, passwordHash }],
    ['name has characters that no name has', { email: 'ada@example.com', name: 'A\u0007da', passwordHash }],
    ['name has more than 255 characters', { email: 'ada@example.com', name: 'a'.repeat(256), passwordHash }],
    ['passwordHash is missing', { email: 'ada@example.com' }],
    [
      'passwordHash is no hash of bcrypt (cost 10 to 15) or PBKDF2-HMAC-SHA256',
      { email: 'ada@example.com', passwordHash: 'hunter2' },
    ],
    ['emailVerified is neither true nor false', { email: 'ada@example.com', passwordHash, emailVerified: 'yes' }],
  ])('says that %s, where, and nothing of what the line says', (sentence, account) => {
    expect(() => read(account)).toThrow(new StartupError(`Line 7: ${sentence}. Nothing was imported.`));
  });

  it('says that a line is not JSON', () => {
    expect(() => readAccount({ number: 1, text: '{"email": oops' })).toThrow('Line 1: this is not JSON.');
  });
});
