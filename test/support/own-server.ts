import type { NamedSecret } from '#platform/secret-box.ts';
import type { TestDatabase } from './database.ts';

/** Secrets as settings list them; they must have no comma. */
export const listed = (secrets: readonly NamedSecret[]): string =>
  secrets.map(({ kid, secret }) => `${kid}:${secret}`).join(',');

/** Settings of a program that works on a test's database. */
export const settingsOf = (
  { urls }: TestDatabase,
  { jwtSecrets, encryptionKeys }: Readonly<Record<'jwtSecrets' | 'encryptionKeys', readonly NamedSecret[]>>,
): Record<string, string> => ({
  DATABASE_URL: urls.app,
  DATABASE_IDENTITY_URL: urls.identity,
  DATABASE_STAFF_URL: urls.staff,
  DATABASE_SYSTEM_URL: urls.system,
  JWT_SECRETS: listed(jwtSecrets),
  ENCRYPTION_KEYS: listed(encryptionKeys),
});
