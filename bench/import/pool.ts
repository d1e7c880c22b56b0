import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { withClient } from '../../src/database/logins.ts';
import { openOrm } from '../../src/database/orm.ts';
import type { DerivedPosting, RawPosting } from '../../src/job-pool/raw-posting.ts';
import { storePostings } from '../../src/job-pool/store-postings.ts';
import { entities } from '../../src/server/entities.ts';
import type { BenchDatabase } from '../database/bench-server.ts';
import { seededId } from '../database/ids.ts';
import { recombined } from '../surfacing/recombined-postings.ts';

const sourceId = seededId('source', 1);
const dayMs = 24 * 60 * 60 * 1000;
const now = new Date();

/** The sweep that is measured, and one long enough before it that its postings may have been posted again since. */
export const sweep = { sourceId, seenAt: now };
const earlierSweep = { sourceId, seenAt: new Date(now.getTime() - 40 * dayMs) };

/** As many postings as an import hands to its store at once. */
export const batchSize = 500;

export const openSystem = ({ urls }: BenchDatabase): Promise<MikroORM> =>
  openOrm({ url: urls.system, entities, poolSize: 2 });

export const addSource = ({ adminUrl }: BenchDatabase): Promise<void> =>
  withClient(adminUrl, async (client) => {
    await client.query(
      `insert into job_sources (id, source_name, source_type, description, is_active, display_order, created_at, updated_at)
       values ($1, 'Ashby', 'API', 'Public job boards', true, 0, now(), now())`,
      [sourceId],
    );
  });

export interface Filled {
  readonly postings: number;
  /** Of storing them, and of making them too. */
  readonly storingSeconds: number;
  readonly seconds: number;
}

/** Stores the postings of these numbers as an earlier sweep. */
export async function fillPool(
  database: BenchDatabase,
  raw: readonly RawPosting[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Filled> {
  const orm = await openSystem(database);
  const startedAt = performance.now();
  let storingMs = 0;
  try {
    for (let at = from; at < to; at += batchSize) {
      const batch = recombined(raw, at, Math.min(batchSize, to - at));
      const storedFrom = performance.now();
      await orm.em.fork().transactional((em) => storePostings(em as EntityManager, earlierSweep, batch));
      storingMs += performance.now() - storedFrom;
    }
  } finally {
    await orm.close();
  }
  await withClient(database.adminUrl, async (client) => {
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
  });
  return {
    postings: to - from,
    storingSeconds: storingMs / 1000,
    seconds: (performance.now() - startedAt) / 1000,
  };
}

/**
 * A batch that comes after a pool of this size, of which every tenth posting is one of the pool's first posted again, so
 * that looking for duplicates finds some and judges their texts.
 */
export function batchAfter(raw: readonly RawPosting[], pool: number, batch: number): readonly DerivedPosting[] {
  const first = batch * batchSize;
  const earlier = recombined(raw, first, batchSize);
  return recombined(raw, pool + first, batchSize).map((posting, index) => {
    const again = index % 10 === 9 ? earlier[index] : undefined;
    return again ? { ...again, externalId: `again-${again.externalId}` } : posting;
  });
}
