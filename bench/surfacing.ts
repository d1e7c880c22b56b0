import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { openOrm } from '../src/database/orm.ts';
import { entities } from '../src/server/entities.ts';
import type { BenchOptions } from './bench-options.ts';
import { startBenchServer, type BenchDatabase } from './database/bench-server.ts';
import { familyCpuMs } from './measure/processes.ts';
import { median } from './measure/statistics.ts';
import { print } from './report/report.ts';
import type { SurfacingSize } from './scales.ts';
import { fillPool } from './surfacing/fill-pool.ts';
import { countCandidates, countSkipped } from './surfacing/references.ts';
import { startSurfacer, type Surfacer } from './surfacing/surfacers.ts';

/** Surfaces a pool to many personas by two processes, one of which is killed on the way, and counts what is missing. */
export async function benchmarkSurfacing({ scale, surfacing, say, cleanUp }: BenchOptions): Promise<void> {
  const size = { ...scale.surfacing, ...surfacing };
  const server = cleanUp.adopt(await startBenchServer(), (each) => each.stop());
  const database = await server.createDatabase('bench_surfacing');
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  cleanUp.defer(() => admin.end());
  say(`Making ${size.postings} postings and ${size.personas} personas …`);
  const making = performance.now();
  await fillPool(database, admin, size);
  say(`Made in ${secondsSince(making).toFixed(0)} seconds.`);
  await measure(database, admin, { size, postmaster: server.postmaster, say, cleanUp });
}

interface Measuring extends Pick<BenchOptions, 'say' | 'cleanUp'> {
  readonly size: SurfacingSize;
  readonly postmaster: number;
}

async function measure(database: BenchDatabase, admin: Client, measuring: Measuring): Promise<void> {
  const { size, postmaster, say, cleanUp } = measuring;
  const postgresBefore = familyCpuMs(postmaster);
  const worked = await workOff(database, admin, { say, cleanUp });
  const postgresMs = familyCpuMs(postmaster) - postgresBefore;
  const links = await linksIn(admin);
  const candidates = await countCandidates(admin);
  say(`Holding ${size.sample} personas against all postings, one by one …`);
  const orm = cleanUp.adopt(await openOrm({ url: database.urls.system, entities, poolSize: 2 }), (each) =>
    each.close(),
  );
  const skipped = await countSkipped(admin, orm, size.sample);
  report(size, { ...worked, ...links, postgresMs, candidates, skipped });
}

interface Links {
  readonly links: number;
  /** Links that were written more than once. */
  readonly twice: number;
}

async function linksIn(admin: Client): Promise<Links> {
  const { rows } = await admin.query<Links>(
    'select count(*)::int as links, (count(*) filter (where version > 1))::int as twice from persona_jobs',
  );
  return rows[0] ?? { links: 0, twice: 0 };
}

interface Worked {
  readonly seconds: number;
  /** Pairs that were looked at. */
  readonly pairs: number;
  /** CPU time of all processes of the product. */
  readonly nodeMs: number;
  /** Links there were each time a process was killed. */
  readonly kills: readonly number[];
  /** Memory of the process that is never killed, in MB, every second. */
  readonly memory: readonly number[];
}

/** Shares of the postings that were handed on when the second process is killed, and another started. */
const killAt = [0, 0.5];

/** Waits until nothing is left, and kills one of two processes again and again. */
async function workOff(
  database: BenchDatabase,
  admin: Client,
  { say, cleanUp }: Pick<BenchOptions, 'say' | 'cleanUp'>,
): Promise<Worked> {
  const steady = await startSurfacer(database);
  const others = [await startSurfacer(database)];
  const all = (): readonly Surfacer[] => [steady, ...others];
  cleanUp.defer(async () => void (await Promise.all(all().map((each) => each.stop('SIGKILL')))));
  const startedAt = performance.now();
  const [memory, kills]: [number[], number[]] = [[], []];
  let [pairs, nodeMs] = [0, 0];
  for (let isLeft = true; isLeft || kills.length < killAt.length;) {
    await wait(1_000);
    const progress = await progressOf(admin);
    isLeft = progress.isLeft;
    pairs = (await Promise.all(all().map((each) => each.pairs()))).reduce((sum, each) => sum + each, 0);
    memory.push(steady.residentMb());
    nodeMs = all().reduce((sum, each) => sum + each.cpuMs(), 0);
    if (!progress.hasLinks || progress.handedOn < (killAt[kills.length] ?? Infinity)) continue;
    say(`Killing one of two processes after ${secondsSince(startedAt).toFixed(0)} seconds …`);
    kills.push((await linksIn(admin)).links);
    await others.at(-1)?.stop('SIGKILL');
    others.push(await startSurfacer(database));
  }
  const seconds = secondsSince(startedAt);
  await Promise.all(all().map((each) => each.stop('SIGTERM')));
  return { seconds, pairs, nodeMs, kills, memory };
}

interface Progress {
  readonly isLeft: boolean;
  /** Share of the postings. */
  readonly handedOn: number;
  readonly hasLinks: boolean;
}

async function progressOf(admin: Client): Promise<Progress> {
  const { rows } = await admin.query<Progress>(
    `select exists (select from outbox_messages) or exists (select from tenure_queue.job_common) or left_over > 0 as "isLeft",
       1 - left_over / greatest(1, (select count(*) from job_postings)) as "handedOn",
       exists (select from persona_jobs) as "hasLinks"
     from (select count(*)::float as left_over from job_postings
       where is_active and surfaced_hash is distinct from derived_hash) unsurfaced`,
  );
  return rows[0] ?? { isLeft: true, handedOn: 0, hasLinks: false };
}

interface Measured extends Worked, Links {
  readonly candidates: number;
  readonly skipped: number;
  /** CPU time of PostgreSQL with all its processes. */
  readonly postgresMs: number;
}

const secondsSince = (moment: number): number => (performance.now() - moment) / 1000;

function report({ postings, personas, sample }: SurfacingSize, measured: Measured): void {
  const { seconds, pairs, nodeMs, postgresMs, candidates, links, twice, skipped, kills, memory } = measured;
  const perSecond = (count: number): string => whole(count / seconds);
  const part = Math.ceil(memory.length / 3);
  const rows: readonly (readonly [string, string])[] = [
    ['seconds', whole(seconds)],
    ['CPU seconds of node, of PostgreSQL', `${whole(nodeMs / 1000)}, ${whole(postgresMs / 1000)}`],
    ['personas × postings a second', perSecond(personas * postings)],
    ['candidates: pairs that share enough skills', whole(candidates)],
    ['pairs looked at, a second', `${whole(pairs)}, ${perSecond(pairs)}`],
    ['postings a second', perSecond(postings)],
    ['links, a second', `${whole(links)}, ${perSecond(links)}`],
    ['links there were when a process was killed', kills.map(whole).join(', ')],
    ['links written twice', whole(twice)],
    [`skipped or left over, of ${sample} personas × all postings`, whole(skipped)],
    ['memory of a process in MB, median of the first third', whole(median(memory.slice(0, part)))],
    ['of the last third', whole(median(memory.slice(-part)))],
    ['at its highest', whole(Math.max(...memory))],
  ];
  print([
    `### ${whole(postings)} postings × ${whole(personas)} personas, two processes, one killed twice on the way`,
    ['| | |', '| --- | ---: |', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n'),
  ]);
}

const whole = (count: number): string => Math.round(count).toLocaleString('en');
