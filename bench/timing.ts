import type { BenchOptions } from './bench-options.ts';
import { startContender } from './contenders/start-contender.ts';
import { startBenchServer, type BenchServer } from './database/bench-server.ts';
import { seed } from './database/seed.ts';
import { quietly, watchOthers } from './measure/loudness.ts';
import { pinFamily } from './measure/pinning.ts';
import { reportTiming, type MeasuredDoor } from './report/report-timing.ts';
import { accountCount, seedPasskeys, seedPasswords } from './sign-in/accounts.ts';
import { doors, type Door } from './timing/doors.ts';
import { knock, type House } from './timing/knock.ts';

/** Measures whether the time of an answer tells that an address has an account, or that the pool has a posting. */
export async function benchmarkTiming(options: BenchOptions): Promise<void> {
  const { scale, say, cleanUp } = options;
  const server = cleanUp.adopt(await startBenchServer(), (each) => each.stop());
  pinFamily(server.postmaster, 1);
  // It sends the requests itself, from beside the database.
  pinFamily(process.pid, 1);
  say('Filling the database …');
  const database = await server.createDatabase('bench');
  await seed(database, scale.small);
  await seedPasswords(database, scale.small);
  await seedPasskeys(database, scale.small);
  const product = cleanUp.adopt(await startContender('tenure', database), (each) => each.stop());
  const house = { pid: product.pid, port: product.port, accounts: accountCount(scale.small), size: scale.small };
  const measured: MeasuredDoor[] = [];
  for (const door of doors) measured.push(await measure(door, { house, server, options }));
  reportTiming(measured, options);
}

interface Place {
  readonly house: House & { readonly pid: number };
  readonly server: BenchServer;
  readonly options: BenchOptions;
}

function measure(door: Door, { house, server, options }: Place): Promise<MeasuredDoor> {
  const { scale, say, acceptsLoud } = options;
  say(`Knocking at ${door.name}, ${scale.timing.kept} pairs …`);
  const own = { postmaster: server.postmaster, pids: [process.pid, house.pid] };
  return quietly(async () => {
    const othersShare = watchOthers(own);
    const times = await knock(house, door, scale.timing);
    return { name: door.name, title: door.title, ...times, othersShare: othersShare() };
  }, acceptsLoud);
}
