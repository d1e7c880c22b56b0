import { createHmac } from 'node:crypto';
import type { Config, ExternalDatabase, JwtSecret } from '#config.ts';
import { findRunning, openDataFolder, type RunningPostgres } from '#database/embedded-postgres.ts';
import { derivedPasswords, ensureLogins, loginUrls, type LoginUrls } from '#database/logins.ts';

/** A database that is up, whoever runs it. */
export interface OpenDatabase {
  /** Without `owner` on a database of one's own: there only `npm run migrate` has it. */
  readonly urls: Omit<LoginUrls, 'owner'> & Pick<ExternalDatabase, 'replica' | 'listen'> & { readonly owner?: string };
  /** Secrets to sign with where the settings name none. */
  readonly jwtSecrets: readonly JwtSecret[];
  /** Resolves with the reason if the embedded database is gone for good. */
  readonly ended: Promise<Error | undefined>;
  readonly stop: () => Promise<void>;
}

const database = 'tenure';
const never = new Promise<undefined>(() => undefined);

/** Opens the settings' own database, or starts the embedded one and makes its logins. */
export async function openDatabase(config: Config, log: (line: string) => void): Promise<OpenDatabase> {
  if (config.database)
    return { urls: config.database, jwtSecrets: config.jwtSecrets, ended: never, stop: async () => undefined };
  const server = await openDataFolder({ folder: config.dataFolder, log });
  try {
    return { ...(await embedded(server, config)), ended: server.ended, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** For commands that run beside the server or without it: joins the embedded database where it is up, else starts it. */
export async function joinDatabase(config: Config, log: (line: string) => void): Promise<OpenDatabase> {
  const running = config.database ? null : await findRunning(config.dataFolder);
  if (!running) return openDatabase(config, log);
  return { ...(await embedded(running, config)), ended: never, stop: async () => undefined };
}

/** One secret is kept, the superuser's password; the logins' passwords and the signing key are derived from it. */
async function embedded({ host, port, superuser, password }: RunningPostgres, config: Config) {
  const adminUrl = `postgres://${superuser}:${encodeURIComponent(password)}@${host}:${port}/postgres`;
  const passwords = derivedPasswords(password);
  await ensureLogins(adminUrl, database, passwords);
  const signing = createHmac('sha256', password).update('tenure access tokens').digest('base64url');
  const own = [{ kid: 'embedded', secret: signing }];
  return {
    urls: loginUrls(adminUrl, database, passwords),
    jwtSecrets: config.jwtSecrets.length > 0 ? config.jwtSecrets : own,
  };
}
