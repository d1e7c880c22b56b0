import { openOrm } from '../src/database/orm.ts';
import { entities } from '../src/server/entities.ts';
import type { BenchOptions } from './bench-options.ts';
import { startBenchServer } from './database/bench-server.ts';
import { measureClosing } from './lifecycle/closing.ts';
import { readCandidates, readSnapshots } from './lifecycle/read-data.ts';
import { replay } from './lifecycle/replay.ts';
import { measureReposts } from './lifecycle/reposts.ts';
import { goalTable } from './report/goals.ts';
import { print } from './report/report.ts';

/** Replays what boards showed on 22 days, and judges what became of each posting; fails where one went wrong. */
export async function benchmarkLifecycle({ say, cleanUp }: BenchOptions): Promise<void> {
  const server = cleanUp.adopt(await startBenchServer(), (each) => each.stop());
  const database = await server.createDatabase('bench_lifecycle');
  const orm = cleanUp.adopt(await openOrm({ url: database.urls.system, entities, poolSize: 2 }), (each) =>
    each.close(),
  );
  const snapshots = readSnapshots();
  const replayed = await replay(snapshots, { database, orm, say });
  const parts = [measureClosing(snapshots, replayed), measureReposts(snapshots, replayed, readCandidates())];
  const goals = parts.flatMap((part) => part.goals);
  print([...parts.flatMap(({ blocks }) => blocks), '### Goals', goalTable(goals)]);
  if (goals.some(({ isMet }) => !isMet)) process.exitCode = 1;
}
