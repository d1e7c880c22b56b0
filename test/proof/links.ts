import { oneTimeTokenKinds } from '#identity/one-time-token.entity.ts';
import { createOneTimeTokenCodec } from '#identity/one-time-tokens.ts';
import type { TestDatabase } from '../support/database.ts';
import { testSecret, type Tenant } from '../support/product.ts';
import { insertRows } from '../support/seed.ts';

const codec = createOneTimeTokenCodec([testSecret]);

/**
 * Makes a link of each kind that is good for an account, until whatever uses it is taken back.
 * @param mark eight hexadecimal digits that the ids of their rows begin with
 * @returns what each link carries, by its kind
 */
export async function linksOf(
  database: TestDatabase,
  { userId, email }: Tenant,
  mark: string,
): Promise<Readonly<Record<string, string>>> {
  const links = oneTimeTokenKinds.map((kind, index) => ({
    kind,
    id: `${mark}-9999-7000-8000-${String(index + 1).padStart(12, '0')}`,
  }));
  const made = { created_at: '2025-10-01T08:00:00.000Z', expires_at: '2999-01-01T00:00:00.000Z', used_at: null };
  const rows = links.map((link) => ({ ...link, ...made, owner_id: userId, email, other_email: `new-${email}` }));
  await insertRows(database, 'one_time_tokens', rows);
  return Object.fromEntries(links.map(({ kind, id }) => [kind, codec.tokenOf(id)]));
}
