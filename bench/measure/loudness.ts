import { cpuMsOf, familyCpuMs, machineCpu } from './processes.ts';

/** Processes whose use of the CPU is the benchmark's own; of the postmaster, that of its children too. */
export interface OwnProcesses {
  readonly postmaster: number;
  readonly pids: readonly number[];
}

/** The share of the CPU up to which other processes are taken for the machine's own hum. */
const mostOthersShare = 0.1;
const attempts = 3;

/** Says that other processes took so much of the CPU that the figures would be about them. */
export class MachineIsLoud extends Error {}

/** Something measured while others may have used the machine. */
export interface Disturbed {
  /** Share of the machine's CPU that went to processes that are not ours, 0 to 1. */
  readonly othersShare: number;
}

export const isLoud = ({ othersShare }: Disturbed): boolean => othersShare > mostOthersShare;

/** Starts to watch; the function it gives back tells the share that others took since. */
export function watchOthers(own: OwnProcesses): () => number {
  const before = clock(own);
  return () => {
    const after = clock(own);
    const taken = after.takenMs - before.takenMs - (after.ownMs - before.ownMs);
    return Math.max(0, taken) / (after.totalMs - before.totalMs);
  };
}

const clock = ({ postmaster, pids }: OwnProcesses) => ({
  ownMs: pids.reduce((sum, pid) => sum + cpuMsOf(pid), familyCpuMs(postmaster)),
  ...machineCpu(),
});

/**
 * Measures again what others disturbed, and gives up where they go on, unless loudness is accepted.
 * @throws MachineIsLoud
 */
export async function quietly<T extends Disturbed>(take: () => Promise<T>, acceptsLoud: boolean): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const taken = await take();
    if (acceptsLoud || !isLoud(taken)) return taken;
    if (attempt === attempts)
      throw new MachineIsLoud(
        `Other processes took ${Math.round(taken.othersShare * 100)} % of the CPU, the last of ${attempts} times: nothing is reported. Stop them, or report with a note: --loud.`,
      );
  }
}
