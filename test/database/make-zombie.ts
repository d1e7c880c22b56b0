import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { processCommand, waitUntil } from '#database/embedded-process.ts';

/** A process that has been killed and whose parent, which the caller ends, never collects it. */
export async function makeZombie(): Promise<{ readonly pid: number; readonly parent: ChildProcess }> {
  const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 61'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [output] = await once(parent.stdout, 'data');
  const pid = Number(output);
  // A shell would collect its child; what it becomes does not.
  await waitUntil(() => processCommand(parent.pid ?? 0).startsWith('sleep'), 10_000);
  process.kill(pid, 'SIGKILL');
  return { pid, parent };
}
