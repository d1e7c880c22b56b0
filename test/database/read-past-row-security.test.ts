import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '#database/logins.ts';
import { readPastRowSecurity } from '#database/read-past-row-security.ts';
import { newOwnedId } from '#platform/ids.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { insertRows } from '../support/seed.ts';

const id = newOwnedId(new Date());
const other = newOwnedId(new Date());
const at = '2025-11-01T08:00:00.000Z';
let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
  const user = { id, email: 'ada@example.com', roles: ['USER'], created_at: at, updated_at: at };
  await insertRows(database, 'users', [user]);
});
afterAll(() => database.drop());

const users = { table: 'users', columns: ['email'], isForced: true };

test('reads a row of anybody as the owner of the tables, from whom row security otherwise hides it', async () => {
  expect(await readPastRowSecurity(database.urls.owner, { ...users, id })).toEqual({ id, email: 'ada@example.com' });
  expect(await readPastRowSecurity(database.urls.owner, { ...users, id, isForced: false })).toBeNull();
  expect(await readPastRowSecurity(database.urls.owner, { ...users, id: other })).toBeNull();
});

test('is of no use to any other login', async () => {
  for (const login of ['app', 'identity', 'system', 'staff'] as const)
    await expect(readPastRowSecurity(database.urls[login], { ...users, id })).rejects.toThrow(/must be owner/);
});

test('gives up where the table is taken, and leaves others nothing to wait for', async () => {
  await withClient(database.adminUrl, async (client) => {
    await client.query('begin');
    await client.query('lock table users in access share mode');
    await expect(readPastRowSecurity(database.urls.owner, { ...users, id })).rejects.toThrow(
      'The table users is in use by something that takes long. Try again in a moment.',
    );
    await client.query('rollback');
  });
  const [forced] = await database.query(`select relforcerowsecurity as forced from pg_class where relname = 'users'`);
  expect(forced).toEqual({ forced: true });
});
