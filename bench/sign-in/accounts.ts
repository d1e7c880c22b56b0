import { withClient } from '../../src/database/logins.ts';
import { createPasswordHasher } from '../../src/identity/password-hash.ts';
import type { BenchDatabase } from '../database/bench-server.ts';
import type { Size } from '../database/sizes.ts';

/** The password of every account that has one. */
export const password = 'correct horse 7!';

const mostAccounts = 400;

/** How many seeded users get a password: the first ones. */
export const accountCount = ({ users }: Size): number => Math.min(mostAccounts, users);

/** The nth account's address, from 1. */
export const addressOf = (n: number): string => `user${n}@example.com`;

/**
 * Gives the first users of a seeded database a password, hashed as the product hashes, and a proven address. One hash
 * serves all: what it costs to compare follows from its parameters, not from its salt.
 */
export async function seedPasswords({ adminUrl }: BenchDatabase, size: Size): Promise<void> {
  const addresses = Array.from({ length: accountCount(size) }, (_, index) => addressOf(index + 1));
  const hash = await createPasswordHasher().hash(password);
  await withClient(adminUrl, async (client) => {
    await client.query(
      `insert into credentials (id, owner_id, kind, secret_hash, created_at, updated_at)
       select gen_random_uuid(), id, 'PASSWORD', $1, now(), now() from users where email = any($2)`,
      [hash, addresses],
    );
    await client.query('update users set email_verified_at = now() where email = any($1)', [addresses]);
    await client.query('vacuum (analyze) credentials, users');
  });
}
