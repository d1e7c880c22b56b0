// The folder everything of an installation is kept in, and the lock that gives it to one process at a time.
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartupError } from '#platform/errors.ts';
import { processStartTime } from './embedded-process.ts';

/** A data folder this process owns until it releases it. */
export type DataFolder = {
  readonly path: string;
  /** Tells other processes on which port of this machine the database listens. */
  readonly publish: (port: number) => void;
  readonly release: () => void;
};

/** What a lock file says; `isAlive` is false where its process has ended or the file cannot be understood. */
export type Lock = { readonly isAlive: boolean; readonly pid?: number; readonly port?: number | undefined };

const lockFile = z.preprocess(
  parseJson,
  z.object({ pid: z.int().positive(), startTime: z.string(), port: z.int().optional() }),
);

/**
 * Makes the folder where it is missing and takes its lock. A lock whose owner has ended is taken over.
 * Throws a StartupError while another process (or this one) owns the folder, and the file system's own error when the
 * folder cannot be used; `explainFault` words that one.
 */
export function lockDataFolder(folder: string): DataFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = realpathSync(folder);
  const lock = lockPath(path);
  takeLock(lock, path);
  return {
    path,
    publish(port) {
      const draft = writeLockDraft(lock, port);
      renameSync(draft, lock);
    },
    release() {
      if (readLock(path)?.pid === process.pid) rmSync(lock, { force: true });
    },
  };
}

/** The lock of a data folder; undefined where there is none. */
export function readLock(folder: string): Lock | undefined {
  return readLockFile(lockPath(folder));
}

/** The text of a file; undefined where there is none. */
export function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Turns an error of the file system into a StartupError with the folder and what to do; returns others unchanged. */
export function explainFault(folder: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const fault = faults.find(({ codes }) => codes.includes(String(error.code)));
  const { problem, remedy } = fault ?? { problem: `cannot be used (${error.message})`, remedy: 'correct that' };
  return new StartupError(`The data folder ${folder} ${problem}: ${remedy}, or set TENURE_DATA_DIR to another folder.`);
}

const faults = [
  { codes: ['EACCES', 'EPERM', 'EROFS'], problem: 'cannot be read and written', remedy: 'allow this user to' },
  { codes: ['EEXIST', 'ENOTDIR'], problem: 'is a file, or lies in one', remedy: 'move that file away' },
  { codes: ['ENOTEMPTY'], problem: 'holds something else under the name postgres', remedy: 'move that away' },
  { codes: ['ENOSPC', 'EDQUOT'], problem: 'is on a disk that is full', remedy: 'free some space' },
];

/**
 * Two processes may find the same dead owner at once, and whoever removed its lock second would remove the lock of the
 * first. So a dead lock is replaced only by the holder of a second lock, which is taken by the same rules.
 */
function takeLock(path: string, folder: string): void {
  if (createLock(path)) return;
  refuseWhileAlive(readLockFile(path), folder);
  const takeover = `${path}.takeover`;
  takeLock(takeover, folder);
  try {
    const previous = readLockFile(path);
    refuseWhileAlive(previous, folder);
    if (previous !== undefined) rmSync(path);
    if (!createLock(path)) throw inUse(folder, readLockFile(path));
  } finally {
    rmSync(takeover);
  }
}

function refuseWhileAlive(lock: Lock | undefined, folder: string): void {
  if (lock?.isAlive === true) throw inUse(folder, lock);
}

function inUse(folder: string, lock: Lock | undefined): StartupError {
  const owner = lock?.pid === undefined ? 'another process' : `process ${lock.pid}`;
  return new StartupError(
    `The data folder ${folder} is in use by ${owner}: stop that process, or set TENURE_DATA_DIR to another folder.`,
  );
}

/** False where the lock exists. The link makes it appear with its content, so nobody reads half a lock. */
function createLock(path: string): boolean {
  const draft = writeLockDraft(path);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

function writeLockDraft(path: string, port?: number): string {
  const draft = `${path}.${randomUUID()}`;
  const content = { pid: process.pid, startTime: processStartTime(process.pid) ?? '', port };
  writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  return draft;
}

function readLockFile(path: string): Lock | undefined {
  const content = readIfPresent(path);
  if (content === undefined) return undefined;
  const { data: lock } = lockFile.safeParse(content);
  // A lock appears complete, so one that cannot be understood was cut short by a crash of the machine.
  if (lock === undefined) return { isAlive: false };
  return { isAlive: processStartTime(lock.pid) === lock.startTime, pid: lock.pid, port: lock.port };
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

function lockPath(folder: string): string {
  return join(folder, 'lock.json');
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
