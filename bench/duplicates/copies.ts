import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { openOrm } from '../../src/database/orm.ts';
import { withClient } from '../../src/database/logins.ts';
import { derivePosting } from '../../src/job-pool/derive-posting.ts';
import type { RawPosting } from '../../src/job-pool/raw-posting.ts';
import { storePostings } from '../../src/job-pool/store-postings.ts';
import { entities } from '../../src/server/entities.ts';
import { startBenchServer, type BenchDatabase } from '../database/bench-server.ts';
import { seededId } from '../database/ids.ts';
import { demoFile } from '../import/demo-postings.ts';
import type { Measured } from '../matching/measured.ts';
import { atLeast } from '../report/goals.ts';
import { rawPostings } from '../surfacing/recombined-postings.ts';
import { copyOf, textChanges, type Copy } from './copied-postings.ts';
import { readLabels, readPostings } from './read-data.ts';

const copiesInAll = 1_000;
const seenAt = new Date('2026-01-05T06:00:00Z');
const sourceIds = [0, 1, 2].map((number) => seededId('source', number));

interface Outcome extends Copy {
  readonly originalId: string;
  /** The posting that it was taken for, by its own board's id; null for a new one. */
  readonly takenFor: string | null;
}

/** Stores real postings as one source, then copies of them as two others, and looks what became of each. */
export async function measureCopies(cleanUp: AsyncDisposableStack): Promise<Measured> {
  const server = cleanUp.adopt(await startBenchServer(), (each) => each.stop());
  const database = await server.createDatabase('bench_duplicates');
  const orm = cleanUp.adopt(await openOrm({ url: database.urls.system, entities, poolSize: 2 }), (each) =>
    each.close(),
  );
  await addSources(database);
  const originals = [...new Map([...(await rawPostings(demoFile)), ...readPostings().values()].map(byId)).values()];
  const copies = Array.from({ length: copiesInAll }, (_, number) => {
    const original = originals[number % originals.length] as RawPosting;
    return {
      ...copyOf(original, number),
      originalId: original.externalId,
      round: Math.floor(number / originals.length),
    };
  });
  await store(orm, sourceIds[0], originals);
  for (const [round, same] of Map.groupBy(copies, (each) => each.round))
    await store(
      orm,
      sourceIds[round + 1],
      same.map(({ raw }) => raw),
    );
  const takenFor = await sightingsOf(database);
  return report(copies.map((each) => ({ ...each, takenFor: takenFor.get(each.raw.externalId) ?? null })));
}

const byId = (raw: RawPosting): readonly [string, RawPosting] => [raw.externalId, raw];

const addSources = ({ adminUrl }: BenchDatabase): Promise<void> =>
  withClient(adminUrl, async (client) => {
    for (const [index, id] of sourceIds.entries())
      await client.query(
        `insert into job_sources (id, source_name, source_type, description, is_active, display_order, created_at, updated_at)
         values ($1, $2, 'API', '', true, 0, now(), now())`,
        [id, `Source ${index}`],
      );
  });

const store = (orm: MikroORM, sourceId = '', postings: readonly RawPosting[]): Promise<unknown> =>
  orm.em
    .fork()
    .transactional((em) => storePostings(em as EntityManager, { sourceId, seenAt }, postings.map(derivePosting)));

async function sightingsOf({ adminUrl }: BenchDatabase): Promise<ReadonlyMap<string, string>> {
  let found: readonly { readonly copy: string; readonly original: string }[] = [];
  await withClient(adminUrl, async (client) => {
    const answer = await client.query(
      `select s.external_id as copy, p.external_id as original from posting_sightings s
       join job_postings p on p.id = s.job_posting_id where s.evidence is not null`,
    );
    found = answer.rows as typeof found;
  });
  return new Map(found.map(({ copy, original }) => [copy, original]));
}

function report(outcomes: readonly Outcome[]): Measured {
  // One that reading cannot tell from its original is as right.
  const same = new Set(readLabels().flatMap(({ ids: [a, b], isSame }) => (isSame ? [`${a} ${b}`, `${b} ${a}`] : [])));
  const isRight = ({ originalId, takenFor }: Outcome): boolean =>
    takenFor === originalId || same.has(`${originalId} ${takenFor}`);
  const lines = textChanges.map((change) => [change, outcomes.filter((each) => each.change === change)] as const);
  const figures = (all: readonly Outcome[]) => {
    const [merged, right] = [all.filter(({ takenFor }) => takenFor !== null).length, all.filter(isRight).length];
    return { merged, right, precision: (100 * right) / merged, recall: (100 * right) / all.length };
  };
  const row = (name: string, all: readonly Outcome[]): string => {
    const { merged, right, precision, recall } = figures(all);
    return `| ${name} | ${all.length} | ${merged} | ${right} | ${precision.toFixed(2)} | ${recall.toFixed(2)} |`;
  };
  const byText = outcomes.filter(({ linksToBoard }) => !linksToBoard);
  const { precision, recall } = figures(outcomes);
  return {
    blocks: [
      `### ${outcomes.length} copies of real postings, as two other sources pass them on`,
      [
        '| text | copies | merged | rightly | precision, % | recall, % |',
        '|---|---:|---:|---:|---:|---:|',
        ...lines.map(([name, all]) => row(name, all)),
        row('all that do not link to the board', byText),
        row('all', outcomes),
      ].join('\n'),
    ],
    goals: [atLeast('copies', 'precision, %,', [precision, 99.5]), atLeast('copies', 'recall, %,', [recall, 95])],
  };
}
