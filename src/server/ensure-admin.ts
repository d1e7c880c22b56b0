import { hasAdmin } from '#administration/admins.ts';
import { createFirstAdmin } from '#administration/create-admin.ts';
import type { Config } from '#config.ts';
import { createPasswordHasher } from '#identity/password-hash.ts';
import { createPasswordPolicy } from '#identity/password-policy.ts';
import { InvalidInput, StartupError } from '#platform/errors.ts';
import { actingBy } from './acting-by.ts';
import { withIdentity } from './open-accounts.ts';

/**
 * Makes the admin that the settings name, while there is none.
 * @throws StartupError where the password is none that may be chosen
 */
export async function ensureAdmin(config: Config, identityUrl: string, say: (line: string) => void): Promise<void> {
  const { firstAdmin } = config;
  if (!firstAdmin) return;
  const { email, password } = firstAdmin;
  if (await withIdentity(identityUrl, hasAdmin)) return;
  assertAllowed(config, firstAdmin);
  const secretHash = await createPasswordHasher(config.passwordPepper ?? undefined).hash(password);
  const made = await withIdentity(identityUrl, (em) =>
    createFirstAdmin(em, actingBy('settings'), { email, secretHash }),
  );
  if (made === 'CREATED') say(`Admin:           ${email}, who chooses another password at the first sign-in`);
  if (made === 'EMAIL_TAKEN')
    say(
      `ADMIN_EMAIL has an account, which stays as it is. To make it an admin: npm run admin -- create ${email} --existing`,
    );
}

function assertAllowed({ passwordPolicy }: Config, { email, password }: NonNullable<Config['firstAdmin']>): void {
  try {
    createPasswordPolicy({ kind: passwordPolicy }).assertAllowed(password, { email });
  } catch (error) {
    throw error instanceof InvalidInput ? new StartupError(`ADMIN_PASSWORD: ${error.message}`) : error;
  }
}
