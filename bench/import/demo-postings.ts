import { fileURLToPath } from 'node:url';
import { derivePosting } from '../../src/job-pool/derive-posting.ts';
import type { DerivedPosting, RawPosting } from '../../src/job-pool/raw-posting.ts';
import { readImport } from '../../src/sources/read-import.ts';

export const demoFile = fileURLToPath(new URL('../../demo/postings.jsonl.gz', import.meta.url));

/** The postings of a file as an import derives them. */
export async function derivedPostings(file: string): Promise<readonly DerivedPosting[]> {
  const raw: RawPosting[] = [];
  for await (const each of readImport(file)) if ('record' in each) raw.push(each.record);
  return raw.map(derivePosting);
}
