import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/** The threads of this process, on Linux. */
const tasks = '/proc/self/task';

/**
 * Lets the threads that hash stand back behind the one that answers: where there are fewer cores than threads, a hash of
 * 30 ms would otherwise keep every request waiting. What else these threads do, such as reading files, waits for hashes
 * anyway. On Linux, whose threads have priorities of their own; elsewhere nothing happens.
 * @returns whether all is done; the threads are made when they are first needed
 */
export function lowerPoolPriority(): boolean {
  if (!existsSync(tasks)) return true;
  return readdirSync(tasks).filter(standBack).length > 0;
}

/** @returns whether it is a thread of the pool, and stands back now; others, and those that end meanwhile, are left */
function standBack(id: string): boolean {
  try {
    if (readFileSync(`${tasks}/${id}/comm`, 'utf8').trim() !== 'libuv-worker') return false;
    setPriority(Number(id), constants.priority.PRIORITY_LOW);
    return true;
  } catch {
    return false;
  }
}
