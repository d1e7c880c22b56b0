import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Contender } from '../contenders/start-contender.ts';
import type { LoadOrder, LoadResult } from '../load/load-messages.ts';
import type { Load } from '../load/start-load.ts';
import { quietly, watchOthers, type Disturbed } from '../measure/loudness.ts';
import { cpuMsOf, familyCpuMs } from '../measure/processes.ts';
import { shuffled } from '../measure/statistics.ts';

const phaseNames = ['quiet', 'limit', 'gated', 'ungated'] as const;
/**
 * Reading alone; reading while a process of its own hashes, which is as much as a server can spare those who read on this
 * machine; reading while others sign in; the same where nothing limits how many hashes run at a time.
 */
type PhaseName = (typeof phaseNames)[number];

export interface PhaseSample extends Disturbed {
  readonly read: LoadResult;
  /** Null where nobody signs in. */
  readonly logins: LoadResult | null;
  /** CPUs that the server kept busy, and PostgreSQL with all its processes. */
  readonly serverCpus: number;
  readonly postgresCpus: number;
}

/** By phase, one sample for each round. */
export type PhaseSamples = Readonly<Record<PhaseName, readonly PhaseSample[]>>;

export interface SignInBench {
  readonly postmaster: number;
  /** The product, and the same without a gate. */
  readonly servers: Readonly<Record<'gated' | 'ungated', Contender>>;
  /** Two generators, so that neither waits for the other. */
  readonly readers: Load;
  readonly signers: Load;
  readonly orders: Readonly<Record<'read' | 'logins', Omit<LoadOrder, 'port'>>>;
}

/** Takes each phase once in each round, in an order that chance decides. @throws MachineIsLoud */
export async function runPhases(bench: SignInBench, rounds: number, acceptsLoud: boolean): Promise<PhaseSamples> {
  const samples: Record<PhaseName, PhaseSample[]> = { quiet: [], limit: [], gated: [], ungated: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const phase of shuffled(phaseNames))
      samples[phase].push(await quietly(() => takePhase(bench, phase), acceptsLoud));
  }
  return samples;
}

/** All clients sign in at once; after this their logins are at different stages. */
const leadSeconds = 2;

async function takePhase(bench: SignInBench, phase: PhaseName): Promise<PhaseSample> {
  const { postmaster, servers, readers, signers, orders } = bench;
  const { port, pid } = servers[phase === 'ungated' ? 'ungated' : 'gated'];
  const isStorm = phase === 'gated' || phase === 'ungated';
  const hasher = phase === 'limit' ? startHasher() : null;
  const others = Object.values(servers).map((server) => server.pid);
  const othersShare = watchOthers({
    postmaster,
    pids: [process.pid, readers.pid, signers.pid, ...(hasher?.pid ? [hasher.pid] : []), ...others],
  });
  const startedAt = performance.now();
  const serverMs = cpuMsOf(pid);
  const postgresMs = familyCpuMs(postmaster);
  const [read, logins] = await Promise.all([
    readers.put({ ...orders.read, port, leadSeconds }),
    isStorm ? signers.put({ ...orders.logins, port, leadSeconds }) : null,
  ]);
  const elapsedMs = performance.now() - startedAt;
  const share = othersShare();
  hasher?.kill('SIGKILL');
  return {
    read,
    logins,
    serverCpus: (cpuMsOf(pid) - serverMs) / elapsedMs,
    postgresCpus: (familyCpuMs(postmaster) - postgresMs) / elapsedMs,
    othersShare: share,
  };
}

const startHasher = (): ChildProcess =>
  spawn(process.execPath, [fileURLToPath(new URL('hasher.ts', import.meta.url))], { stdio: 'ignore' });
