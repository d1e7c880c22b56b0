import { createHmac } from 'node:crypto';
import type { Config, ExternalDatabase } from '#config.ts';
import { findRunning, openDataFolder, type RunningPostgres } from '#database/embedded-postgres.ts';
import { derivedPasswords, ensureLogins, loginUrls, type LoginUrls } from '#database/logins.ts';
import type { NamedSecret } from '#platform/secret-box.ts';

/** A database that is up, whoever runs it. */
export interface OpenDatabase {
  /** Without `owner` on a database of one's own: there only `npm run migrate` has it. */
  readonly urls: Omit<LoginUrls, 'owner'> & Pick<ExternalDatabase, 'replica' | 'listen'> & { readonly owner?: string };
  /** Secrets to sign with where the settings name none. */
  readonly jwtSecrets: readonly NamedSecret[];
  /** Likewise to encrypt with. */
  readonly encryptionKeys: readonly NamedSecret[];
  /** Resolves with the reason if the embedded database is gone for good. */
  readonly ended: Promise<Error | undefined>;
  readonly stop: () => Promise<void>;
}

const database = 'tenure';
const never = new Promise<undefined>(() => undefined);

/** Opens the settings' own database, or starts the embedded one and makes its logins. */
export async function openDatabase(config: Config, log: (line: string) => void): Promise<OpenDatabase> {
  const { database: own, jwtSecrets, encryptionKeys } = config;
  if (own) return { urls: own, jwtSecrets, encryptionKeys, ended: never, stop: async () => undefined };
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

/** One secret is kept, the superuser's password; the logins' passwords and the keys are derived from it. */
async function embedded({ host, port, superuser, password }: RunningPostgres, config: Config) {
  const adminUrl = `postgres://${superuser}:${encodeURIComponent(password)}@${host}:${port}/postgres`;
  const passwords = derivedPasswords(password);
  await ensureLogins(adminUrl, database, passwords);
  const derived = (what: string): NamedSecret => ({
    kid: 'embedded',
    secret: createHmac('sha256', password).update(what).digest('base64url'),
  });
  return {
    urls: loginUrls(adminUrl, database, passwords),
    jwtSecrets: config.jwtSecrets.length > 0 ? config.jwtSecrets : [derived('tenure access tokens')],
    // Its own stays behind those of the settings: what it encrypted before there were any must not be lost.
    encryptionKeys: withLast(config.encryptionKeys, derived('tenure encryption')),
  };
}

const withLast = (keys: readonly NamedSecret[], last: NamedSecret): readonly NamedSecret[] => [
  ...keys,
  ...(keys.some(({ kid }) => kid === last.kid) ? [] : [last]),
];
