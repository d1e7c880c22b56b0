import type { BenchOptions } from './bench-options.ts';
import { measureCopies } from './duplicates/copies.ts';
import { measureLabelled, measureNearPairs } from './duplicates/labelled-pairs.ts';
import { goalTable } from './report/goals.ts';
import { print } from './report/report.ts';

/** Measures how well postings of several sources are told from one another, against labels and by copies made of them. */
export async function benchmarkDuplicates({ cleanUp }: BenchOptions): Promise<void> {
  const parts = [measureLabelled(), measureNearPairs(), await measureCopies(cleanUp)];
  print([...parts.flatMap(({ blocks }) => blocks), '### Goals', goalTable(parts.flatMap(({ goals }) => goals))]);
}
