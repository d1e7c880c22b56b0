import type { MikroORM } from '@mikro-orm/postgresql';
import type { RawPosting } from '#job-pool/raw-posting.ts';
import { importPostings, type ImportSummary, type SweptBoard } from '#sources/import-postings.ts';

export interface SourceSweep {
  readonly source: string;
  readonly now: Date;
  readonly postings: readonly RawPosting[];
  /** Waited for within the transaction, before the first posting. */
  readonly begun?: () => Promise<void>;
  /** Of which the postings are all, if they are. */
  readonly board?: SweptBoard;
  /** Whose key found them, if it took one. */
  readonly foundFor?: string;
}

/** Imports what a source has, as a sweep of it does. @param orm of the system login */
export function sweepSource(
  orm: MikroORM,
  { source, now, postings, begun, board, foundFor }: SourceSweep,
): Promise<ImportSummary> {
  const records = (async function* () {
    await begun?.();
    for (const record of postings) yield { record };
  })();
  return importPostings(orm, records, {
    sourceName: source,
    now,
    onProgress: () => undefined,
    ...(board ? { board } : {}),
    ...(foundFor ? { foundFor } : {}),
  });
}
