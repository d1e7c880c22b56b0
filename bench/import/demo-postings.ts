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

/**
 * As many postings as asked for, by repeating the given ones as those of further companies.
 * @param firstCopy number of the first repetition: other numbers are other companies and other external ids
 */
export function multiplied(
  postings: readonly DerivedPosting[],
  count: number,
  firstCopy = 0,
): readonly DerivedPosting[] {
  return Array.from({ length: count }, (_, index) => {
    const copy = firstCopy + Math.floor(index / postings.length);
    return postings
      .slice(index % postings.length, (index % postings.length) + 1)
      .map((posting) => renamed(posting, copy));
  }).flat();
}

const renamed = (posting: DerivedPosting, copy: number): DerivedPosting => ({
  ...posting,
  externalId: `${posting.externalId}-${copy}`,
  companyName: `${posting.companyName} ${copy}`,
  companyKey: `${posting.companyKey} ${copy}`,
});
