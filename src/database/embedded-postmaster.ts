import { type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartupError } from '#platform/errors.ts';
import { readIfPresent } from './data-folder.ts';
import { spawnAs } from './embedded-account.ts';
import { type Cluster } from './embedded-cluster.ts';
import { processCommand, waitUntil } from './embedded-process.ts';

/** A PostgreSQL server started by this process. */
export type Postmaster = {
  /** Resolves with the way it ended, in words. */
  readonly ended: Promise<string>;
  /** Ends it, and resolves when it has written everything and is gone. */
  readonly stop: () => Promise<void>;
  /** Asks it to end and does not wait. */
  readonly interrupt: () => void;
};

/** Another program has the port. */
export class PortTaken extends StartupError {}

export const host = '127.0.0.1';

const logLimitBytes = 10 * 1024 * 1024;
const leftoverTimeoutMs = 15_000;

/**
 * Starts the server of a cluster; resolves when it accepts connections, however long its recovery takes.
 * A server that outlived the process which started it is stopped first.
 * Throws PortTaken, or a StartupError with the server's own reason.
 */
export async function startPostmaster(
  cluster: Cluster,
  port: number,
  deadline = performance.now() + leftoverTimeoutMs,
): Promise<Postmaster> {
  await stopOrphan(cluster);
  const log = openLog(cluster.logFile);
  try {
    const { size } = fstatSync(log);
    const server = launch(cluster, port, log);
    const ended = describeEnd(server);
    await waitUntil(() => hasEnded(server) || isReady(cluster, server));
    if (!hasEnded(server)) return supervisable(server, ended);
    const fault = readFault(log, size) ?? (await ended);
    if (fault.includes('could not create any TCP/IP sockets')) throw new PortTaken(`Port ${port} is in use.`);
    // Children of a killed server notice its end only when their statement does, and hold its memory until then.
    if (!fault.includes('pre-existing shared memory block') || performance.now() > deadline) {
      throw new StartupError(`PostgreSQL does not start (${fault}): correct that, or see ${cluster.logFile}.`);
    }
  } finally {
    closeSync(log);
  }
  await delay(100);
  return startPostmaster(cluster, port, deadline);
}

async function stopOrphan(cluster: Cluster): Promise<void> {
  const pid = readStatus(cluster)?.pid;
  if (pid === undefined || !isServerOf(cluster, pid)) return;
  cluster.log(`Stopping PostgreSQL (process ${pid}), which was left running when its owner was killed.`);
  await endServer({
    send: (signal) => process.kill(pid, signal),
    hasEnded: () => !isServerOf(cluster, pid),
  });
}

function launch(cluster: Cluster, port: number, log: number): ChildProcess {
  const settings = [
    `listen_addresses=${host}`,
    `port=${port}`,
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    // A statement that fails has people's data in it, and so has the detail of a violated key: neither is for a log.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    ...(cluster.isDurable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ].flatMap((setting) => ['-c', setting]);
  return spawnAs(cluster.account, [cluster.postgres, '-D', cluster.directory, ...settings], {
    // A session of its own: Ctrl-C in the terminal reaches us alone, and the database stays until requests have ended.
    detached: true,
    stdio: ['ignore', log, log],
    // PostgreSQL refuses to start while the process that its last server was lives, even as a zombie or as another
    // program with the same id. We know that it is gone, and say so as pg_ctl does; the check of shared memory stays.
    env: { PG_GRANDPARENT_PID: String(readStatus(cluster)?.pid ?? '') },
  });
}

function describeEnd(server: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(error.message));
    server.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

function supervisable(server: ChildProcess, ended: Promise<string>): Postmaster {
  return {
    ended,
    stop: () => endServer({ send: (signal) => server.kill(signal), hasEnded: () => hasEnded(server) }),
    interrupt: () => server.kill('SIGINT'),
  };
}

function hasEnded(server: ChildProcess): boolean {
  return server.pid === undefined || server.exitCode !== null || server.signalCode !== null;
}

/** Asks for a fast shutdown, which closes connections and writes everything; then for an immediate one. */
async function endServer(server: { send(signal: NodeJS.Signals): void; hasEnded(): boolean }): Promise<void> {
  if (server.hasEnded()) return;
  server.send('SIGINT');
  if (await waitUntil(server.hasEnded, 30_000)) return;
  server.send('SIGQUIT');
  // PostgreSQL itself kills what is left of it after five seconds.
  if (await waitUntil(server.hasEnded, 10_000)) return;
  throw new StartupError('PostgreSQL does not stop: end its processes and start again.');
}

type Status = { readonly pid: number; readonly isReady: boolean };

/** What the server says of itself; undefined where none has run since the last clean stop. */
function readStatus(cluster: Cluster): Status | undefined {
  const lines = readIfPresent(join(cluster.directory, 'postmaster.pid'))?.split('\n');
  return lines && { pid: Number(lines[0]), isReady: lines[7]?.trim() === 'ready' };
}

function isReady(cluster: Cluster, server: ChildProcess): boolean {
  const status = readStatus(cluster);
  return status !== undefined && status.isReady && status.pid === server.pid;
}

/** The id alone may belong to another program by now. */
function isServerOf(cluster: Cluster, pid: number): boolean {
  return processCommand(pid).includes(` -D ${cluster.directory} `);
}

function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > logLimitBytes) renameSync(path, `${path}.1`);
  return openSync(path, 'a+', 0o600);
}

/** The server's reason for ending, from what it has written since `offset`. */
function readFault(log: number, offset: number): string | undefined {
  const written = Buffer.alloc(fstatSync(log).size - offset);
  readSync(log, written, 0, written.length, offset);
  return /(?:FATAL|PANIC): +(.*)/.exec(written.toString())?.[1];
}
