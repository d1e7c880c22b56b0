import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { pinned } from '../measure/pinning.ts';
import type { HashOrder, HashResult } from './hash-messages.ts';

/** Numbers of comparisons at a time among which the fastest is looked for. */
export const hashConcurrencies = [1, 2, 4, 8] as const;

export interface Hashing {
  readonly pid: number;
  /** Compares for a while. @throws Error where its process ends */
  readonly run: (order: HashOrder) => Promise<HashResult>;
  readonly stop: () => void;
}

/** Starts a process that hashes and nothing else, on the CPU that the servers use. */
export function startHashing(): Hashing {
  const script = fileURLToPath(new URL('hash-process.ts', import.meta.url));
  const [command, ...args] = pinned(0, [process.execPath, script]);
  const env = { UV_THREADPOOL_SIZE: String(Math.max(...hashConcurrencies)) };
  const child = spawn(command, args, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit').then(() => [null]);
  const run = async (order: HashOrder): Promise<HashResult> => {
    child.send(order);
    const [result] = (await Promise.race([once(child, 'message'), ended])) as [HashResult | null];
    if (!result) throw new Error('The process that hashes has ended.');
    return result;
  };
  return { pid: child.pid ?? 0, run, stop: () => void child.kill() };
}
