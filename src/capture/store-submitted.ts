import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { ensureSource } from '#job-pool/ensure-source.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import type { DerivedPosting } from '#job-pool/raw-posting.ts';
import { storePostings } from '#job-pool/store-postings.ts';

/** Stores a posting that an account hands in, and gives back its id; the same posting again has the same one. */
export type StoreSubmitted = (
  posting: DerivedPosting,
  by: { readonly ownerId: string; readonly now: Date },
) => Promise<string>;

const handedIn = {
  sourceName: 'Handed in',
  sourceType: 'MANUAL',
  description: 'Postings that people hand in',
} as const;

/**
 * Stores on the system login, which alone writes to the pool, in a transaction of its own. Where the request fails after
 * that, a row stays that nobody is linked with and nobody finds, until its week is over; a preview that is confirmed again
 * finds that row.
 */
export const submittedStore =
  (orm: MikroORM): StoreSubmitted =>
  (posting, { ownerId, now }) =>
    orm.em.fork().transactional(async (forked) => {
      const em = forked as EntityManager;
      const { externalId } = posting;
      const source = await ensureSource(em, { ...handedIn, now });
      await storePostings(em, { sourceId: source, seenAt: now, submittedBy: ownerId }, [posting]);
      const { id } = await em.findOneOrFail(JobPosting, { source, externalId }, { fields: ['id'] });
      return id;
    });
