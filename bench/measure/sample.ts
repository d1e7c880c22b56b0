import type { LoadOrder } from '../load/load-messages.ts';
import type { Load } from '../load/start-load.ts';
import { watchOthers, type Disturbed } from './loudness.ts';
import { cpuMsOf, familyCpuMs, residentMb } from './processes.ts';

/** What one stretch of load came to. CPU in microseconds for each request. */
export interface Sample extends Disturbed {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly nodeUs: number;
  readonly postgresUs: number;
  readonly residentMb: number;
}

/** The processes of a benchmark: those that measurements tell apart, and all servers, whose CPU is its own too. */
export interface Processes {
  readonly postmaster: number;
  readonly servers: readonly number[];
  readonly load: Load;
}

/** Puts load on a server and reads the clocks before and after. */
export async function takeSample(processes: Processes, server: number, order: LoadOrder): Promise<Sample> {
  const { postmaster, servers, load } = processes;
  const othersShare = watchOthers({ postmaster, pids: [process.pid, load.pid, ...servers] });
  const nodeMs = cpuMsOf(server);
  const postgresMs = familyCpuMs(postmaster);
  const { requests, seconds, p50Ms, p99Ms } = await load.put(order);
  const perRequestUs = (ms: number): number => (ms * 1000) / requests;
  return {
    requestsPerSecond: requests / seconds,
    p50Ms,
    p99Ms,
    nodeUs: perRequestUs(cpuMsOf(server) - nodeMs),
    postgresUs: perRequestUs(familyCpuMs(postmaster) - postgresMs),
    residentMb: residentMb(server),
    othersShare: othersShare(),
  };
}
