import { type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { StartupError } from '#platform/errors.ts';
import { readIfPresent } from './data-folder.ts';
import { type Account, chooseAccount, spawnAs } from './embedded-account.ts';
import { locateBinaries } from './embedded-binaries.ts';

/** The files of a PostgreSQL installation of our own and how its programs are started. */
export type Cluster = {
  readonly directory: string;
  readonly logFile: string;
  readonly postgres: string;
  readonly account: Account;
  readonly isDurable: boolean;
  readonly log: (line: string) => void;
};

export const superuser = 'postgres';

/**
 * The cluster in a data folder that this process owns; made where there is none yet.
 * Throws a StartupError where that fails.
 */
export async function prepareCluster(
  folder: string,
  { isDurable, log }: Pick<Cluster, 'isDurable' | 'log'>,
): Promise<Cluster> {
  const { initdb, postgres } = locateBinaries();
  const directory = join(folder, 'postgres');
  const cluster = { directory, logFile: join(folder, 'postgres.log'), postgres, isDurable, log };
  removeUnfinished(folder);
  if (readIfPresent(join(directory, 'PG_VERSION')) !== undefined) {
    return { ...cluster, account: chooseAccount(directory, postgres) };
  }
  log(`Making a database in ${directory}.`);
  // A cluster gets its name when it is whole. No two attempts share a name: the programs of an earlier one that was
  // killed may still be writing.
  const draft = join(folder, `${unfinishedPrefix}${randomUUID()}`);
  mkdirSync(draft, { mode: 0o700 });
  const account = chooseAccount(draft, postgres);
  const passwordFile = providePassword(folder, account);
  await runInitdb(account, [
    initdb,
    ...initdbOptions,
    '--pwfile',
    passwordFile,
    ...(isDurable ? [] : ['--no-sync']),
    draft,
  ]);
  renameSync(draft, directory);
  return { ...cluster, account };
}

/** The superuser's password; throws a StartupError where its file is gone. */
export function readPassword(folder: string): string {
  const file = passwordPath(folder);
  const password = readIfPresent(file);
  if (password !== undefined) return password;
  throw new StartupError(
    `${file} is missing, and without it nobody can sign in to the database beside it: restore the file, or move ${folder} away to start empty.`,
  );
}

const unfinishedPrefix = 'postgres.unfinished-';

// C.UTF-8 of PostgreSQL itself sorts the same on every machine, whatever locales the system has.
const initdbOptions = [
  `--username=${superuser}`,
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--auth=scram-sha-256',
  '--no-instructions',
];

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(unfinishedPrefix)) {
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 10 });
    }
  }
}

/** Makes the password once: an attempt after an interrupted one uses it again, so it always fits the cluster. */
function providePassword(folder: string, account: Account): string {
  const file = passwordPath(folder);
  if (readIfPresent(file) === undefined) {
    const draft = join(folder, `${unfinishedPrefix}password`);
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
    renameSync(draft, file);
  }
  if (account.owner !== undefined) chownSync(file, account.owner.uid, account.owner.gid);
  return file;
}

function passwordPath(folder: string): string {
  return join(folder, 'postgres.password');
}

async function runInitdb(account: Account, command: readonly string[]): Promise<void> {
  const initdb: ChildProcess = spawnAs(account, command, { stdio: ['ignore', 'ignore', 'pipe'] });
  const messages = initdb.stderr === null ? '' : text(initdb.stderr);
  const [code, signal] = await once(initdb, 'close');
  if (code === 0) return;
  const reason =
    (await messages).split('\n').find((line) => /error|fatal/i.test(line)) ?? `it ended with ${code ?? signal}`;
  throw new StartupError(`The database could not be made (${reason.trim()}): correct that and start again.`);
}
