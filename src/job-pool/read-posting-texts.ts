import type { EntityManager } from '@mikro-orm/postgresql';
import { JobPosting } from './job-posting.entity.ts';

const BATCH = 500;

/** Title and text of every posting, open or not, a batch at a time. */
export async function* readPostingTexts(em: EntityManager): AsyncGenerator<string> {
  let after: string | null = null;
  do {
    const batch = await findBatch(em, after);
    for (const { title, descriptionText } of batch) yield `${title}\n${descriptionText}`;
    after = batch.length < BATCH ? null : (batch.at(-1)?.id ?? null);
  } while (after !== null);
}

function findBatch(em: EntityManager, after: string | null) {
  return em.find(JobPosting, after === null ? {} : { id: { $gt: after } }, {
    fields: ['id', 'title', 'descriptionText'],
    orderBy: { id: 'asc' },
    limit: BATCH,
    disableIdentityMap: true,
  });
}
