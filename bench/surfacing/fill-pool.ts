import type { EntityManager } from '@mikro-orm/postgresql';
import type { Client } from 'pg';
import { openOrm } from '../../src/database/orm.ts';
import { storePostings } from '../../src/job-pool/store-postings.ts';
import { renewScores } from '../../src/scoring/renew-scores.ts';
import { planPersona } from '../../src/scoring/surface-persona.ts';
import { defaultLimits } from '../../src/scoring/surfacing.ts';
import { entities } from '../../src/server/entities.ts';
import type { BenchDatabase } from '../database/bench-server.ts';
import { seededId } from '../database/ids.ts';
import { demoFile } from '../import/demo-postings.ts';
import type { SurfacingSize } from '../scales.ts';
import { rawPostings, recombined } from './recombined-postings.ts';
import { addSearchers } from './searchers.ts';

const postingsAtATime = 500;

/** Makes personas, then postings by the product's own import, each of which leaves the message that has it matched. */
export async function fillPool(
  database: BenchDatabase,
  admin: Client,
  { postings, personas }: SurfacingSize,
): Promise<void> {
  const raw = await rawPostings(demoFile);
  const sourceId = seededId('source', 1);
  await admin.query(
    `insert into job_sources (id, source_name, source_type, description, is_active, display_order, created_at, updated_at)
     values ($1, 'Ashby', 'API', 'Public job boards', true, 0, now(), now())`,
    [sourceId],
  );
  const orm = await openOrm({ url: database.adminUrl, entities, poolSize: 2 });
  try {
    // What the first start of the product does: these rules are no news to the personas to come.
    await renewScores(orm, new Date());
    // Personas come first and are filed by their skills, so that the postings find all of them.
    for (const id of await addSearchers(orm, recombined(raw, 0, Math.min(postings, 2_000)), personas))
      await orm.em
        .fork()
        .transactional((em) => planPersona(em as EntityManager, id, { limits: defaultLimits, now: new Date() }));
    for (let at = 0; at < postings; at += postingsAtATime) {
      const batch = recombined(raw, at, Math.min(postingsAtATime, postings - at));
      await orm.em.fork().transactional(async (em) => {
        await storePostings(em as EntityManager, { sourceId, seenAt: new Date() }, batch);
      });
    }
  } finally {
    await orm.close();
  }
  await admin.query('vacuum analyze');
}
