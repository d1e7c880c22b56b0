import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { DerivedPosting } from '../../src/job-pool/raw-posting.ts';
import type { BenchOptions } from '../bench-options.ts';
import type { BenchDatabase, BenchServer } from '../database/bench-server.ts';
import { watchOthers, type Disturbed } from '../measure/loudness.ts';
import { familyCpuMs } from '../measure/processes.ts';
import { shuffled } from '../measure/statistics.ts';
import { rawPostings } from '../surfacing/recombined-postings.ts';
import { demoFile } from './demo-postings.ts';
import { addSource, batchAfter, batchSize, fillPool, openSystem, type Filled } from './pool.ts';
import { storerNames, storers, type StorerName } from './storers.ts';

/** What is measured: each way of storing beside the large pool, and the product's own beside the small one too. */
export const laneNames = [...storerNames, 'small'] as const;
export type LaneName = (typeof laneNames)[number];

export interface StoreSample extends Disturbed {
  readonly seconds: number;
  /** Of this process and of PostgreSQL. */
  readonly cpuMs: number;
}

export interface MeasuredStorers {
  readonly filled: Filled;
  /** The most memory that the process ever held, of which the making of postings takes part. */
  readonly peakMb: number;
  /** One for each batch, the same batch at the same place. */
  readonly samples: ReadonlyMap<LaneName, readonly StoreSample[]>;
}

interface Lane {
  readonly name: LaneName;
  readonly storer: StorerName;
  readonly orm: MikroORM;
}

/**
 * Fills a pool, sets a copy of it aside on the way, and stores the same further postings in every way beside it, batch by
 * batch in turn, in an order that chance decides: load that comes and goes touches all of them.
 */
export async function measureStorers(server: BenchServer, options: BenchOptions): Promise<MeasuredStorers> {
  const { scale, say, surfacing, cleanUp } = options;
  const pool = surfacing.postings ?? scale.import.pool;
  const raw = await rawPostings(demoFile);
  say(`Storing ${pool} postings …`);
  const large = await server.createDatabase('bench_pool');
  await addSource(large);
  const first = await fillPool(large, raw, { from: 0, to: pool / 10 });
  const copies = new Map<LaneName, BenchDatabase>([['small', await server.copyDatabase('bench_pool', 'bench_small')]]);
  const rest = await fillPool(large, raw, { from: pool / 10, to: pool });
  const peakMb = process.resourceUsage().maxRSS / 1024;
  for (const name of storerNames)
    copies.set(name, await server.copyDatabase('bench_pool', `bench_${name.replace('-', '_')}`));
  const lanes: Lane[] = [];
  for (const [name, database] of copies) {
    const orm = cleanUp.adopt(await openSystem(database), (each) => each.close());
    lanes.push({ name, storer: name === 'small' ? 'store' : name, orm });
  }
  say(`Storing ${scale.import.batches * batchSize} more in ${lanes.length} ways …`);
  const samples = new Map<LaneName, StoreSample[]>(laneNames.map((name) => [name, []]));
  for (let number = 0; number < scale.import.batches; number += 1) {
    const batch = batchAfter(raw, pool, number);
    for (const lane of shuffled(lanes)) samples.get(lane.name)?.push(await take(lane, batch, server.postmaster));
  }
  return { filled: sum(first, rest), peakMb, samples };
}

async function take({ storer, orm }: Lane, batch: readonly DerivedPosting[], postmaster: number): Promise<StoreSample> {
  const othersShare = watchOthers({ postmaster, pids: [process.pid] });
  const cpu = process.cpuUsage();
  const postgresMs = familyCpuMs(postmaster);
  const startedAt = performance.now();
  await orm.em.fork().transactional((em) => storers[storer](em as EntityManager, batch));
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds,
    cpuMs: (user + system) / 1000 + familyCpuMs(postmaster) - postgresMs,
    othersShare: othersShare(),
  };
}

const sum = (one: Filled, other: Filled): Filled => ({
  postings: one.postings + other.postings,
  storingSeconds: one.storingSeconds + other.storingSeconds,
  seconds: one.seconds + other.seconds,
});
