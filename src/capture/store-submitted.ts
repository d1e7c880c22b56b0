import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { insertMissing } from '#database/bulk.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { PostingSource } from '#job-pool/posting-source.entity.ts';
import type { DerivedPosting } from '#job-pool/raw-posting.ts';
import { storePostings } from '#job-pool/store-postings.ts';
import { newSharedId } from '#platform/ids.ts';

/** Stores a posting that an account hands in, and gives back its id; the same posting again has the same one. */
export type StoreSubmitted = (
  posting: DerivedPosting,
  by: { readonly ownerId: string; readonly now: Date },
) => Promise<string>;

const sourceName = 'Handed in';

/**
 * Stores on the system login, which alone writes to the pool, in a transaction of its own. Where the request fails after
 * that, a row stays that nobody is linked with and nobody finds; asked again, it is that row.
 */
export const submittedStore =
  (orm: MikroORM): StoreSubmitted =>
  (posting, { ownerId, now }) =>
    orm.em.fork().transactional(async (forked) => {
      const em = forked as EntityManager;
      const { externalId } = posting;
      const source = await sourceOf(em, now);
      await storePostings(em, { sourceId: source, seenAt: now, submittedBy: ownerId }, [posting]);
      const { id } = await em.findOneOrFail(JobPosting, { source, externalId }, { fields: ['id'] });
      return id;
    });

async function sourceOf(em: EntityManager, now: Date): Promise<string> {
  const row = {
    id: newSharedId(),
    sourceName,
    sourceType: 'MANUAL' as const,
    description: 'Postings that people hand in',
    isActive: true,
    displayOrder: 0,
    createdAt: now,
    updatedAt: now,
  };
  const known = await em.findOne(PostingSource, { sourceName }, { fields: ['id'] });
  if (known) return known.id;
  await insertMissing(em, PostingSource, [row]);
  return (await em.findOneOrFail(PostingSource, { sourceName }, { fields: ['id'] })).id;
}
