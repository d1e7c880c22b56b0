import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { pinned, type Place } from '../measure/pinning.ts';
import type { LoadOrder, LoadReply, LoadResult } from './load-messages.ts';

export interface Load {
  readonly pid: number;
  /** Puts load on a server and gives back what came of it. @throws Error with the first answer that was not a right one */
  readonly put: (order: LoadOrder) => Promise<LoadResult>;
  readonly stop: () => void;
}

/** Starts the load generator, on the CPU that the servers do not use unless told otherwise. */
export function startLoad(place: Place = 1): Load {
  const script = fileURLToPath(new URL('load-process.ts', import.meta.url));
  const [command, ...args] = pinned(place, [process.execPath, script]);
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const put = async (order: LoadOrder): Promise<LoadResult> => {
    child.send(order);
    const [reply] = (await once(child, 'message')) as [LoadReply];
    if ('fault' in reply) throw new Error(reply.fault);
    return reply;
  };
  return { pid: child.pid ?? 0, put, stop: () => void child.kill() };
}
