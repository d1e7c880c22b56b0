import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BenchDatabase } from '../database/bench-server.ts';
import { pinned, type Place } from '../measure/pinning.ts';
import { signingSecret } from '../operations/tenants.ts';
import type { ContenderOptions } from './serve.ts';

const programs = {
  tenure: ['tenure.ts'],
  'tenure-open': ['tenure.ts', 'open'],
  'tenure-ungated': ['tenure.ts', 'ungated'],
  postgraphile: ['postgraphile.ts'],
  limit: ['limit/server.ts'],
  naive: ['naive.ts'],
} as const satisfies Record<string, readonly [file: string, mode?: string]>;
export type ContenderName = keyof typeof programs;

export interface Contender {
  readonly name: ContenderName;
  readonly pid: number;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** The same for all: young objects of a request die before they are moved, whoever makes them. */
const nodeFlags = ['--max-semi-space-size=64'];
const environment = { NODE_ENV: 'production', GRAPHILE_ENV: 'production' };

/**
 * Starts a contender's server in a process of its own.
 * @param place the first CPU, unless told otherwise
 * @throws Error where it ends before it listens
 */
export async function startContender(
  name: ContenderName,
  { urls }: BenchDatabase,
  place: Place = 0,
): Promise<Contender> {
  const options: ContenderOptions = { urls, secret: signingSecret, poolSize: 8 };
  const [file, mode] = programs[name] as readonly [string, string?];
  const script = fileURLToPath(new URL(file, import.meta.url));
  const [command, ...args] = pinned(place, [
    process.execPath,
    ...nodeFlags,
    script,
    JSON.stringify(options),
    mode ?? '',
  ]);
  const child = spawn(command, args, { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const lines = createInterface({ input: child.stdout });
  const port = await Promise.race([portIn(lines), ended.then(() => null)]);
  if (port === null || child.pid === undefined) throw new Error(`The contender ${name} does not start.`);
  return {
    name,
    pid: child.pid,
    port,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The port that a contender announces; whatever else it prints is not ours. */
async function portIn(lines: AsyncIterable<string>): Promise<number | null> {
  for await (const line of lines) {
    const port = /^port (\d+)$/.exec(line)?.[1];
    if (port) return Number(port);
  }
  return null;
}
