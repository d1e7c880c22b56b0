import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Policy } from '#authorization/policy.ts';
import { sqlStateOf } from '#database/is-passing.ts';
import { derivedPasswords, ensureLogins, loginUrls, withClient } from '#database/logins.ts';
import { StartupError } from '#platform/errors.ts';
import { readConfig } from '#config.ts';
import { compileSchema } from './build-schema.ts';
import { readArguments, runCommand } from './command.ts';
import { joinDatabase } from './databases.ts';
import { createMigration, migrateDown, migrateUp } from './migrations.ts';

const usage = `Write one of
  npm run migrate                              run what is pending on the embedded database
  npm run migrate -- down                      take the latest migration back there
  npm run migrate -- create NAME               write a migration for what the schema says and the database lacks
  DATABASE_ADMIN_URL=… npm run migrate -- --write-env FILE
                                               make logins and tables on your own server; their settings are kept in FILE`;

await runCommand(async (args, say) => {
  const { positionals, values } = readArguments(usage, () =>
    parseArgs({ args: [...args], allowPositionals: true, options: { 'write-env': { type: 'string' } } }),
  );
  const config = readConfig();
  const { policy } = compileSchema();
  const [verb = 'up', name] = positionals;
  if (config.databaseAdminUrl !== null) {
    const file = values['write-env'];
    if (file === undefined) throw new StartupError(usage);
    return migrateOwnServer({ adminUrl: config.databaseAdminUrl, file, policy }, say);
  }
  if (config.database) throw new StartupError('DATABASE_ADMIN_URL is needed to migrate your own server.');
  const database = await joinDatabase(config, say);
  try {
    const owner = database.urls.owner ?? '';
    if (verb === 'up') say(report(await migrateUp(owner, policy), 'run'));
    else if (verb === 'down') say(report(await migrateDown(owner, policy, 'one'), 'taken back'));
    else if (verb === 'create' && name)
      say(`${await createMigration(owner, policy, name)} is written: add its grants and its way back.`);
    else throw new StartupError(usage);
  } finally {
    await database.stop();
  }
});

function report(names: readonly string[], what: string): string {
  return names.length === 0 ? 'Nothing to do: the database is up to date.' : `${names.join(', ')} ${what}.`;
}

/**
 * Makes the logins where they are missing and runs what is pending. Their passwords follow from a secret in the file
 * that the operator names: written the first time, read the next, so that running it again changes no password.
 */
async function migrateOwnServer(
  { adminUrl, file, policy }: { readonly adminUrl: string; readonly file: string; readonly policy: Policy },
  say: (line: string) => void,
): Promise<void> {
  const named = new URL(adminUrl).pathname.slice(1);
  const database = named === '' || named === 'postgres' ? 'tenure' : named;
  const settings = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const kept = /^DATABASE_LOGIN_SECRET=(.+)$/m.exec(settings ?? '')?.[1];
  if (settings !== undefined && kept === undefined)
    throw new StartupError(`${file} has no DATABASE_LOGIN_SECRET; name the file this command wrote, or a new one.`);
  const secret = kept ?? randomBytes(32).toString('base64url');
  const passwords = derivedPasswords(secret);
  await ensureLogins(await entranceOf(adminUrl), database, passwords);
  const urls = loginUrls(adminUrl, database, passwords);
  say(report(await migrateUp(urls.owner, policy), 'run'));
  if (settings !== undefined) return addEncryptionKey(file, settings, say);
  const lines = [
    `DATABASE_URL=${urls.app}`,
    `DATABASE_IDENTITY_URL=${urls.identity}`,
    `DATABASE_STAFF_URL=${urls.staff}`,
    `DATABASE_SYSTEM_URL=${urls.system}`,
    `DATABASE_LOGIN_SECRET=${secret}`,
    `JWT_SECRETS=${newNamedSecret()}`,
    `ENCRYPTION_KEYS=${newNamedSecret()}`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  say(`The logins' settings are in ${file}. Keep it: the next migration needs it.`);
}

/** Named after the day. */
function newNamedSecret(): string {
  return `${new Date().toISOString().slice(0, 10)}:${randomBytes(32).toString('base64url')}`;
}

/** Files that were written before there was such a setting lack it. */
function addEncryptionKey(file: string, settings: string, say: (line: string) => void): void {
  if (/^ENCRYPTION_KEYS=/m.test(settings)) return;
  appendFileSync(file, `${settings.endsWith('\n') ? '' : '\n'}ENCRYPTION_KEYS=${newNamedSecret()}\n`);
  say(`${file} has an ENCRYPTION_KEYS now. Keep it: what it encrypts cannot be read without.`);
}

/** Where the admin can connect to: the database that its URL names, or while that is yet to be made one that every server has. */
async function entranceOf(adminUrl: string): Promise<string> {
  try {
    await withClient(adminUrl, async () => undefined);
    return adminUrl;
  } catch (error) {
    // SQLSTATE of a database that does not exist.
    if (sqlStateOf(error) !== '3D000') throw error;
    const other = new URL(adminUrl);
    other.pathname = '/postgres';
    return other.href;
  }
}
