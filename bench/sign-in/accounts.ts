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

/** Whether the nth account is given a passkey: every other one. */
export const hasPasskey = (n: number): boolean => n % 2 === 1;

/** Gives every other account with a password a passkey, which nobody has: it can be asked for, and proves nothing. */
export async function seedPasskeys({ adminUrl }: BenchDatabase, size: Size): Promise<void> {
  const addresses = Array.from({ length: accountCount(size) }, (_, index) => index + 1)
    .filter(hasPasskey)
    .map(addressOf);
  await withClient(adminUrl, async (client) => {
    await client.query(
      `insert into passkeys (id, owner_id, credential_id, public_key, user_handle, counter, transports,
                             backup_eligible, backed_up, awaits_proof, created_at)
       select gen_random_uuid(), id, encode(sha256(email::bytea), 'hex'), '', md5(email), 0, '{internal,hybrid}',
              true, true, false, now()
       from users where email = any($1)`,
      [addresses],
    );
    await client.query('vacuum (analyze) passkeys');
  });
}
