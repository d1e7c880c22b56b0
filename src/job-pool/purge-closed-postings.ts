import { LockMode, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { readIds } from '#database/read-columns.ts';
import { JobPosting } from './job-posting.entity.ts';
import { PersonaJob } from './persona-job.entity.ts';

export interface Retention {
  /** How long a posting that has closed is kept that nobody kept for themselves; null for good. */
  readonly closedPostingDays: number | null;
}

export const defaultRetention: Retention = { closedPostingDays: 180 };

const postingsAtATime = 200;

/**
 * Deletes postings that closed long ago, or that a key found and lists no more, with the matches that matching made of
 * them. One that anybody marked as a favourite, applied to or handed in stays as a whole, also for the others. Batch by
 * batch, each in a transaction of its own on the system login, until all were looked at or it is told to stop; safe to
 * repeat.
 * @returns how many postings went
 */
export async function purgeClosedPostings(
  orm: MikroORM,
  { closedPostingDays }: Retention,
  { now, isStopped }: { readonly now: Date; readonly isStopped: () => boolean },
): Promise<number> {
  if (closedPostingDays === null) return 0;
  const before = new Date(now.getTime() - closedPostingDays * 86_400_000);
  const closed = { isActive: false, updatedAt: { $lt: before } };
  // A search never says that a posting is gone: what a key has found counts as closed from when it was listed last.
  const unlisted = { foundFor: { $ne: null }, lastVerifiedAt: { $lt: before } };
  let purged = 0;
  for (const old of [closed, unlisted]) {
    let last: string | null = null;
    do {
      const batch: Batch = await orm.em.fork().transactional((em) => purgeSome(em as EntityManager, old, last));
      purged += batch.purged;
      last = batch.last;
    } while (last !== null && !isStopped());
  }
  return purged;
}

interface Batch {
  readonly purged: number;
  /** Where the next batch goes on, because what is kept stays in the way; null after the last. */
  readonly last: string | null;
}

async function purgeSome(em: EntityManager, which: FilterQuery<JobPosting>, after: string | null): Promise<Batch> {
  // Held, so that nobody links one of them meanwhile: whoever would waits, and then finds it gone.
  const old = await em.find(
    JobPosting,
    {
      ...(which as object),
      // What turned out to be another goes with that one, and what an admin held back for good is known again.
      mergedIntoId: null,
      rejectedAt: null,
      ...(after === null ? {} : { id: { $gt: after } }),
    },
    {
      fields: ['id'],
      orderBy: { id: 'asc' },
      limit: postingsAtATime,
      lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
      disableIdentityMap: true,
    },
  );
  const ids = old.map(({ id }) => id);
  const matches = await em.find(
    PersonaJob,
    { posting: { $in: ids } },
    {
      fields: ['posting', 'status', 'isFavorite', 'isCaptured'],
      orderBy: { id: 'asc' },
      lockMode: LockMode.PESSIMISTIC_WRITE,
      disableIdentityMap: true,
    },
  );
  const kept = new Set(matches.filter(isKept).map(({ posting }) => posting.id));
  const purged = await deletePostings(
    em,
    ids.filter((id) => !kept.has(id)),
  );
  return { purged, last: ids.length < postingsAtATime ? null : (ids.at(-1) ?? null) };
}

/** Deletes postings with what turned out to be them, and every match of it. @returns how many there were */
async function deletePostings(em: EntityManager, ids: readonly string[]): Promise<number> {
  const all = [...ids, ...(await readIds(em, JobPosting, { mergedIntoId: { $in: [...ids] } }))];
  await em.nativeDelete(PersonaJob, { posting: { $in: all } });
  return em.nativeDelete(JobPosting, { id: { $in: all } });
}

const isKept = ({
  status,
  isFavorite,
  isCaptured,
}: Pick<PersonaJob, 'status' | 'isFavorite' | 'isCaptured'>): boolean =>
  isFavorite || isCaptured || status === 'APPLIED';
