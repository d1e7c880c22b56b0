import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { openOrm } from '../src/database/orm.ts';
import { storePostings } from '../src/job-pool/store-postings.ts';
import { readMatchers } from '../src/scoring/read-inputs.ts';
import { readPostings } from '../src/scoring/read-postings.ts';
import { entities } from '../src/server/entities.ts';
import type { BenchOptions } from './bench-options.ts';
import { startBenchServer, type BenchDatabase } from './database/bench-server.ts';
import { seededId } from './database/ids.ts';
import { demoFile } from './import/demo-postings.ts';
import { residentMb } from './measure/processes.ts';
import { signingSecret } from './operations/tenants.ts';
import { print } from './report/report.ts';
import { rawPostings, recombined } from './surfacing/recombined-postings.ts';
import { addSearchers } from './surfacing/searchers.ts';

const script = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const postingsAtATime = 500;

/** Surfaces a pool to many personas by two processes, one of which is killed on the way, and counts what is missing. */
export async function benchmarkSurfacing({ scale, say, cleanUp }: BenchOptions): Promise<void> {
  const { postings, personas, sample } = scale.surfacing;
  const server = cleanUp.adopt(await startBenchServer(), (each) => each.stop());
  const database = await server.createDatabase('bench_surfacing');
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  cleanUp.defer(() => admin.end());
  say(`Making ${postings} postings and ${personas} personas …`);
  await fill(database, { admin, postings, personas });
  const workers = [startWorker(database), startWorker(database)];
  cleanUp.defer(() => workers.forEach((each) => each.kill('SIGKILL')));
  const startedAt = performance.now();
  const memory = await workOff(admin, workers, { database, say });
  const seconds = (performance.now() - startedAt) / 1000;
  workers.forEach((each) => each.kill('SIGTERM'));
  await Promise.all(workers.map((each) => each.exitCode === null && once(each, 'close')));
  const orm = cleanUp.adopt(await openOrm({ url: database.urls.system, entities, poolSize: 2 }), (each) =>
    each.close(),
  );
  const [{ links, twice } = { links: 0, twice: 0 }] = (
    await admin.query<{ links: number; twice: number }>(
      'select count(*)::int as links, (count(*) filter (where version > 1))::int as twice from persona_jobs',
    )
  ).rows;
  const skipped = await countSkipped(admin, orm, sample);
  print([
    `### ${postings} postings × ${personas} personas, two processes, one killed on the way`,
    [
      '| | |',
      '| --- | ---: |',
      `| seconds | ${seconds.toFixed(0)} |`,
      `| pairs a second | ${Math.round((postings * personas) / seconds)} |`,
      `| links | ${links} |`,
      `| links written twice | ${twice} |`,
      `| skipped or left over, of ${sample} personas × all postings | ${skipped} |`,
      `| memory of a process, MB, every tenth of the way | ${memory.join(' ')} |`,
    ].join('\n'),
  ]);
}

interface Filling {
  readonly admin: Client;
  readonly postings: number;
  readonly personas: number;
}

async function fill(database: BenchDatabase, { admin, postings, personas }: Filling): Promise<void> {
  const raw = await rawPostings(demoFile);
  const sourceId = seededId('source', 1);
  await admin.query(
    `insert into job_sources (id, source_name, source_type, description, is_active, display_order, created_at, updated_at)
     values ($1, 'Ashby', 'API', 'Public job boards', true, 0, now(), now())`,
    [sourceId],
  );
  const orm = await openOrm({ url: database.adminUrl, entities, poolSize: 2 });
  try {
    await addSearchers(orm, recombined(raw, 0, Math.min(postings, 2_000)), personas);
    for (let at = 0; at < postings; at += postingsAtATime) {
      const batch = recombined(raw, at, Math.min(postingsAtATime, postings - at));
      await orm.em.fork().transactional(async (em) => {
        await storePostings(em as EntityManager, { sourceId, seenAt: new Date() }, batch);
      });
    }
  } finally {
    await orm.close();
  }
  await admin.query('analyze');
}

function startWorker({ urls }: BenchDatabase): ChildProcess {
  const secrets = `${signingSecret.kid}:${signingSecret.secret}`;
  const environment = {
    DATABASE_URL: urls.app,
    DATABASE_IDENTITY_URL: urls.identity,
    DATABASE_STAFF_URL: urls.staff,
    DATABASE_SYSTEM_URL: urls.system,
    JWT_SECRETS: secrets,
    ENCRYPTION_KEYS: secrets,
    PORT: '0',
    DEMO: '0',
    LOG_LEVEL: 'error',
    SURFACING_POSTINGS: '200',
    SURFACING_UNLINKED: '1000',
    PATH: '/usr/local/bin:/usr/bin:/bin',
  };
  return spawn(process.execPath, [script], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
}

interface Working {
  readonly database: BenchDatabase;
  readonly say: (line: string) => void;
}

/** Waits until nothing is left; kills the second process once links are there, and starts another. @returns memory over time */
async function workOff(admin: Client, workers: ChildProcess[], { database, say }: Working): Promise<readonly number[]> {
  const memory: number[] = [];
  let isKilled = false;
  for (let left = 1; left > 0 || !isKilled;) {
    await wait(500);
    const progress = await progressOf(admin);
    left = progress.left;
    memory.push(Math.round(residentMb(Number(workers[0]?.pid))));
    if (isKilled || !progress.hasLinks) continue;
    say('Killing one of two processes …');
    workers[1]?.kill('SIGKILL');
    workers[1] = startWorker(database);
    isKilled = true;
  }
  const step = Math.max(1, Math.floor(memory.length / 10));
  return memory.filter((_, at) => at % step === 0);
}

async function progressOf(admin: Client): Promise<{ readonly left: number; readonly hasLinks: boolean }> {
  const { rows } = await admin.query<{ left: number; hasLinks: boolean }>(
    `select ((select count(*) from outbox_messages) + (select count(*) from tenure_queue.job_common)
       + (select count(*) from job_postings where is_active and surfaced_hash is distinct from derived_hash))::int as left,
       exists (select from persona_jobs) as "hasLinks"`,
  );
  return rows[0] ?? { left: 1, hasLinks: false };
}

/** Scores every pair of a sample one by one. @returns in how many the links differ from that */
async function countSkipped(admin: Client, orm: MikroORM, sample: number): Promise<number> {
  const idsOf = async (sql: string, values: readonly unknown[] = []): Promise<string[]> =>
    (await admin.query<{ id: string }>(sql, [...values])).rows.map(({ id }) => id);
  const personas = await idsOf('select id from personas order by md5(id::text) limit $1', [sample]);
  const matchers = await readMatchers(orm.em.fork() as EntityManager, personas);
  const linked = new Set(
    await idsOf(
      `select persona_id || ' ' || job_posting_id as id from persona_jobs where persona_id = any($1) and not is_filtered`,
      [personas],
    ),
  );
  let missing = 0;
  const ids = await idsOf('select id from job_postings');
  for (let at = 0; at < ids.length; at += postingsAtATime) {
    const postings = await readPostings(orm.em.fork() as EntityManager, ids.slice(at, at + postingsAtATime));
    missing += matchers
      .flatMap((matcher) => postings.map((posting) => [matcher, posting] as const))
      .filter(([{ persona, match }, posting]) => {
        const { fitScore } = match(posting);
        const isDue = fitScore !== null && fitScore >= persona.minimumFitThreshold;
        return isDue !== linked.delete(`${persona.id} ${posting.id}`);
      }).length;
  }
  return missing + linked.size;
}
