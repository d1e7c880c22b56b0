import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { ensureLogins, loginUrls, withClient } from '#database/logins.ts';
import { testPasswords } from '../support/global-setup.ts';

const adminUrl = inject('adminUrl');
const name = `t_${randomBytes(6).toString('hex')}`;
afterAll(() => withClient(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`)));

describe('ensureLogins', () => {
  it('may be asked by several commands at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => ensureLogins(adminUrl, name, testPasswords)));
    const { app } = loginUrls(adminUrl, name, testPasswords);
    const { rows } = await withClient(app, (client) => client.query('select current_user::text as login'));
    expect(rows).toEqual([{ login: 'tenure_app' }]);
  });
});
