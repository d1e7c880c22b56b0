import { countSeedKeys } from '#identity/sealed-seeds.ts';
import { StartupError } from '#platform/errors.ts';
import type { NamedSecret } from '#platform/secret-box.ts';
import { withIdentity } from './open-accounts.ts';

/**
 * Holds what is encrypted in the database against the keys that there are: a key that is forgotten would shut out
 * whoever has an authenticator app, with codes that are right.
 * @throws StartupError naming the keys that are missing
 */
export async function checkEncryptionKeys(identityUrl: string, keys: readonly NamedSecret[]): Promise<void> {
  const known = new Set(keys.map(({ kid }) => kid));
  const missing = (await withIdentity(identityUrl, countSeedKeys)).filter(({ kid }) => !known.has(kid));
  if (missing.length === 0) return;
  const named = missing.map(({ kid, rows }) => `  ${kid}: ${rows} authenticator ${rows === 1 ? 'app' : 'apps'}`);
  throw new StartupError(`The database has secrets that none of ENCRYPTION_KEYS decrypts; these are missing:
${named.join('\n')}
Put them back, behind the first one. If they are lost, npm run admin -- renew-encryption lists whose apps they were, and remove-factors EMAIL lets each of them in without.`);
}
