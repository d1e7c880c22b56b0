import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { derivePosting } from '#job-pool/derive-posting.ts';
import { ensureSource } from '#job-pool/ensure-source.ts';
import { noteAbsent, notePresent } from '#job-pool/posting-presence.ts';
import { storePostings, type StoredCounts } from '#job-pool/store-postings.ts';
import type { Sweep } from '#job-pool/sweep.ts';
import type { DerivedPosting } from '#job-pool/raw-posting.ts';
import { lockEach } from '#database/advisory-lock.ts';
import { notify } from '#database/notify.ts';
import { relayChannel } from '#notifications/tell-relay.ts';
import type { ImportRecord } from './parse-import.ts';

export interface ImportSummary extends StoredCounts {
  readonly read: number;
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
  /** How many postings each repair was needed for, as field and what was done. */
  readonly repaired: ReadonlyMap<string, number>;
  /** Postings that the board does not have any more. */
  readonly closed: number;
}

/** A public board, whose postings the records are. */
export interface SweptBoard {
  readonly name: string;
  /** Whether what is not among the records is gone from the board. */
  readonly isWhole: boolean;
  /** External ids of postings that are there though no record of them could be read. */
  readonly seenIds: readonly string[];
}

export interface ImportOptions {
  readonly sourceName: string;
  readonly now: Date;
  /** Told how many records have been read, after each batch. */
  readonly onProgress: (read: number) => void;
  /** Null or absent for records that are no whole board, such as a file: none is missed among them. */
  readonly board?: SweptBoard | null;
  /** Whose key found them: they are shown to that account alone. */
  readonly foundFor?: string;
}

const recordsAtATime = 500;

/**
 * Imports the records of one sweep of a source in one transaction: a file is in the pool as a whole or not at all.
 * Matching follows by itself once this has committed. Of a whole board, what was found twice in a row to be gone closes,
 * and opens again if it comes back.
 */
export function importPostings(
  orm: MikroORM,
  records: AsyncIterable<ImportRecord> | Iterable<ImportRecord>,
  options: ImportOptions,
): Promise<ImportSummary> {
  return orm.em.fork().transactional((em) => storeSweep(em as EntityManager, records, options));
}

async function storeSweep(
  em: EntityManager,
  records: AsyncIterable<ImportRecord> | Iterable<ImportRecord>,
  { sourceName, now, onProgress, board = null, foundFor }: ImportOptions,
): Promise<ImportSummary> {
  const sourceId = await holdSource(em, sourceName, now);
  const sweep: Sweep = { sourceId, seenAt: now, board: board?.name, foundFor };
  const rejected: { line: number; reason: string }[] = [];
  const repaired = new Map<string, number>();
  let counts: StoredCounts = { added: 0, updated: 0, unchanged: 0, merged: 0, reposts: 0, reopened: 0 };
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
      batch.push(ownOf(derivePosting(each.record), foundFor));
      countAll(repaired, each.repairs ?? []);
    }
    if (batch.length >= recordsAtATime) await store();
  }
  await store();
  const closed = board ? await endSweep(em, sweep, { ...board, isWhole: board.isWhole && read > rejected.length }) : 0;
  await notify(em, relayChannel);
  return { read, rejected, repaired, ...counts, closed };
}

/** What an account finds by its own key is a row of its own. */
const ownOf = (posting: DerivedPosting, foundFor: string | undefined): DerivedPosting =>
  foundFor === undefined ? posting : { ...posting, externalId: `${foundFor}/${posting.externalId}`.slice(0, 255) };

function countAll(counts: Map<string, number>, names: readonly string[]): void {
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Notes what the board has and has not; one that shows nothing says more of itself than of its postings. @returns how many postings closed */
async function endSweep(em: EntityManager, sweep: Sweep, { name, isWhole, seenIds }: SweptBoard): Promise<number> {
  await notePresent(em, sweep, seenIds);
  return isWhole ? noteAbsent(em, { ...sweep, board: name }) : 0;
}

const sum = (a: StoredCounts, b: StoredCounts): StoredCounts => ({
  added: a.added + b.added,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  merged: a.merged + b.merged,
  reposts: a.reposts + b.reposts,
  reopened: a.reopened + b.reopened,
});

const sourceLock = 7_396_010;

/**
 * The source, held until the import ends: a second import of the same source waits, and then finds all unchanged. Its row
 * is not held: whoever has the pool may note what this source has, and would wait for whom waits for the pool.
 */
async function holdSource(em: EntityManager, sourceName: string, now: Date): Promise<string> {
  const description = `Postings that were read of ${sourceName}`;
  const id = await ensureSource(em, { sourceName, sourceType: 'API', description, now });
  await lockEach(em, { of: sourceLock, ids: [id], mode: 'exclusive' });
  return id;
}
