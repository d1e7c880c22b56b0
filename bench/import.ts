import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { openOrm } from '../src/database/orm.ts';
import type { DerivedPosting } from '../src/job-pool/raw-posting.ts';
import { entities } from '../src/server/entities.ts';
import type { BenchOptions } from './bench-options.ts';
import { startBenchServer, type BenchServer } from './database/bench-server.ts';
import { demoFile, derivedPostings, multiplied } from './import/demo-postings.ts';
import { runImport } from './import/import-command.ts';
import { fillPool, resetPool } from './import/pool.ts';
import { storerNames, storers, type StorerName, type StoreSample } from './import/storers.ts';
import { quietly, watchOthers } from './measure/loudness.ts';
import { shuffled } from './measure/statistics.ts';
import { reportImport } from './report/report-import.ts';

/** As many postings as an import hands to its store at once. */
const batchSize = 500;

/** Measures storing postings against the ORM's own way, and an import as it is run. */
export async function benchmarkImport(options: BenchOptions): Promise<void> {
  const { scale, cleanUp, say } = options;
  const server = cleanUp.adopt(await startBenchServer(), (each) => each.stop());
  const file = options.importFile ?? demoFile;
  const rates: number[] = [];
  for (let round = 1; round <= scale.import.rounds; round += 1) {
    say(`Importing ${file}, round ${round} of ${scale.import.rounds} …`);
    rates.push(await runImport(file, await server.createDatabase(`bench_import_${round}`)));
  }
  reportImport({ file, rates, stored: await measureStorers(server, options) }, scale, say);
}

async function measureStorers(
  server: BenchServer,
  { scale, cleanUp, say, acceptsLoud }: BenchOptions,
): Promise<ReadonlyMap<StorerName, readonly StoreSample[]>> {
  const { postings, rounds } = scale.import;
  const database = await server.createDatabase('bench_store');
  const orm = cleanUp.adopt(await openOrm({ url: database.urls.system, entities, poolSize: 2 }), (each) =>
    each.close(),
  );
  const demo = await derivedPostings(demoFile);
  await fillPool(database, orm, { demo, count: postings });
  const batches = batchesOf(multiplied(demo, postings));
  const samples = new Map<StorerName, StoreSample[]>(storerNames.map((name) => [name, []]));
  const take = async (name: StorerName): Promise<StoreSample> => {
    await resetPool(database);
    const othersShare = watchOthers({ postmaster: server.postmaster, pids: [process.pid] });
    const startedAt = performance.now();
    await store(name, orm, batches);
    const seconds = (performance.now() - startedAt) / 1000;
    return { postingsPerSecond: postings / seconds, othersShare: othersShare() };
  };
  for (let round = 1; round <= rounds; round += 1) {
    say(`Storing ${postings} postings in ${storerNames.length} ways, round ${round} of ${rounds} …`);
    for (const name of shuffled(storerNames)) samples.get(name)?.push(await quietly(() => take(name), acceptsLoud));
  }
  return samples;
}

/** In one transaction, as an import does. */
const store = (name: StorerName, orm: MikroORM, batches: readonly (readonly DerivedPosting[])[]): Promise<void> =>
  orm.em.fork().transactional(async (em) => {
    for (const batch of batches) {
      await storers[name](em as EntityManager, batch);
      // The rows that upsertMany leaves in the unit of work would slow it down from batch to batch.
      em.clear();
    }
  });

const batchesOf = (postings: readonly DerivedPosting[]): readonly (readonly DerivedPosting[])[] =>
  Array.from({ length: Math.ceil(postings.length / batchSize) }, (_, index) =>
    postings.slice(index * batchSize, (index + 1) * batchSize),
  );
