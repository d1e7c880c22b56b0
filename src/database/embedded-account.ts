// PostgreSQL refuses to run as root. This finds an account that it accepts, without adding one to the system.
import { type ChildProcess, execFileSync, spawn, type SpawnOptions, spawnSync } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { StartupError } from '#platform/errors.ts';

/** How a program is started: behind a command, as another user, or as it is. */
export type Account = {
  readonly wrapper: readonly string[];
  readonly owner?: { readonly uid: number; readonly gid: number };
};

const ourselves: Account = { wrapper: [] };
/** The same user under another number: its files stay its own, and no folder on the way to them is closed to it. */
const ourselvesRenamed: Account = { wrapper: ['unshare', '--user', '--map-user=65534', '--map-group=65534'] };
const nobody: Account = { wrapper: [], owner: { uid: 65_534, gid: 65_534 } };

/**
 * The account under which `program` can write to `directory`, which is given to it.
 * Throws a StartupError where there is none.
 */
export function chooseAccount(directory: string, program: string): Account {
  const account = candidateAccounts(directory).find((candidate) => canUse(candidate, directory, program));
  if (account !== undefined) return account;
  throw new StartupError(
    `No account that PostgreSQL accepts (root is none) may use both ${dirname(directory)} and ${program}: ` +
      'start as an ordinary user who may, or set TENURE_DATA_DIR to a folder that every user can reach.',
  );
}

/** Starts a program under an account. */
export function spawnAs(account: Account, command: readonly string[], options: SpawnOptions): ChildProcess {
  const [file = '', ...parameters] = [...account.wrapper, ...command];
  // English messages, which the launcher reads, and the same behaviour whatever the caller's environment holds.
  return spawn(file, parameters, { ...options, ...account.owner, env: { LC_ALL: 'C', ...options.env } });
}

function candidateAccounts(directory: string): readonly Account[] {
  // initdb looks its user up, and in a container it may have a number only.
  if (process.getuid?.() !== 0) return [userName() === undefined ? ourselvesRenamed : ourselves];
  const { uid, gid } = statSync(directory);
  // A cluster made by an ordinary user, or as nobody, stays theirs when root starts it once.
  return uid === 0 ? [ourselvesRenamed, nobody] : [{ wrapper: [], owner: { uid, gid } }];
}

function canUse(account: Account, directory: string, program: string): boolean {
  if (account.owner !== undefined) giveTo(account.owner, directory);
  const [file = '', ...parameters] = [...account.wrapper, 'sh', '-c', 'test -x "$0" && test -w "$1"'];
  return spawnSync(file, [...parameters, program, directory], { ...account.owner, stdio: 'ignore' }).status === 0;
}

function giveTo(owner: { readonly uid: number; readonly gid: number }, directory: string): void {
  if (statSync(directory).uid === owner.uid) return;
  execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, directory], { stdio: 'pipe' });
  // Passing through the data folder is all that is granted on it: what lies beside the cluster stays closed.
  const parent = dirname(directory);
  chmodSync(parent, statSync(parent).mode | 0o011);
}

function userName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}
