// The PostgreSQL server that comes with Tenure: one for each data folder, kept running by the process that owns the folder.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartupError } from '#platform/errors.ts';
import { explainFault, lockDataFolder, readLock } from './data-folder.ts';
import { type Cluster, prepareCluster, readPassword, superuser } from './embedded-cluster.ts';
import { waitUntil } from './embedded-process.ts';
import { host, PortTaken, type Postmaster, startPostmaster } from './embedded-postmaster.ts';

export type RunningPostgres = {
  readonly host: string;
  readonly port: number;
  readonly superuser: string;
  readonly password: string;
};

export type EmbeddedPostgres = RunningPostgres & {
  /** Resolves when the database is gone for good: with undefined after `stop`, else with the reason. */
  readonly ended: Promise<Error | undefined>;
  /** Stops the database and gives the data folder free. */
  readonly stop: () => Promise<void>;
};

type OpenOptions = {
  readonly folder: string;
  /** False for tests: faster, but the last commits are lost when PostgreSQL is killed, and more with the power. */
  readonly isDurable?: boolean;
  /** Told, in one sentence each, what takes long and what went wrong. */
  readonly log: (line: string) => void;
};

/**
 * Takes the data folder, makes its database where there is none, and starts it on a free port of this machine.
 * A server that another process left behind is stopped first, and one that dies is started again on the same port.
 * Throws a StartupError where the folder is in use or cannot be used, or PostgreSQL cannot run.
 */
export async function openDataFolder(options: OpenOptions): Promise<EmbeddedPostgres> {
  const { log, isDurable = true } = options;
  try {
    await using cleanup = new AsyncDisposableStack();
    const folder = lockDataFolder(options.folder);
    cleanup.defer(folder.release);
    const cluster = await prepareCluster(folder.path, { isDurable, log });
    const password = readPassword(folder.path);
    const { port, postmaster } = await startOnFreePort(cluster);
    const server = keepRunning(postmaster, () => startPostmaster(cluster, port), log);
    cleanup.defer(server.stop);
    folder.publish(port);
    const opened = cleanup.move();
    let stopped: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopped ??= opened.disposeAsync());
    return { host, port, superuser, password, ended: server.ended, stop };
  } catch (error) {
    throw explainFault(options.folder, error);
  }
}

/**
 * The database of a data folder that a living process owns; waits while that process is starting it.
 * Null where nobody owns the folder.
 */
export async function findRunning(folder: string): Promise<RunningPostgres | null> {
  try {
    const isSettled = (): boolean => {
      const lock = readLock(folder);
      return lock?.isAlive !== true || lock.port !== undefined;
    };
    if (!(await waitUntil(isSettled, 60_000))) {
      throw new StartupError(
        `The process that uses ${folder} has not started its database: wait, or stop that process.`,
      );
    }
    const lock = readLock(folder);
    if (lock?.isAlive !== true || lock.port === undefined) return null;
    return { host, port: lock.port, superuser, password: readPassword(folder) };
  } catch (error) {
    throw explainFault(folder, error);
  }
}

/** Another program may take the port between our look and PostgreSQL's start: then the next one is tried. */
async function startOnFreePort(cluster: Cluster, attempts = 5): Promise<{ port: number; postmaster: Postmaster }> {
  const port = await findFreePort();
  try {
    return { port, postmaster: await startPostmaster(cluster, port) };
  } catch (error) {
    if (error instanceof PortTaken && attempts > 1) return startOnFreePort(cluster, attempts - 1);
    throw error;
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new StartupError(`No free port was found on ${host}.`);
  return address.port;
}

const deathsBeforeGivingUp = 3;
const deathWindowMs = 60_000;

function keepRunning(first: Postmaster, restart: () => Promise<Postmaster>, log: (line: string) => void) {
  let current = first;
  let isStopping = false;
  let deaths: readonly number[] = [];

  const watch = async (postmaster: Postmaster): Promise<Error | undefined> => {
    current = postmaster;
    if (isStopping) await postmaster.stop();
    const reason = await postmaster.ended;
    if (isStopping) return undefined;
    const now = performance.now();
    deaths = [...deaths.filter((death) => now - death < deathWindowMs), now];
    if (deaths.length >= deathsBeforeGivingUp) {
      return new Error(`PostgreSQL ended ${deaths.length} times within a minute, the last time with: ${reason}`);
    }
    log(`PostgreSQL ended unexpectedly (${reason}); starting it again.`);
    return watch(await restart().catch(stillborn));
  };

  // A process that exits without stopping the database leaves it shutting down, not running.
  const interrupt = (): void => current.interrupt();
  process.once('exit', interrupt);
  const ended = watch(first).finally(() => process.off('exit', interrupt));
  const stop = async (): Promise<void> => {
    isStopping = true;
    await current.stop();
    await ended;
  };
  return { ended, stop };
}

/** A server that did not start counts as one that died. */
function stillborn(fault: unknown): Postmaster {
  const reason = fault instanceof Error ? fault.message : String(fault);
  return { ended: Promise.resolve(reason), stop: () => Promise.resolve(), interrupt: () => undefined };
}
