import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { BenchDatabase } from '../database/bench-server.ts';
import { cpuMsOf, residentMb } from '../measure/processes.ts';
import { signingSecret } from '../operations/tenants.ts';

const script = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** Else what is kept could not be told from what nobody has collected yet. */
const heapLimit = '--max-old-space-size=320';

/** A process of the product that surfaces. */
export interface Surfacer {
  readonly pairs: () => Promise<number>;
  readonly residentMb: () => number;
  /** Time of CPUs it took until it was last asked, in ms. */
  readonly cpuMs: () => number;
  readonly stop: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

export async function startSurfacer({ urls }: BenchDatabase): Promise<Surfacer> {
  const secrets = `${signingSecret.kid}:${signingSecret.secret}`;
  const metricsPort = await freePort();
  const environment = {
    DATABASE_URL: urls.app,
    DATABASE_IDENTITY_URL: urls.identity,
    DATABASE_STAFF_URL: urls.staff,
    DATABASE_SYSTEM_URL: urls.system,
    JWT_SECRETS: secrets,
    ENCRYPTION_KEYS: secrets,
    PORT: '0',
    METRICS_PORT: String(metricsPort),
    DEMO: '0',
    LOG_LEVEL: 'error',
    SURFACING_POSTINGS: '500',
    SURFACING_PERSONAS: '1000',
    SURFACING_UNLINKED: '1000',
    PATH: '/usr/local/bin:/usr/bin:/bin',
  };
  const process = spawn(globalThis.process.execPath, [heapLimit, script], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let [seen, cpu] = [0, 0];
  return {
    // What a process counted last, once it is gone.
    pairs: async () => (seen = (await scrapePairs(metricsPort)) ?? seen),
    residentMb: () => residentMb(Number(process.pid)),
    cpuMs: () => (cpu = Math.max(cpu, cpuMsOf(Number(process.pid)))),
    stop: (signal) => end(process, signal),
  };
}

async function end(process: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const closed = once(process, 'close');
  process.kill(signal);
  await closed;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Null while the process starts, and once it is gone. */
async function scrapePairs(port: number): Promise<number | null> {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`).catch(() => null);
  const count = /^matching_pairs_total (\d+)$/m.exec((await answer?.text()) ?? '')?.[1];
  return count === undefined ? null : Number(count);
}
