import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { readIfPresent } from '#database/data-folder.ts';
import { locateBinaries } from '#database/embedded-binaries.ts';
import {
  type EmbeddedPostgres,
  findRunning,
  openDataFolder,
  type RunningPostgres,
} from '#database/embedded-postgres.ts';
import { processCommand, processStartTime, waitUntil } from '#database/embedded-process.ts';
import { makeZombie } from './make-zombie.ts';
import { quickFolder } from '../support/quick-folder.ts';

const root = quickFolder();
const isRoot = process.getuid?.() === 0;
const ordinaryUser = findOrdinaryUser();
const opened: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];
const log: string[] = [];

if (isRoot) chmodSync(root, 0o755);

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(opened.splice(0).map((database) => database.stop()));
  log.length = 0;
});

afterAll(async () => {
  await Promise.all(readdirSync(root).map((name) => stopServer(join(root, name))));
  rmSync(root, { recursive: true, maxRetries: 10 });
});

let folders = 0;

function newFolder(): string {
  folders += 1;
  return join(root, `folder ${folders}`);
}

async function open(folder: string, isDurable = false): Promise<EmbeddedPostgres> {
  const database = await openDataFolder({ folder, isDurable, log: (line) => log.push(line) });
  opened.push(database);
  return database;
}

/** Runs statements on one connection; the rows of the last. */
async function query(database: RunningPostgres, sql: string): Promise<readonly Record<string, unknown>[]> {
  const { host, port, superuser: user, password } = database;
  const client = new Client({ host, port, user, password, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const results = [await client.query(sql)].flat();
    return results.at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}

const makeRows = 'create table kept (word text); insert into kept values ($$committed$$)';
const readRows = 'select word from kept';
const keptRows = [{ word: 'committed' }];
/** A statement that does nothing but look for a file beside those of the database until it is there. */
const untilThereIs = (file: string): string =>
  `do $$ begin while (pg_stat_file('${file}', true)).size is null loop end loop; end $$`;

type User = { readonly wrapper?: readonly string[]; readonly uid?: number; readonly gid?: number };

/** Root acts as nobody, or without its privileges where nobody may not enter the checkout. */
function findOrdinaryUser(): User {
  if (!isRoot) return {};
  const nobody = { uid: 65_534, gid: 65_534 };
  const isReachable = spawnSync('test', ['-r', import.meta.filename], nobody).status === 0;
  return isReachable ? nobody : { wrapper: ['unshare', '--user', '--map-user=65534', '--map-group=65534'] };
}

function serverPid(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

function isRunning(pid: number): boolean {
  return processStartTime(pid) !== undefined;
}

async function killServer(folder: string): Promise<void> {
  const pid = serverPid(folder);
  process.kill(pid, 'SIGKILL');
  await waitUntil(() => !isRunning(pid));
}

/** Ends a server that a failed test left behind. */
async function stopServer(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'postgres/postmaster.pid'))) return;
  const pid = serverPid(folder);
  if (!processCommand(pid).includes(root)) return;
  process.kill(pid, 'SIGQUIT');
  await waitUntil(() => !isRunning(pid));
}

type Happening = { event: string; line?: string; message?: string; connection?: RunningPostgres };

function isOutcome({ event }: Happening): boolean {
  return event === 'open' || event === 'refused';
}

type Owner = {
  readonly child: ChildProcess;
  readonly happenings: Happening[];
  readonly say: (command: 'open' | 'exit') => void;
  readonly outcome: () => Promise<Happening>;
  readonly happened: (event: string) => Promise<boolean>;
  readonly kill: () => Promise<void>;
};

type OwnerOptions = User & { readonly isDurable?: boolean };

async function startOwner(folder: string, options: OwnerOptions = {}): Promise<Owner> {
  const { isDurable = false, wrapper = [], ...user } = options;
  const script = join(import.meta.dirname, 'data-folder-owner.ts');
  // A group of its own, so that a test can press Ctrl-C on it.
  const [program = '', ...parameters] = [...wrapper, process.execPath, script, folder, isDurable ? 'durable' : 'fast'];
  const child = spawn(program, parameters, { ...user, stdio: 'pipe', detached: true });
  children.push(child);
  const happenings: Happening[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => happenings.push(JSON.parse(line)));
  const happened = (event: string): Promise<boolean> =>
    waitUntil(() => happenings.some((happening) => happening.event === event), 20_000);
  const owner: Owner = {
    child,
    happenings,
    say: (command) => child.stdin.write(`${command}\n`),
    happened,
    async outcome() {
      await waitUntil(() => happenings.some(isOutcome), 20_000);
      return happenings.find(isOutcome) ?? { event: 'nothing' };
    },
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
  expect(await happened('ready')).toBe(true);
  return owner;
}

/** Another process with the folder open. */
async function openElsewhere(
  folder: string,
  options: OwnerOptions = {},
): Promise<Owner & { connection: RunningPostgres }> {
  const owner = await startOwner(folder, options);
  owner.say('open');
  const { connection, message } = await owner.outcome();
  if (connection === undefined) throw new Error(message);
  return { ...owner, connection };
}

describe('openDataFolder', () => {
  it('makes a PostgreSQL 18 database that sorts the same everywhere and listens on this machine alone', async () => {
    const database = await open(newFolder());

    const [settings] = await query(
      database,
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('listen_addresses') as addresses,
        current_setting('unix_socket_directories') as sockets, pg_encoding_to_char(encoding) as encoding, datlocprovider, datlocale
       from pg_database where datname = 'postgres'`,
    );

    expect(settings).toEqual({
      version: 18,
      addresses: '127.0.0.1',
      sockets: '',
      encoding: 'UTF8',
      datlocprovider: 'b',
      datlocale: 'C.UTF-8',
    });
  });

  it('lets nobody in without the password, which only its user can read', async () => {
    const folder = newFolder();
    const database = await open(folder);

    expect(statSync(join(folder, 'postgres.password')).mode & 0o077).toBe(0);
    await expect(query({ ...database, password: 'guess' }, 'select 1')).rejects.toThrow(
      /password authentication failed/,
    );
  });

  it('writes to the disk at once unless it is told that the data may be lost', async () => {
    const database = await openDataFolder({ folder: newFolder(), log: () => undefined });
    opened.push(database);

    const names = `'fsync', 'synchronous_commit', 'full_page_writes'`;
    const rows = await query(database, `select distinct setting from pg_settings where name in (${names})`);

    expect(rows).toEqual([{ setting: 'on' }]);
  });

  it('keeps rows from one start to the next', async () => {
    const folder = newFolder();
    const first = await open(folder);
    await query(first, makeRows);
    await first.stop();

    expect(await query(await open(folder), readRows)).toEqual(keptRows);
  });

  it('moves a long log aside', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'postgres.log'), Buffer.alloc(11 * 1024 * 1024, 'x'));

    await open(folder);

    expect(statSync(join(folder, 'postgres.log.1')).size).toBe(11 * 1024 * 1024);
    expect(statSync(join(folder, 'postgres.log')).size).toBeLessThan(100_000);
  });
});

describe('stop', () => {
  it('leaves neither a process nor a lock, however often it is called', async () => {
    const folder = newFolder();
    const database = await open(folder);
    const pid = serverPid(folder);
    const exitListeners = process.listenerCount('exit');

    await Promise.all([database.stop(), database.stop()]);

    expect(isRunning(pid)).toBe(false);
    expect(readdirSync(folder).toSorted()).toEqual(['postgres', 'postgres.log', 'postgres.password']);
    expect(process.listenerCount('exit')).toBe(exitListeners - 1);
    expect(await database.ended).toBeUndefined();
  });

  it('stops a database that is just being started again', async () => {
    const folder = newFolder();
    const database = await open(folder);
    await killServer(folder);
    await waitUntil(() => log.some((line) => line.includes('starting it again')));

    await database.stop();

    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false);
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
  });
});

describe('the lock of a data folder', () => {
  it('refuses a second start with one sentence and leaves the first alone', async () => {
    const folder = newFolder();
    const database = await open(folder);
    const second = await startOwner(folder);
    second.say('open');

    expect(await second.outcome()).toEqual({
      event: 'refused',
      message: `StartupError: The data folder ${folder} is in use by process ${process.pid}: stop that process, or set TENURE_DATA_DIR to another folder.`,
    });
    await expect(open(folder)).rejects.toThrow(`in use by process ${process.pid}`);
    expect(await query(database, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('tells other commands how to reach the running database, and nothing once it is stopped', async () => {
    const folder = newFolder();
    expect(await findRunning(folder)).toBeNull();

    const owner = await openElsewhere(folder);
    const running = await findRunning(folder);
    owner.child.kill('SIGTERM');
    await once(owner.child, 'exit');

    expect(running).toEqual(owner.connection);
    expect(await findRunning(folder)).toBeNull();
  });

  it('makes other commands wait while the database is being started', async () => {
    const folder = newFolder();
    const opening = open(folder);

    const running = await findRunning(folder);

    expect(running?.port).toBe((await opening).port);
  });

  it('is won by one of several processes that find it stale at once', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid: process.ppid, startTime: 'earlier' }));
    const owners = await Promise.all(Array.from({ length: 5 }, () => startOwner(folder)));

    for (const owner of owners) owner.say('open');
    const outcomes = await Promise.all(owners.map((owner) => owner.outcome()));

    expect(outcomes.map(({ event }) => event).toSorted()).toEqual(['open', ...Array(4).fill('refused')]);
    const winner = owners.find((_, index) => outcomes[index]?.event === 'open');
    expect(JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8'))).toMatchObject({ pid: winner?.child.pid });
    winner?.child.kill('SIGTERM');
    expect(winner && (await once(winner.child, 'exit'))).toEqual([0, null]);
  });
});

describe('after kill -9', () => {
  it('of the owner, the next start stops the orphaned PostgreSQL and finds the rows', async () => {
    const folder = newFolder();
    const owner = await openElsewhere(folder);
    await query(owner.connection, makeRows);
    const orphan = serverPid(folder);
    await owner.kill();
    expect(isRunning(orphan)).toBe(true);

    const database = await open(folder);

    expect(isRunning(orphan)).toBe(false);
    expect(log).toEqual([`Stopping PostgreSQL (process ${orphan}), which was left running when its owner was killed.`]);
    expect(await query(database, readRows)).toEqual(keptRows);
  });

  it('of PostgreSQL, its owner starts it again on the same port, and the rows are there', async () => {
    const folder = newFolder();
    const database = await open(folder, true);
    await query(database, makeRows);
    const killed = serverPid(folder);
    // A statement runs on when its server is gone, and keeps the server's memory, for which the next one must wait.
    const statement = query(database, untilThereIs('a word'));

    await waitUntilBusy(database);
    await killServer(folder);
    const said = (): string => readFileSync(join(folder, 'postgres.log'), 'utf8');
    expect(await waitUntil(() => said().includes('pre-existing shared memory block'), 20_000)).toBe(true);
    writeFileSync(join(folder, 'postgres/a word'), '');

    expect(await waitUntilReady(folder, killed)).toBe(true);
    expect(log).toContain('PostgreSQL ended unexpectedly (SIGKILL); starting it again.');
    expect(await query(database, readRows)).toEqual(keptRows);
    await statement;
  });

  it('of both, the next start recovers the rows', async () => {
    const folder = newFolder();
    const owner = await openElsewhere(folder, { isDurable: true });
    await query(owner.connection, makeRows);
    await owner.kill();
    await killServer(folder);

    expect(await query(await open(folder), readRows)).toEqual(keptRows);
  });

  it('of PostgreSQL for the third time within a minute, its owner is told that it stays down', async () => {
    const folder = newFolder();
    const database = await open(folder);
    const first = serverPid(folder);
    await killServer(folder);
    await waitUntilReady(folder, first);
    const second = serverPid(folder);
    await killServer(folder);
    await waitUntilReady(folder, second);
    await killServer(folder);

    expect((await database.ended)?.message).toContain('PostgreSQL ended 3 times within a minute');
    await database.stop();
    expect(await query(await open(folder), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('of the owner while it makes the database, the next start makes it anew', async () => {
    const folder = newFolder();
    const owner = await startOwner(folder);
    owner.say('open');
    await waitUntil(() => existsSync(folder) && readdirSync(folder).some((name) => name.includes('unfinished')));
    await owner.kill();
    expect(existsSync(join(folder, 'postgres'))).toBe(false);

    const database = await open(folder);

    expect(await query(database, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('of the owner and of what made its database, the next start removes the unfinished files', async () => {
    const folder = newFolder();
    const unfinished = join(folder, 'postgres.unfinished-1');
    mkdirSync(join(unfinished, 'base'), { recursive: true });
    writeFileSync(join(unfinished, 'PG_VERSION'), '18\n');

    await open(folder);

    expect(existsSync(unfinished)).toBe(false);
  });

  it.each([
    ['another program has', () => Promise.resolve(process.ppid)],
    ['a zombie has', findZombie],
  ])('of PostgreSQL, a start succeeds though %s its process id', async (_, findPid) => {
    const folder = newFolder();
    await (await open(folder)).stop();
    const pid = await findPid();
    writeFileSync(join(folder, 'postgres/postmaster.pid'), `${pid}\n${folder}/postgres\n`);

    const database = await open(folder);

    expect(await query(database, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(log.filter((line) => line.startsWith('Stopping'))).toEqual([]);
  });
});

describe('the owner of a data folder', () => {
  it('keeps its database when Ctrl-C reaches its whole process group', async () => {
    const folder = newFolder();
    const owner = await openElsewhere(folder);
    const pid = serverPid(folder);

    if (owner.child.pid !== undefined) process.kill(-owner.child.pid, 'SIGINT');

    expect(await owner.happened('interrupted')).toBe(true);
    expect(await query(owner.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(serverPid(folder)).toBe(pid);
  });

  it('takes its database along when it exits without stopping it', async () => {
    const folder = newFolder();
    const owner = await openElsewhere(folder);
    const pid = serverPid(folder);

    owner.say('exit');
    await once(owner.child, 'exit');

    expect(await waitUntil(() => !isRunning(pid), 10_000)).toBe(true);
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false);
  });

  it('may be an ordinary user, whose files stay theirs when root starts the database once', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    if (ordinaryUser.uid !== undefined) chownSync(folder, ordinaryUser.uid, ordinaryUser.uid);
    const { uid } = statSync(folder);

    const owner = await openElsewhere(folder, ordinaryUser);
    await query(owner.connection, makeRows);
    await owner.kill();
    const byRoot = await open(folder);
    expect(await query(byRoot, readRows)).toEqual(keptRows);
    await byRoot.stop();
    const again = await openElsewhere(folder, ordinaryUser);

    expect(await query(again.connection, readRows)).toEqual(keptRows);
    expect(statSync(join(folder, 'postgres')).uid).toBe(uid);
    again.child.kill('SIGTERM');
    expect(await once(again.child, 'exit')).toEqual([0, null]);
  });
});

describe('a data folder that cannot be used', () => {
  it('is refused with one sentence when it may not be written', async () => {
    const folder = newFolder();
    mkdirSync(folder, { mode: 0o555 });
    const owner = await startOwner(folder, ordinaryUser);
    owner.say('open');

    expect((await owner.outcome()).message).toBe(
      `StartupError: The data folder ${folder} cannot be read and written: allow this user to, or set TENURE_DATA_DIR to another folder.`,
    );
  });

  it.each([
    ['is a file', ''],
    ['lies in a file', '/inside'],
  ])('is refused with one sentence when it %s', async (_, inside) => {
    const file = newFolder();
    writeFileSync(file, 'mine');

    await expect(open(`${file}${inside}`)).rejects.toThrow(
      `The data folder ${file}${inside} is a file, or lies in one: move that file away, or set TENURE_DATA_DIR to another folder.`,
    );
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('is refused when something else has the place of the database, which stays as it is', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    writeFileSync(join(folder, 'postgres/letter.txt'), 'mine');

    await expect(open(folder)).rejects.toThrow('holds something else under the name postgres: move that away');
    expect(readFileSync(join(folder, 'postgres/letter.txt'), 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
  });

  it('is refused when the password of its database is gone', async () => {
    const folder = newFolder();
    await (await open(folder)).stop();
    rmSync(join(folder, 'postgres.password'));

    await expect(open(folder)).rejects.toThrow(`${folder}/postgres.password is missing`);
  });

  it("is refused with PostgreSQL's own reason when its database does not start", async () => {
    const folder = newFolder();
    await (await open(folder)).stop();
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '12\n');

    await expect(open(folder)).rejects.toThrow(
      `PostgreSQL does not start (database files are incompatible with server): correct that, or see ${folder}/postgres.log.`,
    );
  });
});

describe('locateBinaries', () => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;

  it('says what to do when PostgreSQL is not installed', () => {
    expect(() => locateBinaries(join(newFolder(), 'index.js'))).toThrow(
      `PostgreSQL for this machine (${name}) is not installed: run "npm ci"`,
    );
  });

  it('says what to do when blocked install scripts left the links of the shared libraries out', () => {
    const folder = newFolder();
    const parts = join(folder, 'node_modules', name);
    mkdirSync(join(parts, 'dist'), { recursive: true });
    mkdirSync(join(parts, 'native'));
    writeFileSync(join(parts, 'package.json'), '{"exports":"./dist/index.js"}');
    writeFileSync(join(parts, 'dist/index.js'), '');
    const link = { source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' };
    writeFileSync(join(parts, 'native/pg-symlinks.json'), JSON.stringify([link]));
    symlinkSync(join(locateBinaries().postgres, '..'), join(parts, 'native/bin'));

    expect(() => locateBinaries(join(folder, 'index.js'))).toThrow(
      `libicuuc.so.60 is missing, as when install scripts are blocked): run "npm rebuild ${name} --ignore-scripts=false".`,
    );
  });
});

/** True when a server other than the process `previous` accepts connections. */
function waitUntilReady(folder: string, previous: number): Promise<boolean> {
  const isReady = (): boolean => {
    const status = readIfPresent(join(folder, 'postgres/postmaster.pid'))?.split('\n');
    return status?.[7]?.trim() === 'ready' && Number(status[0]) !== previous;
  };
  return waitUntil(isReady, 20_000);
}

async function waitUntilBusy(database: RunningPostgres): Promise<void> {
  const [row] = await query(
    database,
    `select count(*)::int as busy from pg_stat_activity where query like 'do %' and pid <> pg_backend_pid()`,
  );
  if (row?.['busy'] !== 1) await waitUntilBusy(database);
}

async function findZombie(): Promise<number> {
  const { pid, parent } = await makeZombie();
  children.push(parent);
  expect(await waitUntil(() => !isRunning(pid), 10_000)).toBe(true);
  return pid;
}
