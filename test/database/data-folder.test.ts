import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainFault, lockDataFolder, readLock } from '#database/data-folder.ts';
import { processStartTime, waitUntil } from '#database/embedded-process.ts';
import { StartupError } from '#platform/errors.ts';
import { makeZombie } from './make-zombie.ts';

let folder = '';
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-folder-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function writeLock(lock: object): void {
  writeFileSync(join(folder, 'lock.json'), JSON.stringify(lock));
}

describe('lockDataFolder', () => {
  it('names this process, and the port once the database runs', () => {
    const owned = lockDataFolder(folder);
    expect(readLock(folder)).toEqual({ isAlive: true, pid: process.pid, port: undefined });

    owned.publish(5432);

    expect(readLock(folder)).toEqual({ isAlive: true, pid: process.pid, port: 5432 });
  });

  it('leaves nothing behind when it is released', () => {
    lockDataFolder(folder).release();

    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not release the lock of another process', () => {
    const owned = lockDataFolder(folder);
    const lock = { pid: process.ppid, startTime: processStartTime(process.ppid) };
    writeLock(lock);

    owned.release();

    expect(JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8'))).toEqual(lock);
  });

  it('refuses a folder that a living process owns, and changes nothing', () => {
    const lock = { pid: process.ppid, startTime: processStartTime(process.ppid) };
    writeLock(lock);

    expect(() => lockDataFolder(folder)).toThrow(`in use by process ${process.ppid}`);
    expect(readdirSync(folder)).toEqual(['lock.json']);
    expect(JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8'))).toEqual(lock);
  });

  it('takes over from a process whose id belongs to another program by now', () => {
    writeLock({ pid: process.ppid, startTime: 'earlier' });

    lockDataFolder(folder);

    expect(readLock(folder)).toMatchObject({ isAlive: true, pid: process.pid });
    expect(readdirSync(folder)).toEqual(['lock.json']);
  });

  it('takes over a lock that a crash of the machine cut short', () => {
    writeFileSync(join(folder, 'lock.json'), '{"pid":');

    lockDataFolder(folder);

    expect(readLock(folder)).toMatchObject({ isAlive: true, pid: process.pid });
  });

  it('takes over when the last to take over died at that', () => {
    writeLock({ pid: process.ppid, startTime: 'earlier' });
    writeFileSync(join(folder, 'lock.json.takeover'), JSON.stringify({ pid: process.ppid, startTime: 'earlier' }));

    lockDataFolder(folder);

    expect(readdirSync(folder)).toEqual(['lock.json']);
  });

  it('never gives a folder to two processes, however often they find a dead lock at once', async () => {
    const script = join(import.meta.dirname, 'data-folder-contender.ts');

    const contenders = await Promise.all(
      Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, [script, folder, '1500'])),
    );

    const results = contenders.map(({ stdout }): { taken: number; lost: number } => JSON.parse(stdout));
    expect(results.reduce((sum, { taken }) => sum + taken, 0)).toBeGreaterThan(10);
    expect(results.map(({ lost }) => lost)).toEqual([0, 0, 0, 0]);
  });
});

describe('processStartTime', () => {
  it('tells two processes apart and stays the same for one', async () => {
    const child = spawn('sleep', ['60']);
    children.push(child);
    await once(child, 'spawn');

    expect(processStartTime(process.pid)).toBe(processStartTime(process.pid));
    expect(processStartTime(child.pid ?? 0)).not.toBe(processStartTime(process.pid));
  });

  it('is undefined for a process that has ended and only waits for its parent to collect it', async () => {
    const { pid, parent } = await makeZombie();
    children.push(parent);

    expect(await waitUntil(() => processStartTime(pid) === undefined, 10_000)).toBe(true);
    expect(() => process.kill(pid, 0)).not.toThrow();
  });
});

describe('explainFault', () => {
  it.each([
    ['EROFS', 'cannot be read and written: allow this user to'],
    ['ENOSPC', 'is on a disk that is full: free some space'],
    ['EIO', 'cannot be used (EIO: broken): correct that'],
  ])('says in one sentence what to do about %s', (code, advice) => {
    const fault = explainFault('/srv/tenure', Object.assign(new Error(`${code}: broken`), { code }));

    expect(fault).toBeInstanceOf(StartupError);
    expect(fault).toHaveProperty(
      'message',
      `The data folder /srv/tenure ${advice}, or set TENURE_DATA_DIR to another folder.`,
    );
  });

  it('leaves errors alone that do not come from the file system', () => {
    const error = new TypeError('a mistake of ours');

    expect(explainFault('/srv/tenure', error)).toBe(error);
  });
});
