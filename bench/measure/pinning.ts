import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { childrenOf } from './processes.ts';

/** Whether processes can be given CPUs of their own: on Linux, with two of them. */
export const canPin = availableParallelism() >= 2 && spawnSync('taskset', ['--version']).status === 0;

/** The CPU that a process runs on, or any. */
export type Place = 0 | 1 | 'anywhere';

/** The command, run in its place where that can be done. */
export const pinned = (place: Place, command: readonly [string, ...string[]]): readonly [string, ...string[]] =>
  canPin && place !== 'anywhere' ? ['taskset', '-c', String(place), ...command] : command;

/** Moves a running process and its children to one CPU; children to come inherit it. */
export function pinFamily(pid: number, cpu: 0 | 1): void {
  if (!canPin) return;
  for (const each of [pid, ...childrenOf(pid)]) spawnSync('taskset', ['-a', '-c', '-p', String(cpu), String(each)]);
}
