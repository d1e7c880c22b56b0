import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk in memory, which Linux has; in a container it may be too small to hold much. */
const memory = '/dev/shm';
const enough = 3 * 1024 ** 3;

/** A new folder, where files are made in the least time: a database is six hundred of them, and a run makes hundreds of databases. */
export const quickFolder = (): string => mkdtempSync(join(hasRoom() ? memory : tmpdir(), 'tenure-test-'));

function hasRoom(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= enough;
}
