import type { BenchOptions } from './bench-options.ts';
import { compareDepth, compareGrowth, compareOperation } from './comparisons.ts';
import { startContender, type Contender, type ContenderName } from './contenders/start-contender.ts';
import { startBenchServer, type BenchDatabase, type BenchServer } from './database/bench-server.ts';
import { seed } from './database/seed.ts';
import type { Size } from './database/sizes.ts';
import { startLoad, type Load } from './load/start-load.ts';
import { pinFamily } from './measure/pinning.ts';
import { runRounds, type Comparison, type Samples } from './measure/rounds.ts';
import { judgeReadGoals } from './report/read-goals.ts';
import { reportComparisons, type MeasuredComparison } from './report/report.ts';

/** In the order of the tables. */
const contenderNames: readonly ContenderName[] = ['tenure', 'tenure-open', 'postgraphile', 'limit', 'naive'];
const operations = ['Q0', 'Q1', 'Q2', 'Q3', 'Q4', 'Q5'] as const;

interface Bench {
  readonly options: BenchOptions;
  readonly server: BenchServer;
  readonly load: Load;
}

/** Measures the operations against the contenders, and the product alone where lists and databases grow. */
export async function benchmarkRead(options: BenchOptions): Promise<void> {
  const { scale, say, cleanUp } = options;
  const server = cleanUp.adopt(await startBenchServer(), (each) => each.stop());
  pinFamily(server.postmaster, 1);
  const bench: Bench = { options, server, load: cleanUp.adopt(startLoad(), (each) => each.stop()) };
  say(`Filling the databases: ${scale.size.postings} postings for ${scale.size.personas} personas …`);
  const large = await makeDatabase(server, 'bench', scale.size);
  const small = await makeDatabase(server, 'bench_small', scale.small);
  const measured = [...(await measureOperations(bench, large)), ...(await measureGrowth(bench, large, small))];
  reportComparisons(measured, judgeReadGoals(new Map(measured.map(({ key, samples }) => [key, samples]))), options);
}

async function makeDatabase(server: BenchServer, name: string, size: Size): Promise<BenchDatabase> {
  const database = await server.createDatabase(name);
  await seed(database, size);
  return database;
}

/** All contenders on the large database. All their answers are compared before anything is measured. */
async function measureOperations(bench: Bench, large: BenchDatabase): Promise<readonly MeasuredComparison[]> {
  const { scale, withNaive } = bench.options;
  await using stack = new AsyncDisposableStack();
  const names = contenderNames.filter((name) => name !== 'naive' || withNaive);
  const contenders = await startAll(
    stack,
    names.map((name) => [name, large]),
  );
  const comparisons: Comparison[] = [];
  for (const operation of operations) comparisons.push(await compareOperation(operation, contenders, scale));
  return await measure(bench, contenders, comparisons);
}

/** The product on both databases, each in a process that has done nothing else yet. */
async function measureGrowth(
  bench: Bench,
  large: BenchDatabase,
  small: BenchDatabase,
): Promise<readonly MeasuredComparison[]> {
  const { scale } = bench.options;
  await using stack = new AsyncDisposableStack();
  const [onLarge, onSmall] = await startAll(stack, [
    ['tenure', large],
    ['tenure', small],
  ]);
  if (!onLarge || !onSmall) return [];
  const comparisons = [compareGrowth(onLarge, onSmall, scale), await compareDepth(onLarge, scale)];
  return await measure(bench, [onLarge, onSmall], comparisons);
}

const startAll = (
  stack: AsyncDisposableStack,
  wanted: readonly (readonly [ContenderName, BenchDatabase])[],
): Promise<readonly Contender[]> =>
  Promise.all(
    wanted.map(async ([name, database]) => stack.adopt(await startContender(name, database), (each) => each.stop())),
  );

async function measure(
  { options, server, load }: Bench,
  contenders: readonly Contender[],
  comparisons: readonly Comparison[],
): Promise<readonly MeasuredComparison[]> {
  const processes = { postmaster: server.postmaster, servers: contenders.map(({ pid }) => pid), load };
  const measured: MeasuredComparison[] = [];
  for (const comparison of comparisons) {
    options.say(`Measuring ${comparison.title} …`);
    const samples: Samples = await runRounds(processes, comparison, options.acceptsLoud);
    measured.push({ ...comparison, samples });
  }
  return measured;
}
