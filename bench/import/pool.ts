import type { MikroORM } from '@mikro-orm/postgresql';
import { withClient } from '../../src/database/logins.ts';
import { storePostings } from '../../src/job-pool/store-postings.ts';
import type { DerivedPosting } from '../../src/job-pool/raw-posting.ts';
import type { BenchDatabase } from '../database/bench-server.ts';
import { seededId } from '../database/ids.ts';
import { multiplied } from './demo-postings.ts';

const sourceId = seededId('source', 1);
const dayMs = 24 * 60 * 60 * 1000;
const now = new Date();

/** The sweep that is measured, and one long enough before it that its postings may have been posted again since. */
export const sweep = { sourceId, seenAt: now };
const earlierSweep = { sourceId, seenAt: new Date(now.getTime() - 40 * dayMs) };

/** Copies from here on are of companies that the measured sweep does not have. */
const otherCompanies = 1_000;

/**
 * Fills the pool with an earlier sweep: as many postings as will be stored, of which every tenth is the same requisition
 * as one of those, so that looking for duplicates finds some and judges their texts.
 */
export async function fillPool(
  { adminUrl }: BenchDatabase,
  orm: MikroORM,
  { demo, count }: { readonly demo: readonly DerivedPosting[]; readonly count: number },
): Promise<void> {
  await withClient(adminUrl, (client) =>
    client.query(
      `insert into job_sources (id, source_name, source_type, description, is_active, display_order, created_at, updated_at)
       values ($1, 'Ashby', 'API', 'Public job boards', true, 0, now(), now())`,
      [sourceId],
    ),
  );
  const same = multiplied(demo, count).filter((_, index) => index % 10 === 0);
  const earlier = [
    ...same.map((posting) => ({ ...posting, externalId: `earlier-${posting.externalId}` })),
    ...multiplied(demo, count - same.length, otherCompanies),
  ];
  await orm.em.fork().transactional((em) => storePostings(em as never, earlierSweep, earlier));
  await withClient(adminUrl, async (client) => {
    for (const table of tables) await client.query(`create table kept_${table} as table ${table}`);
  });
}

const tables = ['job_postings', 'extracted_skills', 'outbox_messages'] as const;

/** Makes the pool what it was after the earlier sweep. */
export async function resetPool({ adminUrl }: BenchDatabase): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(`truncate ${tables.join(', ')} cascade`);
    for (const table of tables) await client.query(`insert into ${table} table kept_${table}`);
    for (const table of tables) await client.query(`vacuum (analyze) ${table}`);
    await client.query('checkpoint');
  });
}
