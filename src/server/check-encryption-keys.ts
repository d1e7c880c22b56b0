import type { LoginUrls } from '#database/logins.ts';
import { countKeys } from '#database/sealed-column.ts';
import { sealedSeeds } from '#identity/sealed-seeds.ts';
import { sealedKeys } from '#sources/sealed-keys.ts';
import { StartupError } from '#platform/errors.ts';
import type { NamedSecret } from '#platform/secret-box.ts';
import { withLogin } from './with-login.ts';

/**
 * Holds what is encrypted in the database against the keys that there are: a key that is forgotten would shut out
 * whoever has an authenticator app, with codes that are right, and ask no source for whoever gave it a key.
 * @throws StartupError naming the keys that are missing
 */
export async function checkEncryptionKeys(
  urls: Pick<LoginUrls, 'identity' | 'system'>,
  keys: readonly NamedSecret[],
): Promise<void> {
  const known = new Set(keys.map(({ kid }) => kid));
  const seeds = await withLogin(urls.identity, (em) => countKeys(em, sealedSeeds));
  const sourceKeys = await withLogin(urls.system, (em) => countKeys(em, sealedKeys));
  const used = [
    ...seeds.map((use) => ({ ...use, of: ['authenticator app', 'authenticator apps'] })),
    ...sourceKeys.map((use) => ({ ...use, of: ['key of a source', 'keys of sources'] })),
  ];
  const missing = used.filter(({ kid }) => !known.has(kid));
  if (missing.length === 0) return;
  const named = missing.map(({ kid, rows, of: [one, several] }) => `  ${kid}: ${rows} ${rows === 1 ? one : several}`);
  throw new StartupError(`The database has secrets that none of ENCRYPTION_KEYS decrypts; these are missing:
${named.join('\n')}
Put them back, behind the first one. If they are lost, npm run admin -- renew-encryption lists whose apps they were, and remove-factors EMAIL lets each of them in without; it drops the keys of sources, which are to be given again.`);
}
