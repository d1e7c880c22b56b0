import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setInterval } from 'node:timers/promises';

/**
 * When a process started, in a form that differs whenever its id is given to another process.
 * Undefined when there is no such process, and for a zombie: it only waits to be collected and holds nothing.
 */
export function processStartTime(pid: number): string | undefined {
  if (process.platform !== 'linux') {
    const [state, ...startedAt] = readProcessTable(pid, ['stat=', 'lstart=']).split(/\s+/);
    return state === '' || state?.startsWith('Z') === true ? undefined : startedAt.join(' ');
  }
  const stat = readProcessFile(`/proc/${pid}/stat`);
  // proc(5): the second field is the program's name in brackets and may hold spaces; state is field 3, start time 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  if (startTicks === undefined || state === 'Z' || state === 'X') return undefined;
  // Ticks count from boot, so after a reboot the same service could meet the same id at the same tick.
  return `${readProcessFile('/proc/sys/kernel/random/boot_id').trim()}:${startTicks}`;
}

/** The program and arguments of a process, separated by spaces; empty when there is no such process, and for a zombie. */
export function processCommand(pid: number): string {
  if (process.platform !== 'linux') return readProcessTable(pid, ['command=']);
  return readProcessFile(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

/** True as soon as `isDone` holds; false when `timeoutMs` pass first. */
export async function waitUntil(isDone: () => boolean, timeoutMs = Infinity): Promise<boolean> {
  if (isDone()) return true;
  for await (const deadline of setInterval(10, performance.now() + timeoutMs)) {
    if (isDone()) return true;
    if (performance.now() > deadline) break;
  }
  return false;
}

function readProcessFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function readProcessTable(pid: number, columns: readonly string[]): string {
  try {
    const selection = columns.flatMap((column) => ['-o', column]);
    // ps prints local times: without a fixed zone a start time would change with the caller's settings.
    const env = { LC_ALL: 'C', TZ: 'UTC' };
    return execFileSync('ps', [...selection, '-p', String(pid)], { encoding: 'utf8', env, stdio: 'pipe' }).trim();
  } catch {
    return '';
  }
}
