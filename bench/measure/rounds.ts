import type { PreparedRequest } from '../operations/requests.ts';
import { quietly } from './loudness.ts';
import { takeSample, type Processes, type Sample } from './sample.ts';
import { shuffled } from './statistics.ts';

/** One side of a comparison. */
export interface Subject {
  readonly name: string;
  readonly server: { readonly pid: number; readonly port: number };
  readonly requests: readonly PreparedRequest[];
  readonly leastBytes: number;
}

export interface Plan {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly concurrency: number;
}

export interface Comparison {
  readonly key: string;
  readonly title: string;
  readonly subjects: readonly Subject[];
  readonly plan: Plan;
}

/** By subject, one sample for each round. */
export type Samples = ReadonlyMap<string, readonly Sample[]>;

/**
 * Measures every subject once in each round, in an order that changes from round to round. What others disturbed is
 * measured again; in the end it is refused, unless loudness is accepted.
 * @throws MachineIsLoud
 */
export async function runRounds(processes: Processes, comparison: Comparison, acceptsLoud: boolean): Promise<Samples> {
  const { subjects, plan } = comparison;
  const samples = new Map<string, Sample[]>(subjects.map(({ name }) => [name, []]));
  for (const subject of subjects) await sampleOf(processes, subject, { ...plan, seconds: plan.warmUpSeconds });
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const subject of shuffled(subjects)) {
      const sample = await quietly(() => sampleOf(processes, subject, plan), acceptsLoud);
      samples.get(subject.name)?.push(sample);
    }
  }
  return samples;
}

async function sampleOf(processes: Processes, subject: Subject, plan: Plan): Promise<Sample> {
  const { server, requests, leastBytes } = subject;
  const order = { port: server.port, requests, leastBytes, concurrency: plan.concurrency, seconds: plan.seconds };
  try {
    return await takeSample(processes, server.pid, order);
  } catch (error) {
    throw new Error(`${subject.name} answered wrongly. ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
