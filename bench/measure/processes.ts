// What Linux tells of processes and their use of the CPU (proc_pid_stat(5), proc_stat(5)).
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks are hundredths of a second on every Linux that Node runs on. */
const tickMs = 10;

interface ProcessStat {
  readonly parent: number;
  readonly ownMs: number;
  /** Of children that have ended and been waited for. */
  readonly endedChildrenMs: number;
}

/** CPU time of a process with all its threads, in ms; 0 once it is gone. */
export const cpuMsOf = (pid: number): number => statOf(pid)?.ownMs ?? 0;

/** CPU time of a process and all children it has or had, in ms: for a server that forks one for each connection. */
export function familyCpuMs(pid: number): number {
  const own = statOf(pid);
  return (
    (own?.ownMs ?? 0) + (own?.endedChildrenMs ?? 0) + childrenOf(pid).reduce((sum, child) => sum + cpuMsOf(child), 0)
  );
}

export function childrenOf(pid: number): readonly number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((each) => statOf(each)?.parent === pid);
}

/** @throws Error where there is no such process */
export function parentOf(pid: number): number {
  const stat = statOf(pid);
  if (!stat) throw new Error(`There is no process ${pid}.`);
  return stat.parent;
}

/** Memory that a process holds, in MB. */
export function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

export interface MachineCpu {
  /** Time that all CPUs had, in ms. */
  readonly totalMs: number;
  /** Time that processes of this machine used, or that its host withheld. */
  readonly takenMs: number;
}

export function machineCpu(): MachineCpu {
  const line = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0] ?? '';
  const ticks = line.split(/\s+/).slice(1, 9).map(Number);
  const [user = 0, nice = 0, system = 0, , , , , steal = 0] = ticks;
  return {
    totalMs: ticks.reduce((sum, each) => sum + each, 0) * tickMs,
    takenMs: (user + nice + system + steal) * tickMs,
  };
}

function statOf(pid: number): ProcessStat | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // Ended since it was listed.
    return null;
  }
  // The name in parentheses may hold anything; fields are counted from behind it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = (at: number): number => Number(fields[at] ?? 0);
  return {
    parent: ticks(1),
    ownMs: (ticks(11) + ticks(12)) * tickMs,
    endedChildrenMs: (ticks(13) + ticks(14)) * tickMs,
  };
}
