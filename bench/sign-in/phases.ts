import type { LoadOrder, LoadResult } from '../load/load-messages.ts';
import type { Load } from '../load/start-load.ts';
import { quietly, watchOthers, type Disturbed } from '../measure/loudness.ts';
import { cpuMsOf, familyCpuMs } from '../measure/processes.ts';
import { shuffled } from '../measure/statistics.ts';
import type { HashOrder } from './hash-messages.ts';
import type { Hashing } from './start-hashing.ts';

const phaseNames = ['quiet', 'logins', 'hashing'] as const;
/** Reading alone; reading while others sign in; hashing with nothing beside it. */
type PhaseName = (typeof phaseNames)[number];

export interface PhaseSample extends Disturbed {
  readonly read?: LoadResult;
  readonly logins?: LoadResult;
  readonly hashesPerSecond?: number;
  /** CPUs that the server kept busy, and PostgreSQL with all its processes. */
  readonly serverCpus: number;
  readonly postgresCpus: number;
}

/** By phase, one sample for each round. */
export type PhaseSamples = Readonly<Record<PhaseName, readonly PhaseSample[]>>;

export interface SignInBench {
  readonly postmaster: number;
  readonly server: number;
  /** Two generators, so that neither waits for the other. */
  readonly readers: Load;
  readonly signers: Load;
  readonly hashing: Hashing;
  readonly orders: { readonly read: LoadOrder; readonly logins: LoadOrder; readonly hash: HashOrder };
}

/** Takes each phase once in each round, in an order that chance decides. @throws MachineIsLoud */
export async function runPhases(bench: SignInBench, rounds: number, acceptsLoud: boolean): Promise<PhaseSamples> {
  const samples: Record<PhaseName, PhaseSample[]> = { quiet: [], logins: [], hashing: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const phase of shuffled(phaseNames))
      samples[phase].push(await quietly(() => takePhase(bench, phase), acceptsLoud));
  }
  return samples;
}

/** All clients sign in at once; after this their logins are at different stages. */
const leadSeconds = 2;

type Figures = Pick<PhaseSample, 'read' | 'logins' | 'hashesPerSecond'>;

const phases: Readonly<Record<PhaseName, (bench: SignInBench) => Promise<Figures>>> = {
  quiet: async ({ readers, orders }) => ({ read: await readers.put(orders.read) }),
  logins: async ({ readers, signers, orders }) => {
    const [read, logins] = await Promise.all([
      readers.put({ ...orders.read, leadSeconds }),
      signers.put({ ...orders.logins, leadSeconds }),
    ]);
    return { read, logins };
  },
  hashing: async ({ hashing, orders }) => ({ hashesPerSecond: (await hashing.run(orders.hash)).perSecond }),
};

async function takePhase(bench: SignInBench, phase: PhaseName): Promise<PhaseSample> {
  const { postmaster, server, readers, signers, hashing } = bench;
  const othersShare = watchOthers({ postmaster, pids: [process.pid, server, readers.pid, signers.pid, hashing.pid] });
  const startedAt = performance.now();
  const serverMs = cpuMsOf(server);
  const postgresMs = familyCpuMs(postmaster);
  const figures = await phases[phase](bench);
  const elapsedMs = performance.now() - startedAt;
  return {
    ...figures,
    serverCpus: (cpuMsOf(server) - serverMs) / elapsedMs,
    postgresCpus: (familyCpuMs(postmaster) - postgresMs) / elapsedMs,
    othersShare: othersShare(),
  };
}
