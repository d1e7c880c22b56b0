import { LockMode } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { derivePosting } from '#job-pool/derive-posting.ts';
import { JobSource } from '#job-pool/job-source.entity.ts';
import { storePostings, type StoredCounts } from '#job-pool/store-postings.ts';
import type { DerivedPosting } from '#job-pool/raw-posting.ts';
import { notify } from '#database/notify.ts';
import { insertMissing } from '#database/bulk.ts';
import { relayChannel } from '#notifications/tell-relay.ts';
import { newSharedId } from '#platform/ids.ts';
import type { ImportRecord } from './parse-import.ts';

export interface ImportSummary extends StoredCounts {
  readonly read: number;
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
  /** How many postings each repair was needed for, as field and what was done. */
  readonly repaired: ReadonlyMap<string, number>;
}

const recordsAtATime = 500;

/**
 * Imports the records of one sweep of a source in one transaction: a file is in the pool as a whole or not at all.
 * Matching follows by itself once this has committed.
 * @param onProgress told how many records have been read, after each batch
 */
export function importPostings(
  orm: MikroORM,
  records: AsyncIterable<ImportRecord>,
  {
    sourceName,
    now,
    onProgress,
  }: { readonly sourceName: string; readonly now: Date; readonly onProgress: (read: number) => void },
): Promise<ImportSummary> {
  return orm.em.fork().transactional(async (forked) => {
    const em = forked as EntityManager;
    const sweep = { sourceId: await ensureSource(em, sourceName, now), seenAt: now };
    const rejected: { line: number; reason: string }[] = [];
    const repaired = new Map<string, number>();
    let counts: StoredCounts = { added: 0, updated: 0, unchanged: 0, merged: 0, reposts: 0 };
    let read = 0;
    let batch: DerivedPosting[] = [];
    const store = async (): Promise<void> => {
      counts = sum(counts, await storePostings(em, sweep, batch));
      batch = [];
      onProgress(read);
    };
    for await (const each of records) {
      read += 1;
      if ('rejected' in each) rejected.push(each.rejected);
      else {
        batch.push(derivePosting(each.record));
        for (const repair of each.repairs ?? []) repaired.set(repair, (repaired.get(repair) ?? 0) + 1);
      }
      if (batch.length >= recordsAtATime) await store();
    }
    await store();
    await notify(em, relayChannel);
    return { read, rejected, repaired, ...counts };
  });
}

const sum = (a: StoredCounts, b: StoredCounts): StoredCounts => ({
  added: a.added + b.added,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  merged: a.merged + b.merged,
  reposts: a.reposts + b.reposts,
});

/** The source's row, held until the import ends: a second import of the same source waits, and then finds all unchanged. */
async function ensureSource(em: EntityManager, sourceName: string, now: Date): Promise<string> {
  const description = `Public job boards of ${sourceName}`;
  const row = {
    id: newSharedId(),
    sourceName,
    sourceType: 'API' as const,
    description,
    isActive: true,
    displayOrder: 0,
    createdAt: now,
    updatedAt: now,
  };
  await insertMissing(em, JobSource, [row]);
  return (await em.findOneOrFail(JobSource, { sourceName }, { lockMode: LockMode.PESSIMISTIC_WRITE })).id;
}
